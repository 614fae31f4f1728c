import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { Flow } from '#app/domain/flows/flow.ts'
import { readFlows } from '#app/domain/flows/read-flows.server.ts'
import { FlowChart } from '#app/domain/flows/ui/flow-chart.tsx'
import { FlowDay, FlowSums } from '#app/domain/flows/ui/flow-sums.tsx'
import { FlowTable } from '#app/domain/flows/ui/flow-table.tsx'
import { TakeAway } from '#app/domain/staff/ui/take-away.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { queryDay } from '#app/kernel/query-text.ts'
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
  const day = queryDay(searchParams, 'day')
  const window = { exhibitionId: fair.id, day: day || null, division: scope.divisionCode }
  return {
    title: pageTitle(request, (t) => t.flows.title),
    fair,
    day,
    flows: await readFlows(getServices(), localeOf(pathname), window),
  }
}

export default function FairFlows() {
  const t = useStaffMessages().flows
  const { fair, day, flows } = useLoaderData<typeof loader>()
  const { rows, ...sums } = flows
  const entriesOf = ({ districtCode, divisionCode }: Flow) => {
    const filter = { district: districtCode, division: divisionCode, ...(day ? { day } : {}) }
    return `/organizer/exhibitions/${fair.slug}/entries?${new URLSearchParams(filter)}`
  }
  return (
    <>
      <div className="print:hidden">
        <FlowDay day={day} />
      </div>
      <FlowSums {...sums} />
      {rows.length === 0 ? (
        <EmptyState title={t.none} text={t.noneText} />
      ) : (
        <>
          <TakeAway file={`/organizer/exhibitions/${fair.slug}/flows/flows`} />
          <ChartCard id="chart" title={t.title}>
            <FlowChart rows={rows} />
          </ChartCard>
          <FlowTable rows={rows} entriesOf={entriesOf} />
        </>
      )}
      <p className="text-xs text-muted">{t.counted}</p>
    </>
  )
}
