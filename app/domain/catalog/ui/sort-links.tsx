import { useMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import type { ListQuery, Sort } from '../list-query.ts'

// Not imported from list-query.ts: that file brings the schema library, which the browser does not need.
const sorts: ReadonlyArray<Sort> = ['score', 'sales', 'price-asc', 'price-desc', 'newest']

export function SortLinks({ query, linkTo }: { query: ListQuery; linkTo: (query: ListQuery) => string }) {
  const t = useMessages().catalog.list
  const { after: _, ...first } = query
  return (
    <nav aria-label={t.sort} className="scroll-row gap-4 border-b border-line text-sm">
      {sorts.map((sort) => (
        <LocalLink
          key={sort}
          to={linkTo({ ...first, sort })}
          aria-current={sort === query.sort ? 'true' : undefined}
          preventScrollReset
          className="-mb-px min-h-11 content-center whitespace-nowrap border-b-2 border-transparent text-muted hover:text-ink aria-[current=true]:border-cinnabar aria-[current=true]:font-medium aria-[current=true]:text-ink"
        >
          {t.sorts[sort]}
        </LocalLink>
      ))}
    </nav>
  )
}
