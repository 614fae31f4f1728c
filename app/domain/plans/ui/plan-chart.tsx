import { useMemo } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Chart } from '#app/ui/chart.tsx'
import { besideColor, mainColor, moneyBars } from '#app/ui/money-bars.ts'
import { useLocale } from '#app/ui/use-locale.ts'
import type { PlanMonth } from '../sales-plan.ts'

/** Verified below, claimed above it. */
export function PlanChart({ months }: { months: ReadonlyArray<PlanMonth> }) {
  const t = useStaffMessages().plans
  const locale = useLocale()
  const option = useMemo(() => {
    const { frame, sums, names, bars } = moneyBars(locale)
    const verified = months.map(({ verifiedFen }) => verifiedFen)
    const claimed = months.map(({ totalFen, verifiedFen }) => totalFen - verifiedFen)
    return {
      ...frame,
      xAxis: names(months.map(({ month }) => month.slice(5))),
      yAxis: sums,
      series: [bars(mainColor, verified, t.columns.verified), bars(besideColor, claimed, t.columns.claimed)],
    }
  }, [months, t, locale])
  return <Chart option={option} label={t.chartLabel} />
}
