import { useStaffMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { RowList } from '#app/ui/row-list.tsx'
import type { WaitingProduct } from '../matching-queue.server.ts'
import type { PostedProduct } from '../posted-products.server.ts'
import type { QueueStand } from '../queue-stand.ts'

type WaitingProductsProps = {
  items: ReadonlyArray<WaitingProduct | PostedProduct>
  stand: QueueStand
  chosen: WaitingProduct | PostedProduct | null
}

/** Each product of the platform with what waits for it, or stands as what; the chosen one is matched, or taken back, beside. */
export function WaitingProducts({ items, stand, chosen }: WaitingProductsProps) {
  const t = useStaffMessages().livestreams.matching
  return (
    <RowList label={t.stands[stand].list}>
      {items.map((item) => {
        const query = queryOf(item, stand).toString()
        return (
          <li key={query}>
            <LocalLink
              to={`/organizer/livestreams/matching?${query}#match`}
              aria-current={chosen && queryOf(chosen, stand).toString() === query ? 'true' : undefined}
              className="grid gap-1 px-4 py-3 hover:bg-paper aria-[current=true]:bg-cinnabar-wash"
            >
              <span className="font-medium" lang="zh-CN">
                {item.title || item.externalId}
              </span>
              <span className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
                {item.spec ? <span lang="zh-CN">{item.spec}</span> : null}
                <span translate="no">{item.merchantCode}</span>
              </span>
              <span className="flex flex-wrap items-baseline gap-x-3 text-sm">
                <span className="figures">{t.orders(item.orders)}</span>
                <Money amount={item.netFen} size="small" />
              </span>
              {'sku' in item ? (
                <span className="text-sm text-muted">
                  {item.postedAs} · {item.enterprise}
                </span>
              ) : null}
            </LocalLink>
          </li>
        )
      })}
    </RowList>
  )
}

function queryOf(item: WaitingProduct | PostedProduct, stand: QueueStand): URLSearchParams {
  const { externalId, spec } = item
  return new URLSearchParams({ stand, product: externalId, spec, ...('sku' in item && { as: item.sku }) })
}
