import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listLines } from '#app/domain/settlements/list-lines.server.ts'
import { mostPrintedLines } from '#app/domain/settlements/statement.ts'
import { PrintStatement } from '#app/domain/settlements/ui/print-statement.tsx'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireStatement } from './require-statement.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { found, enterprise } = await requireStatement({ request, params })
  const services = getServices()
  return {
    title: pageTitle(request, (t) => t.settlements.print.heading),
    enterprise,
    path: `/organizer/statements/${params.statement}`,
    at: services.clock.now(),
    statement: found.statement,
    lines: await listLines(services, found, null, mostPrintedLines),
  }
}

export default function StatementPrint() {
  return <PrintStatement {...useLoaderData<typeof loader>()} />
}
