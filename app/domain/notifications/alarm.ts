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

/** Of money that was set aside: settled by giving it back, and by nothing else, or its order would wait for ever. */
export const ofSetAside: ReadonlyArray<AlarmKind> = ['amount-mismatch', 'paid-twice']

export type AlarmStand = 'open' | 'settled'

export function readAlarmStand(text: string | null): AlarmStand {
  return text === 'settled' ? 'settled' : 'open'
}
