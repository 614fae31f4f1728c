import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { closePeriod, findNextPeriod } from '#app/domain/settlements/close-period.server.ts'
import {
  listAllStatements,
  type StatementFilter,
  sumPeriods,
} from '#app/domain/settlements/list-all-statements.server.ts'
import { readPaidStand } from '#app/domain/settlements/paid-stands.ts'
import { isPeriod } from '#app/domain/settlements/period.ts'
import {
  AllStatements,
  ClosePeriod,
  PeriodTotals,
  StatementFilters,
} from '#app/domain/settlements/ui/all-statements.tsx'
import { usePeriodWord } from '#app/domain/settlements/ui/use-period-word.ts'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { queryText } from '#app/kernel/query-text.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useQuery } from '#app/ui/use-query.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'read-statements')
  const services = getServices()
  const query = new URL(request.url).searchParams
  const filter = readFilter(query)
  const title = pageTitle(request, (t) => t.settlements.organizer.title)
  const statements = await listAllStatements(services, scope, { ...filter, after: query.get('after') })
  const totals = await sumPeriods(services, scope)
  const next = organizerMay(scope, 'close-statements') ? await findNextPeriod(services) : null
  return { title, filter, totals, statements, next }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'close-statements')
  const period = String((await request.formData()).get('period') ?? '')
  const closed = await closePeriod(getServices(), scope, period)
  if (!closed.ok) return data({ failure: closed.code }, { status: 400 })
  return redirect(`${new URL(request.url).pathname}?period=${period}&done=closed`)
}

function readFilter(query: URLSearchParams): StatementFilter {
  const period = queryText(query, 'period')
  return { period: isPeriod(period) ? period : '', paid: readPaidStand(query.get('paid')) ?? '' }
}

export default function AllStatementsRoute() {
  const t = useStaffMessages().settlements.organizer
  const { filter, totals, statements, next } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.title} />
      <div className="grid grid-cols-1 gap-6">
        <ClosingOutcome />
        {next ? <ClosePeriod {...next} /> : null}
        <PeriodTotals totals={totals.filter(({ period }) => !filter.period || period === filter.period)} />
        <StatementFilters filter={filter} periods={totals.map(({ period }) => period)} />
        {statements.items.length > 0 ? (
          <AllStatements items={statements.items} />
        ) : (
          <EmptyState title={t.none} text={t.noneText} />
        )}
        <PageTurner next={statements.next} />
      </div>
    </>
  )
}

/** What became of a closing. */
function ClosingOutcome() {
  const t = useStaffMessages().settlements.organizer
  const word = usePeriodWord()
  const failure = useActionData<typeof action>()?.failure
  const query = useQuery()
  const period = query.get('period') ?? ''
  const isClosed = !failure && query.get('done') === 'closed' && isPeriod(period)
  return <Outcome done={isClosed && t.closed(word(period))} failure={failure && t.failures[failure]} />
}
