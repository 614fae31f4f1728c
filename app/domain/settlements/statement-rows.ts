import { fen } from '#app/kernel/money.ts'
import type { StatementLine, StatementSums } from './statement.ts'

/** Sums of 64 bits come as text; none of a statement outgrows exact arithmetic (fen throws). */
export type SumsRow = Record<keyof StatementSums, string>
type LineSums = 'itemsFen' | 'shippingFen' | 'feeFen' | 'netFen'
export type LineRow = Omit<StatementLine, LineSums> & Record<LineSums, string>

export function toSums({ itemsFen, shippingFen, refundsFen, feeFen, netFen }: SumsRow): StatementSums {
  return {
    itemsFen: fen(BigInt(itemsFen)),
    shippingFen: fen(BigInt(shippingFen)),
    refundsFen: fen(BigInt(refundsFen)),
    feeFen: fen(BigInt(feeFen)),
    netFen: fen(BigInt(netFen)),
  }
}

export function toLine({ kind, orderNumber, occurredAt, ...sums }: LineRow): StatementLine {
  return {
    kind,
    orderNumber,
    occurredAt,
    itemsFen: fen(BigInt(sums.itemsFen)),
    shippingFen: fen(BigInt(sums.shippingFen)),
    feeFen: fen(BigInt(sums.feeFen)),
    netFen: fen(BigInt(sums.netFen)),
  }
}
