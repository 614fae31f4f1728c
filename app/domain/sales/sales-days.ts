import { addFen, type Fen } from '#app/kernel/money.ts'

/** `day` as 2026-11-24. */
export type DayOfSales = { day: string; amountFen: Fen }

/** A row for each of the last `count` days up to `today`, also for those on which nothing was sold. */
export function everyDay(sums: ReadonlyArray<DayOfSales>, today: string, count: number): Array<DayOfSales> {
  const last = Date.parse(`${today}T00:00:00Z`)
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(last - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10)
    const amounts = sums.filter((sum) => sum.day === day).map(({ amountFen }) => amountFen)
    return { day, amountFen: addFen(...amounts) }
  })
}
