import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readFairSummary } from '#app/domain/exhibitions/fair-summary.server.ts'
import { FairSummary } from '#app/domain/exhibitions/ui/fair-summary.tsx'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireFair } from './require-fair.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { fair } = await requireFair(request, params.exhibition, 'read-figures')
  const summary = await readFairSummary(getServices(), fair)
  return { title: pageTitle(request, () => fair.name), fair, summary }
}

export default function Overview() {
  const { fair, summary } = useLoaderData<typeof loader>()
  return <FairSummary fair={fair} summary={summary} />
}
