import type { Locale } from '#app/kernel/locale.ts'
import { en } from './en.ts'
import type { Messages } from './messages.ts'
import { zh } from './zh.ts'

/** On the server both languages are at hand. */
export function messagesFor(locale: Locale): Messages {
  return locale === 'en' ? en : zh
}
