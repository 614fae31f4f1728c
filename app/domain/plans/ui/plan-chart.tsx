import { useMemo } from 'react'
import { formatLargeFen } from '#app/kernel/large-sums.ts'
import { fen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Chart } from '#app/ui/chart.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { PlanMonth } from '../sales-plan.ts'

/** Verified below, claimed above it. */
export function PlanChart({ months }: { months: ReadonlyArray<PlanMonth> }) {
  const t = useStaffMessages().plans
  const locale = useLocale()
  const option = useMemo(() => {
    const money = (value: unknown) => formatLargeFen(fen(Math.round(Number(value))), locale)
    const series = (name: string, color: string, data: Array<number>) => ({
      type: 'bar' as const,
      stack: 'all',
      name,
      color,
      data,
      barMaxWidth: 32,
    })
    return {
      grid: { left: 8, right: 16, top: 32, bottom: 8, outerBoundsMode: 'same' as const },
      legend: { top: 0, right: 0, textStyle: { color: '#2a2420' } },
      tooltip: {
        trigger: 'axis' as const,
        renderMode: 'richText' as const,
        confine: true,
        valueFormatter: money,
      },
      xAxis: {
        type: 'category' as const,
        data: months.map(({ month }) => month.slice(5)),
        axisTick: { show: false },
      },
      yAxis: { type: 'value' as const, axisLabel: { color: '#7a6e63', formatter: money } },
      series: [
        series(
          t.columns.verified,
          '#b3362a',
          months.map(({ verifiedFen }) => verifiedFen),
        ),
        series(
          t.columns.claimed,
          '#d9a441',
          months.map(({ totalFen, verifiedFen }) => totalFen - verifiedFen),
        ),
      ],
    }
  }, [months, t, locale])
  return <Chart option={option} label={t.chartLabel} />
}
