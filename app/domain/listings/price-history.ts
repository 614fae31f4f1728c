import { day } from '#app/kernel/clock.ts'
import { type Fen, fen } from '#app/kernel/money.ts'

/** A row of price_change: from null where it is the first price. */
export type PriceStep = { fromFen: number | null; toFen: number; changedAt: Date }

/**
 * The price that a reduction may be measured by (划线价): the lowest that was asked within the seven days before it,
 * and only if that is dearer than the new one; null otherwise. Provisions on Marked Prices and Price Fraud (SAMR order
 * 56 of 2022), article 16.
 */
export function referencePrice(history: ReadonlyArray<PriceStep>, priceFen: number, now: Date): Fen | null {
  const steps = [...history].sort((a, b) => a.changedAt.getTime() - b.changedAt.getTime())
  const weekAgo = now.getTime() - 7 * day
  const asked = steps.flatMap(({ toFen }, index) => {
    const until = steps[index + 1]?.changedAt ?? now
    return until.getTime() > weekAgo ? [toFen] : []
  })
  if (asked.length === 0) return null
  const lowest = Math.min(...asked)
  return lowest > priceFen ? fen(lowest) : null
}
