import type { Fen } from '#app/kernel/money.ts'

/** What the organizers want to reach; `key` is all, or a channel's or a division's code. */
export type Target = { dimension: 'all' | 'channel' | 'division'; key: string; amountFen: Fen }

/** The name of a target's field in a form. */
export function targetField({ dimension, key }: Pick<Target, 'dimension' | 'key'>): string {
  return `${dimension}.${key}`
}
