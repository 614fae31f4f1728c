import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { RowList } from '#app/ui/row-list.tsx'
import type { ShopOrderItem } from '../list-orders.server.ts'

type ShopOrderListProps = { orders: ReadonlyArray<ShopOrderItem>; home: string; printForm: string }

/** Each with a tick for the print form below it. */
export function ShopOrderList({ orders, home, printForm }: ShopOrderListProps) {
  const t = useStaffMessages().shipping.list
  return (
    <RowList label={t.title}>
      {orders.map((order) => (
        <li key={order.number} className="flex items-start gap-3 px-4 py-3">
          <input
            type="checkbox"
            form={printForm}
            name="order"
            value={order.number}
            aria-label={t.select(order.number)}
            className="mt-1 size-5 shrink-0 accent-cinnabar"
          />
          <OrderItem order={order} to={`${home}/${order.number}`} />
        </li>
      ))}
    </RowList>
  )
}

function OrderItem({ order, to }: { order: ShopOrderItem; to: string }) {
  const words = useStaffMessages()
  const t = words.shipping.list
  return (
    <div className="grid min-w-0 flex-1 gap-x-6 gap-y-1 text-sm lg:grid-cols-[minmax(0,1fr)_18rem]">
      <p className="flex flex-wrap items-center gap-2 lg:col-span-2">
        <LocalLink
          to={to}
          className="figures py-1 font-medium text-cinnabar underline-offset-4 hover:underline"
        >
          {order.number}
        </LocalLink>
        <Badge tone={order.status === 'to-ship' || order.status === 'partly-shipped' ? 'millet' : 'plain'}>
          {words.orders.status[order.status]}
        </Badge>
        {order.unsent.map((storage) => (
          <Badge key={storage} tone={storage === 'ambient' ? 'plain' : 'jade'}>
            {t.unsent(words.catalog.storage[storage])}
          </Badge>
        ))}
        {order.isLate ? <Badge tone="berry">{t.late}</Badge> : null}
        {order.hasNote ? <Badge tone="cinnabar">{t.note}</Badge> : null}
        {order.hasOpenRequest ? <Badge tone="berry">{t.request}</Badge> : null}
      </p>
      <ul>
        {order.lines.map((line) => (
          <li key={`${line.title} ${line.label}`}>{t.units(line.title, line.label, line.quantity)}</li>
        ))}
      </ul>
      <div className="grid content-start gap-1 text-muted">
        <p lang="zh-CN">
          {order.recipient} · {order.region}
        </p>
        <p className="figures">{t.paidAt(shanghaiMinute(order.paidAt))}</p>
      </div>
    </div>
  )
}
