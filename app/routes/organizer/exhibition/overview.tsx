import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findLastRollupCheck } from '#app/domain/books/book-views.server.ts'
import { LastCheck } from '#app/domain/books/ui/check-list.tsx'
import { readFairSummary } from '#app/domain/exhibitions/fair-summary.server.ts'
import { FairSummary } from '#app/domain/exhibitions/ui/fair-summary.tsx'
import { LiveOverview } from '#app/domain/exhibitions/ui/live-overview.tsx'
import { readBreakdown } from '#app/domain/reports/read-breakdown.server.ts'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fairTitle, requireFair } from './require-fair.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition, 'read-own-figures')
  const [services, title] = [getServices(), fairTitle(request, fair, 'overview')]
  const window = { exhibitionId: fair.id, day: null, division: null }
  const locale = localeOf(new URL(request.url).pathname)
  // The parts, as they come, are of the whole fair.
  const seesAll = organizerMay(scope, 'read-figures')
  const [summary, check, days, snapshot] = await Promise.all([
    readFairSummary(services, fair, scope),
    findLastRollupCheck(services, fair.id),
    seesAll ? readBreakdown(services, locale, 'day', window, null) : [],
    seesAll ? services.live.current(fair.id, 'internal') : null,
  ])
  return { title, fair, summary, check, snapshot, days }
}

export default function Overview() {
  const { fair, summary, check, snapshot, days } = useLoaderData<typeof loader>()
  return (
    <>
      {snapshot ? (
        <LiveOverview fair={fair} summary={summary} first={snapshot} days={days} />
      ) : (
        <FairSummary fair={fair} summary={summary} />
      )}
      <LastCheck check={check} />
    </>
  )
}
