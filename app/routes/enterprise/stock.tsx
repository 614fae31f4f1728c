import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { listStock } from '#app/domain/stock/list-stock.server.ts'
import { parseStockQuery } from '#app/domain/stock/stock-query.ts'
import { StockFilters } from '#app/domain/stock/ui/stock-filters.tsx'
import { StockList } from '#app/domain/stock/ui/stock-list.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'adjust-stock')
  const query = parseStockQuery(new URL(request.url).searchParams)
  return {
    title: pageTitle(request, (t) => t.stock.title),
    path: `/enterprise/${scope.slug}/stock`,
    query,
    ...(await listStock(getServices(), scope, query)),
  }
}

export default function Stock() {
  const t = useStaffMessages().stock
  const { path, query, items, next } = useLoaderData<typeof loader>()
  const isFiltered = query.state !== null || query.text !== ''
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <div className="pb-4">
        <StockFilters query={query} />
      </div>
      {items.length > 0 ? (
        <StockList items={items} path={path} />
      ) : (
        <EmptyState
          title={isFiltered ? t.noneTitle : t.emptyTitle}
          text={isFiltered ? t.noneText : t.emptyText}
        />
      )}
      <PageTurner next={next} />
    </>
  )
}
