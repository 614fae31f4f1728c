import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { Picture } from '#app/ui/picture.tsx'
import type { OrderGroupItem } from '../order-view.ts'
import { StandingBadge } from './order-status.tsx'

export function OrderList({ items }: { items: ReadonlyArray<OrderGroupItem> }) {
  return (
    <ul className="grid gap-4">
      {items.map((item) => (
        <OrderItem key={item.number} item={item} />
      ))}
    </ul>
  )
}

function OrderItem({ item }: { item: OrderGroupItem }) {
  const t = useMessages()
  const words = t.account.orders
  const to = `/orders/${item.token}`
  return (
    <Card as="li" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
        <span className="figures text-muted">
          {item.number} · {shanghaiMinute(item.placedAt)}
        </span>
        <StandingBadge standing={item.standing} />
      </div>
      <LocalLink to={to} className="flex flex-wrap items-center gap-2 hover:text-cinnabar">
        {item.pictureKeys.map((key) => (
          <Picture
            key={key}
            pictureKey={key}
            alt=""
            sizes="56px"
            className="size-14 shrink-0 rounded-sm bg-paper"
          />
        ))}
        <span className="line-clamp-2 min-w-0 flex-1 basis-40 text-sm">{t.common.list(item.titles)}</span>
      </LocalLink>
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
        <p className="text-sm text-muted">
          {words.items(item.itemCount)} · <Money amount={item.totalFen} className="text-ink" />
        </p>
        {item.status === 'awaiting-payment' ? (
          <ButtonLink to={`/checkout/${item.token}/pay`}>{words.pay}</ButtonLink>
        ) : (
          <ButtonLink to={to} kind="secondary">
            {words.view}
          </ButtonLink>
        )}
      </div>
    </Card>
  )
}
