import { useLocation } from '@remix-run/react'
import { barePath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { EmptyLand } from '#app/ui/motif.tsx'
import { renderOnce } from '#app/ui/render-once.tsx'
import { listPath } from '../list-links.ts'
import type { ListPage } from '../list-page.ts'
import { ActiveFilters } from './active-filters.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { ProductGrid } from './product-grid.tsx'
import { SortLinks } from './sort-links.tsx'

// The same on all pages of a list.
const Filters = renderOnce('filter-panel', FilterPanel)

type ProductListProps = {
  list: ListPage
  /** The search text, where the list is a search's. */
  text?: string | undefined
  /** The filter that the page itself is; neither offered nor taken off. */
  fixed?: 'division' | 'category' | 'enterprise'
}

/** A filtered list: the URL is the state, so everything here is a link and works without JavaScript. */
export function ProductList({ list, text, fixed }: ProductListProps) {
  const t = useMessages().catalog.list
  const place = { path: barePath(useLocation().pathname), text, fixed }
  const linkTo = (query: Partial<ListPage['query']>) => listPath(place, query)
  const { page, query, total } = list
  const { after: _, ...firstPage } = query
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <Filters facets={list.facets} query={firstPage} place={place} />
      <section aria-label={t.results} className="grid grid-cols-1 content-start gap-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="figures text-sm text-muted" role="status">
            {total.isExact ? t.count(total.value) : t.countAbout(total.value)}
          </p>
          <button
            type="button"
            className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line-deep bg-card px-4 text-sm lg:hidden"
            {...{ popovertarget: 'filters' }}
          >
            <Icon name="filter" className="size-4" />
            {t.filters}
          </button>
        </div>
        <SortLinks query={query} linkTo={linkTo} />
        <ActiveFilters list={list} linkTo={linkTo} fixed={fixed} />
        {page.items.length === 0 ? (
          <EmptyState title={t.emptyTitle} text={t.emptyText} picture={<EmptyLand />}>
            <ButtonLink to={linkTo({ sort: query.sort })}>{t.clear}</ButtonLink>
          </EmptyState>
        ) : (
          <ProductGrid products={page.items} isFirst />
        )}
        <nav className="flex justify-center gap-3 pt-4" aria-label={t.next}>
          {query.after ? (
            <ButtonLink to={linkTo(firstPage)} kind="secondary">
              {t.first}
            </ButtonLink>
          ) : null}
          {page.next ? (
            <ButtonLink to={linkTo({ ...query, after: page.next })} kind="secondary" rel="next">
              {t.next}
              <Icon name="right" className="size-4" />
            </ButtonLink>
          ) : null}
        </nav>
      </section>
    </div>
  )
}
