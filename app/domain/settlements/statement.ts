import type { Fen } from '#app/kernel/money.ts'
import type { Period } from './period.ts'

/**
 * What counts when. A statement gathers an enterprise's entries of orders in the ledger, goods and shipping, and no
 * other truth: a sale at the instant its payment settled, a refund when the provider said that it succeeded, a refund
 * that the bank sent back when it came. Each belongs to the Shanghai month of that instant or, if it was booked after
 * that month was closed, to the first month that was still open; it is in one statement only (statement_line.reference
 * is unique).
 *
 * The fee is the rate of the order, taken of the goods that were sold and kept, never of the shipping, rounded half up
 * to the fen for the order as a whole (platform_fee). A refund gives back by how much that falls.
 *
 * One that adds up to nothing is settled with its closing. A negative one is not carried on, so that each month's figure
 * stays its own: the enterprise pays it back, and finance marks it as recovered.
 */
export type StatementSums = {
  itemsFen: Fen
  shippingFen: Fen
  /** Positive; taken off. Less what banks sent back. */
  refundsFen: Fen
  feeFen: Fen
  /** What the enterprise is to be paid; negative where more was given back than sold. */
  netFen: Fen
}

/** running: the month goes on; ended: it is over, and waits to be closed. */
export type StatementState = 'running' | 'ended' | 'closed' | 'paid'

export type StatementItem = StatementSums & { period: Period; state: StatementState }

export type StatementLine = {
  kind: 'sale' | 'refund' | 'correction'
  orderNumber: string
  occurredAt: Date
  /** Signed, as the ledger has them. */
  itemsFen: Fen
  shippingFen: Fen
  feeFen: Fen
  netFen: Fen
}

export type Statement = StatementItem & {
  closedAt: Date | null
  paidAt: Date | null
  paidReference: string | null
  /** The account's bank and the end of its number, where one was confirmed. */
  paidTo: string | null
}

/** Ten sheets of paper; the file has all. */
export const mostPrintedLines = 500
