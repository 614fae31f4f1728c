import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCategoryChoices } from '#app/domain/listings/category-choices.server.ts'
import { listListings } from '#app/domain/listings/list-listings.server.ts'
import { isFiltered, parseListingQuery } from '#app/domain/listings/list-query.ts'
import { BulkBar } from '#app/domain/listings/ui/bulk-bar.tsx'
import { ListingFilters } from '#app/domain/listings/ui/listing-filters.tsx'
import { ListingList } from '#app/domain/listings/ui/listing-list.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  const services = getServices()
  const { pathname, searchParams } = new URL(request.url)
  const query = parseListingQuery(searchParams)
  const [page, categories] = await Promise.all([
    listListings(services, scope, query),
    listCategoryChoices(services, localeOf(pathname)),
  ])
  return {
    title: pageTitle(request, (t) => t.listings.title),
    home: `/enterprise/${scope.slug}`,
    query,
    categories,
    isTicked: searchParams.get('tick') === 'page',
    ...page,
  }
}

export default function Listings() {
  const t = useStaffMessages().listings
  const { home, query, categories, isTicked, items, next } = useLoaderData<typeof loader>()
  const path = `${home}/listings`
  const start = <ButtonLink to={`${path}/new`}>{t.new}</ButtonLink>
  return (
    <>
      <PageHeading title={t.title}>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <FileLink to={`${home}/import/files/products.xlsx`}>{t.export}</FileLink>
          <ButtonLink to={`${path}/signs`} kind="quiet">
            {t.signs}
          </ButtonLink>
          {start}
        </div>
      </PageHeading>
      <div className="pb-4">
        <ListingFilters query={query} categories={categories} />
      </div>
      {items.length > 0 ? (
        <>
          <BulkBar home={home} query={query} />
          <ListingList items={items} home={home} isTicked={isTicked} />
        </>
      ) : (
        <EmptyState
          title={isFiltered(query) ? t.noneTitle : t.emptyTitle}
          text={isFiltered(query) ? t.noneText : t.emptyText}
        >
          {isFiltered(query) ? null : start}
        </EmptyState>
      )}
      <PageTurner next={next} />
    </>
  )
}
