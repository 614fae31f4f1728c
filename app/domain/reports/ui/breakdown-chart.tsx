import { useMemo } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Chart } from '#app/ui/chart.tsx'
import { besideColor, mainColor, moneyBars } from '#app/ui/money-bars.ts'
import { useLocale } from '#app/ui/use-locale.ts'
import { type Breakdown, type BreakdownRow, nameOfRow } from '../breakdown.ts'

type BreakdownChartProps = { by: Breakdown; rows: ReadonlyArray<BreakdownRow>; label: string }

const mostBars = 15

/** Sales and contracts one upon the other: over time as columns, by rank as bars. */
export function BreakdownChart({ by, rows, label }: BreakdownChartProps) {
  const words = useStaffMessages()
  const locale = useLocale()
  const isOverTime = by === 'day' || by === 'hour'
  const option = useMemo(() => {
    const known = rows.filter(({ key }) => key !== null)
    const shown = isOverTime ? known : known.slice(0, mostBars).toReversed()
    const { frame, sums, names, bars } = moneyBars(locale)
    const named = names(shown.map((row) => nameOfRow(row, words)))
    const sales = shown.map(({ salesFen }) => salesFen)
    const signed = shown.map(({ signedFen }) => signedFen)
    return {
      ...frame,
      xAxis: isOverTime ? named : sums,
      yAxis: isOverTime ? sums : named,
      series: [
        bars(mainColor, sales, words.reports.figure.sales),
        bars(besideColor, signed, words.reports.figure.signed),
      ],
    }
  }, [rows, isOverTime, words, locale])
  const height = isOverTime ? 'h-72' : rows.length > 8 ? 'h-[30rem]' : 'h-64'
  return <Chart option={option} label={label} className={height} />
}
