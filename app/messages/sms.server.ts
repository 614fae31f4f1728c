import type { Locale } from '#app/kernel/locale.ts'
import { sms as en } from './en/sms.ts'
import { type OrderSms, sms as zh } from './zh/sms.ts'

const smsTexts = { zh, en } as const

/** Texts to phones are the server's: no browser is sent them. */
export type SmsKind = keyof typeof zh

export const smsKinds = Object.keys(zh) as ReadonlyArray<string> as ReadonlyArray<SmsKind>

export function wordSms(locale: Locale, kind: SmsKind, about: OrderSms): string {
  return smsTexts[locale][kind](about)
}
