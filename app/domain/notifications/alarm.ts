/** What a person must look at, of money, goods, books and messages. A new one needs its words (messages/zh/alarms.ts). */
export const alarmKinds = [
  'amount-mismatch',
  'paid-twice',
  'paid-after-release',
  'refund-failed',
  'orphan-event',
  'stock-difference',
  'pool-short',
  'rollup-difference',
  'order-difference',
  'provider-difference',
  'statement-difference',
  'message-undeliverable',
  'audit-tampered',
] as const
export type AlarmKind = (typeof alarmKinds)[number]

export type AlarmStand = 'open' | 'settled'

export function readAlarmStand(text: string | null): AlarmStand {
  return text === 'settled' ? 'settled' : 'open'
}
