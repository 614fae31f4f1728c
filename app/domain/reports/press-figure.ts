import type { Channel } from '#app/domain/sales/sale-entry.ts'
import type { Fen } from '#app/kernel/money.ts'

export type ChannelSums = Partial<Record<Channel, Fen>>

/** What a figure comes to: verified entries only. Contracts are signed, everything else is sold. */
export type PressSums = { lines: number; salesFen: Fen; signedFen: Fen; channels: ChannelSums }

/**
 * Which lines of the ledger a figure is made of. They are named by the last rows that counted, so that the same lines
 * can be read, summed and hashed again at any time: nothing in the ledger is ever changed.
 */
export type PressLines = {
  exhibitionId: number
  cutOff: Date
  lastEntryId: bigint | string
  lastVerificationId: bigint | string
}
