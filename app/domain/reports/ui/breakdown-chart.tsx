import { useMemo } from 'react'
import { formatLargeFen } from '#app/kernel/large-sums.ts'
import { fen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Chart } from '#app/ui/chart.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import { type Breakdown, type BreakdownRow, nameOfRow } from '../breakdown.ts'

type BreakdownChartProps = { by: Breakdown; rows: ReadonlyArray<BreakdownRow>; label: string }

const ink = '#2a2420'
const muted = '#7a6e63'
const mostBars = 15

/** Sales and contracts one upon the other: over time as columns, by rank as bars. */
export function BreakdownChart({ by, rows, label }: BreakdownChartProps) {
  const words = useStaffMessages()
  const locale = useLocale()
  const isOverTime = by === 'day' || by === 'hour'
  const option = useMemo(() => {
    const named = rows.filter(({ key }) => key !== null)
    const shown = isOverTime ? named : named.slice(0, mostBars).toReversed()
    const names = shown.map((row) => nameOfRow(row, words))
    const money = (value: unknown) => formatLargeFen(fen(Math.round(Number(value))), locale)
    const category = {
      type: 'category' as const,
      data: names,
      axisLabel: { color: ink, width: 120, overflow: 'truncate' as const },
      axisTick: { show: false },
    }
    const value = {
      type: 'value' as const,
      axisLabel: { color: muted, formatter: money },
      splitLine: { lineStyle: { color: '#e8dfd2' } },
    }
    const series = (name: string, color: string, data: Array<number>) => ({
      type: 'bar' as const,
      stack: 'all',
      name,
      color,
      data,
      barMaxWidth: 28,
    })
    return {
      grid: { left: 8, right: 16, top: 32, bottom: 8, outerBoundsMode: 'same' as const },
      legend: { top: 0, right: 0, textStyle: { color: ink } },
      tooltip: {
        trigger: 'axis' as const,
        renderMode: 'richText' as const,
        confine: true,
        valueFormatter: money,
      },
      xAxis: isOverTime ? category : value,
      yAxis: isOverTime ? value : category,
      series: [
        series(
          words.reports.figure.sales,
          '#b3362a',
          shown.map(({ salesFen }) => salesFen),
        ),
        series(
          words.reports.figure.signed,
          '#d9a441',
          shown.map(({ signedFen }) => signedFen),
        ),
      ],
    }
  }, [rows, isOverTime, words, locale])
  const height = isOverTime ? 'h-72' : rows.length > 8 ? 'h-[30rem]' : 'h-64'
  return <Chart option={option} label={label} className={height} />
}
