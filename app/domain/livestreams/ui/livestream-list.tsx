import { formatFen } from '#app/kernel/money.ts'
import type { LivestreamWords } from '#app/messages/livestreams.server.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import type { LivestreamItem } from '../list-livestreams.server.ts'

type LivestreamListProps = {
  items: ReadonlyArray<LivestreamItem>
  words: Pick<LivestreamWords, 'onAir' | 'host' | 'products'>
}

/** Sessions with their goods; each link says from which stream its reader comes (?live=). */
export function LivestreamList({ items, words }: LivestreamListProps) {
  const { demonstration } = useMessages().common
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {items.map((item) => (
        <li
          key={item.slug}
          className="grid content-start gap-3 rounded-md border border-line bg-card p-4 md:p-6"
        >
          <p className="figures flex flex-wrap items-center gap-2 text-sm text-muted">
            {item.startsAt}–{item.endsAt}
            {item.isOnAir ? <Badge tone="cinnabar">{words.onAir}</Badge> : null}
            {item.isDemonstration ? <Badge tone="millet">{demonstration}</Badge> : null}
          </p>
          <h3 className="title-font text-lg">{item.title}</h3>
          <p className="text-sm text-muted">
            {words.host} <span lang="zh-CN">{item.host}</span>
          </p>
          <ul aria-label={`${item.title} · ${words.products}`} className="text-sm">
            {item.products.map((product) => (
              <li key={product.slug}>
                <LocalLink
                  to={`/products/${product.slug}?live=${item.slug}`}
                  className="flex min-h-11 items-center justify-between gap-4 border-t border-line hover:text-cinnabar"
                >
                  {product.title}
                  <span className="figures whitespace-nowrap">{formatFen(product.minPriceFen)}</span>
                </LocalLink>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
