import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listLines } from '#app/domain/settlements/list-lines.server.ts'
import { StatementPage } from '#app/domain/settlements/ui/statement-page.tsx'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireStatement } from './require-statement.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, found } = await requireStatement({ request, params })
  const after = new URL(request.url).searchParams.get('after')
  return {
    title: pageTitle(request, (t) => t.settlements.list.title),
    enterprise: scope.name,
    base: `/enterprise/${scope.slug}`,
    statement: found.statement,
    lines: await listLines(getServices(), found, after),
  }
}

export default function StatementRoute() {
  const { base, statement, ...page } = useLoaderData<typeof loader>()
  const home = `${base}/statements`
  return (
    <StatementPage
      {...page}
      statement={statement}
      home={home}
      path={`${home}/${statement.period}`}
      orders={`${base}/orders`}
    />
  )
}
