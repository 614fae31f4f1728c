import type { Locale } from '#app/kernel/locale.ts'
import { enStaff } from './en-staff.ts'
import type { StaffMessages } from './messages.ts'
import { zhStaff } from './zh-staff.ts'

/** On the server both languages are at hand. */
export function messagesFor(locale: Locale): StaffMessages {
  return locale === 'en' ? enStaff : zhStaff
}
