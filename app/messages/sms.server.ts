import type { Locale } from '#app/kernel/locale.ts'
import { sms as en } from './en/sms.ts'
import { staffSms as enStaff } from './en/staff-sms.ts'
import { type OrderSms, sms as zh } from './zh/sms.ts'
import { type StaffSms, staffSms as zhStaff } from './zh/staff-sms.ts'

const smsTexts = { zh, en } as const
const staffSmsTexts = { zh: zhStaff, en: enStaff } as const

/** Texts to phones are the server's: no browser is sent them. */
export type SmsKind = keyof typeof zh
export type StaffSmsKind = keyof typeof zhStaff

export const smsKinds = Object.keys(zh) as ReadonlyArray<string> as ReadonlyArray<SmsKind>
export const staffSmsKinds = Object.keys(zhStaff) as ReadonlyArray<string> as ReadonlyArray<StaffSmsKind>

export function wordSms(locale: Locale, kind: SmsKind, about: OrderSms): string {
  return smsTexts[locale][kind](about)
}

export function wordStaffSms(locale: Locale, kind: StaffSmsKind, about: StaffSms): string {
  return staffSmsTexts[locale][kind](about)
}
