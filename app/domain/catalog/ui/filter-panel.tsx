import type { ReactNode } from 'react'
import { localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import { type ListPlace, listPath, listSearch, withFilter, yuanText } from '../list-links.ts'
import type { Facets } from '../list-page.ts'
import type { FilterName, ListQuery } from '../list-query.ts'

type FilterPanelProps = { facets: Facets; query: ListQuery; place: ListPlace }

/**
 * A left column on desks; on phones a sheet from below, which is the same element as a native popover:
 * it opens, closes with Escape or a touch beside it, and needs no script.
 */
export function FilterPanel({ facets, query, place }: FilterPanelProps) {
  const t = useMessages().catalog
  const { fixed } = place
  const linkTo = (query: ListQuery) => listPath(place, query)
  const group = <Name extends FilterName>(
    name: Name,
    title: string,
    options: ReadonlyArray<Option<ListQuery[Name]>>,
  ) => (
    <FacetGroup
      title={title}
      options={options.map(({ value, ...option }) => {
        const isChosen = query[name] === value
        return { ...option, isChosen, to: linkTo(withFilter(query, name, isChosen ? undefined : value)) }
      })}
    />
  )
  return (
    <aside
      id="filters"
      aria-label={t.list.filters}
      {...{ popover: 'auto' }}
      className="sheet lg:sheet-off content-start gap-6 overflow-y-auto"
    >
      {fixed === 'division' ? null : group('division', t.list.division, facets.division)}
      {fixed === 'category' ? null : group('category', t.list.category, facets.category)}
      {facets.subcategory.length > 0 ? group('subcategory', t.list.subcategory, facets.subcategory) : null}
      {group(
        'storage',
        t.list.storage,
        facets.storage.map((o) => ({ ...o, name: t.storage[o.value] })),
      )}
      {group(
        'certificate',
        t.list.certificate,
        facets.certificate.map((o) => ({ ...o, name: t.certificate[o.value] })),
      )}
      <FacetGroup
        title={t.list.season}
        options={[
          {
            name: t.list.seasonNow(facets.season.month),
            count: facets.season.count,
            isChosen: query.season !== undefined,
            to: linkTo(withFilter(query, 'season', query.season ? undefined : facets.season.month)),
          },
          {
            name: t.list.inStock,
            count: facets.inStock.count,
            isChosen: query.stock === true,
            to: linkTo(withFilter(query, 'stock', query.stock ? undefined : true)),
          },
        ]}
      />
      <PriceRange query={query} place={place} />
      <Button
        type="button"
        wide
        className="lg:hidden"
        {...{ popovertarget: 'filters', popovertargetaction: 'hide' }}
      >
        {t.list.apply}
      </Button>
    </aside>
  )
}

type Option<Value> = { value: Value; name: string; count: string | null }
type OptionLink = { name: string; count: string | null; isChosen: boolean; to: string }

function FacetGroup({ title, options }: { title: string; options: ReadonlyArray<OptionLink> }) {
  const shown = options.filter((option) => option.isChosen || option.count !== '0')
  if (shown.length === 0) return null
  return (
    <FilterGroup title={title}>
      <ul className="grid grid-cols-2 gap-x-3 lg:grid-cols-1">
        {shown.map((option) => (
          <li key={option.name}>
            <LocalLink
              to={option.to}
              preventScrollReset
              aria-current={option.isChosen ? 'true' : undefined}
              className="flex min-h-11 items-center justify-between gap-2 text-sm hover:text-cinnabar aria-[current=true]:font-medium aria-[current=true]:text-cinnabar lg:min-h-8"
            >
              {option.name}
              {option.count === null ? null : (
                <span className="figures text-xs text-muted">{option.count}</span>
              )}
            </LocalLink>
          </li>
        ))}
      </ul>
    </FilterGroup>
  )
}

function FilterGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-1">
      <h2 className="text-sm font-medium">{title}</h2>
      {children}
    </section>
  )
}

/** Free prices need a form; its other filters travel along as hidden fields. */
function PriceRange({ query, place }: Omit<FilterPanelProps, 'facets'>) {
  const t = useMessages().catalog.list
  const locale = useLocale()
  const { path, text, fixed } = place
  const { after: _, min, max, ...rest } = query
  const kept = [...new URLSearchParams(listSearch(rest, text))].filter(([name]) => name !== fixed)
  const input = 'min-h-11 w-full rounded-sm border border-line-deep bg-card px-2 text-sm'
  return (
    <FilterGroup title={t.price}>
      <form method="get" action={localPath(locale, path)} className="flex items-center gap-2">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input
          key={`min-${min}`}
          name="min"
          inputMode="decimal"
          defaultValue={min === undefined ? '' : yuanText(min)}
          aria-label={t.priceMin}
          className={input}
        />
        <span aria-hidden="true">–</span>
        <input
          key={`max-${max}`}
          name="max"
          inputMode="decimal"
          defaultValue={max === undefined ? '' : yuanText(max)}
          aria-label={t.priceMax}
          className={input}
        />
        <Button kind="secondary" size="medium" className="shrink-0">
          {t.go}
        </Button>
      </form>
    </FilterGroup>
  )
}
