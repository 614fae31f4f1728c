import { useMessages } from '#app/messages/messages.ts'
import { Icon } from '#app/ui/icon.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { withFilter, yuanText } from '../list-links.ts'
import type { ListPage } from '../list-page.ts'
import type { FilterName, ListQuery } from '../list-query.ts'

type ActiveFiltersProps = {
  list: ListPage
  linkTo: (query: ListQuery) => string
  fixed: FilterName | undefined
}

/** Chips of what is on; a touch takes one off. */
export function ActiveFilters({ list, linkTo, fixed }: ActiveFiltersProps) {
  const t = useMessages().catalog.list
  const chips = useChips(list).filter(({ name }) => name !== fixed)
  if (chips.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-2">
      {chips.map(({ name, text }) => (
        <li key={name}>
          <LocalLink
            to={linkTo(withFilter(list.query, name, undefined))}
            aria-label={t.removeFilter(text)}
            preventScrollReset
            className="inline-flex min-h-8 items-center gap-1 rounded-full bg-cinnabar-wash px-3 text-sm text-cinnabar-deep"
          >
            {text}
            <Icon name="close" className="size-3" />
          </LocalLink>
        </li>
      ))}
    </ul>
  )
}

function useChips({ query, chosen }: ListPage): Array<{ name: FilterName; text: string }> {
  const t = useMessages().catalog
  const texts: Array<[FilterName, string | undefined]> = [
    ['division', query.division && chosen.division],
    ['category', query.category && chosen.category],
    ['subcategory', query.subcategory && chosen.subcategory],
    ['enterprise', query.enterprise && chosen.enterprise],
    ['certificate', query.certificate && t.certificate[query.certificate]],
    ['storage', query.storage && t.storage[query.storage]],
    ['min', query.min === undefined ? undefined : `≥ ¥${yuanText(query.min)}`],
    ['max', query.max === undefined ? undefined : `≤ ¥${yuanText(query.max)}`],
    ['stock', query.stock ? t.list.inStock : undefined],
    ['season', query.season ? t.list.seasonNow(query.season) : undefined],
  ]
  return texts.flatMap(([name, text]) => (text ? [{ name, text }] : []))
}
