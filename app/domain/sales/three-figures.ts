import { addFen, type Fen, fen } from '#app/kernel/money.ts'

/** What was sold, what was signed beside it, and both: the same names wherever figures are shown. */
export type ThreeFigures = { salesFen: Fen; signedFen: Fen; totalFen: Fen }

/** Sums by channel, each in fen, to the three figures: contracts are signed, everything else is sold. */
export function threeFigures(sums: Iterable<readonly [channel: string, amountFen: number]>): ThreeFigures {
  let [sold, signed] = [0, 0]
  for (const [channel, amountFen] of sums) {
    if (channel === 'contract') signed += amountFen
    else sold += amountFen
  }
  const [salesFen, signedFen] = [fen(sold), fen(signed)]
  return { salesFen, signedFen, totalFen: addFen(salesFen, signedFen) }
}
