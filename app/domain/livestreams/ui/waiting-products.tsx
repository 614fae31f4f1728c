import { useStaffMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { RowList } from '#app/ui/row-list.tsx'
import type { QueueStand, WaitingProduct } from '../matching-queue.server.ts'

type WaitingProductsProps = {
  items: ReadonlyArray<WaitingProduct>
  stand: QueueStand
  chosen: WaitingProduct | null
}

/** Each product of the platform with what waits for it; the chosen one is matched beside. */
export function WaitingProducts({ items, stand, chosen }: WaitingProductsProps) {
  const t = useStaffMessages().livestreams.matching
  return (
    <RowList label={t.queue}>
      {items.map((item) => {
        const isChosen = chosen?.externalId === item.externalId && chosen.spec === item.spec
        const query = new URLSearchParams({ stand, product: item.externalId, spec: item.spec })
        return (
          <li key={`${item.externalId} ${item.spec}`}>
            <LocalLink
              to={`/organizer/livestreams/matching?${query}#match`}
              aria-current={isChosen ? 'true' : undefined}
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
            </LocalLink>
          </li>
        )
      })}
    </RowList>
  )
}
