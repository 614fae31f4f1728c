import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findLastRollupCheck } from '#app/domain/books/book-views.server.ts'
import { LastCheck } from '#app/domain/books/ui/check-list.tsx'
import { readFairSummary } from '#app/domain/exhibitions/fair-summary.server.ts'
import { FairSummary } from '#app/domain/exhibitions/ui/fair-summary.tsx'
import { getServices } from '#app/platform/services.server.ts'
import { fairTitle, requireFair } from './require-fair.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition, 'read-own-figures')
  const [services, title] = [getServices(), fairTitle(request, fair, 'overview')]
  const summary = await readFairSummary(services, fair, scope)
  return { title, fair, summary, check: await findLastRollupCheck(services, fair.id) }
}

export default function Overview() {
  const { fair, summary, check } = useLoaderData<typeof loader>()
  return (
    <>
      <FairSummary fair={fair} summary={summary} />
      <LastCheck check={check} />
    </>
  )
}
