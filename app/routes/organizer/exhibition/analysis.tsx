import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type BreakdownRow, breakdownsFor } from '#app/domain/reports/breakdown.ts'
import { readAnalysis } from '#app/domain/reports/read-analysis.server.ts'
import { BreakdownChart } from '#app/domain/reports/ui/breakdown-chart.tsx'
import { BreakdownFilters } from '#app/domain/reports/ui/breakdown-filters.tsx'
import { BreakdownTable } from '#app/domain/reports/ui/breakdown-table.tsx'
import { TakeAway } from '#app/domain/staff/ui/take-away.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { ChartCard } from '#app/ui/chart.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { requireFair } from './require-fair.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition, 'read-own-figures')
  const { pathname, searchParams } = new URL(request.url)
  const analysis = await readAnalysis(getServices(), localeOf(pathname), fair, scope, searchParams)
  const choices = breakdownsFor(scope.divisionCode)
  return { title: pageTitle(request, (t) => t.analysis.title), fair, choices, ...analysis }
}

export default function Analysis() {
  const t = useStaffMessages().analysis
  const { fair, choices, by, day, before, rows } = useLoaderData<typeof loader>()
  const title = [t.breakdowns[by], day].filter(Boolean).join(' · ')
  const entriesOf = ({ key }: BreakdownRow, state?: 'verified') => {
    if (key === null) return null
    const filter = new URLSearchParams({ ...(day ? { day } : {}), [by]: key, ...(state ? { state } : {}) })
    return `/organizer/exhibitions/${fair.slug}/entries?${filter}`
  }
  const compared = before && (before.name ? t.columns.fairBefore(before.name) : t.columns.dayBefore)
  return (
    <>
      <div className="print:hidden">
        <BreakdownFilters choices={choices} by={by} day={day} />
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t.none} text={t.noneText} />
      ) : (
        <>
          <TakeAway file={`/organizer/exhibitions/${fair.slug}/analysis/breakdown`} />
          <ChartCard id="chart" title={title}>
            <BreakdownChart by={by} rows={rows} label={t.chart(title)} />
          </ChartCard>
          <BreakdownTable rows={rows} caption={title} before={compared} entriesOf={entriesOf} />
        </>
      )}
      <p className="text-xs text-muted">{t.counted}</p>
    </>
  )
}
