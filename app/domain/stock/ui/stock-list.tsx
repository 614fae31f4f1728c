import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { StockItem } from '../list-stock.server.ts'
import { stockName } from '../stock-name.ts'
import { HeapFigures } from './heap-figures.tsx'

/** Cards on a phone, rows on a desk. */
export function StockList({ items, path }: { items: ReadonlyArray<StockItem>; path: string }) {
  const t = useStaffMessages().stock
  return (
    <ul aria-label={t.results} className="grid gap-2">
      {items.map((item) => (
        <StockRow
          key={item.articleNumber}
          item={item}
          to={`${path}/${encodeURIComponent(item.articleNumber)}`}
        />
      ))}
    </ul>
  )
}

function StockRow({ item, to }: { item: StockItem; to: string }) {
  const t = useStaffMessages().stock
  return (
    <Card
      as="li"
      className="grid grid-cols-[3.5rem_minmax(0,1fr)] items-center gap-x-3 gap-y-2 p-3! md:grid-cols-[3.5rem_minmax(0,1fr)_22rem]"
    >
      <div className="size-14 overflow-hidden rounded-sm bg-paper-deep">
        {item.pictureKey ? (
          <Picture pictureKey={item.pictureKey} alt="" sizes="56px" className="size-full" />
        ) : null}
      </div>
      <div className="grid min-w-0 gap-1">
        <LocalLink to={to} className="line-clamp-2 font-medium hover:text-cinnabar">
          {stockName(item, useLocale())}
        </LocalLink>
        <p className="figures flex flex-wrap items-center gap-2 text-xs text-muted">
          {item.articleNumber}
          <StockBadge item={item} />
          {item.elsewhere > 0 ? <span>{t.elsewhere(item.elsewhere)}</span> : null}
        </p>
      </div>
      <div className="col-span-2 md:col-span-1">
        <HeapFigures heaps={item} />
      </div>
    </Card>
  )
}

function StockBadge({ item: { free, lowStockAt, isOnSale } }: { item: StockItem }) {
  const t = useStaffMessages().stock
  if (!isOnSale) return <Badge>{t.offSale}</Badge>
  return free <= lowStockAt ? <Badge tone={free === 0 ? 'berry' : 'millet'}>{t.states.low}</Badge> : null
}
