import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Picture } from '#app/ui/picture.tsx'
import type { OrderLineView, OrderView, ParcelView } from '../order-view.ts'

type LineActions = (line: OrderLineView, order: OrderView) => ReactNode

/** What one enterprise sends: its state, its parcels with courier and number, its lines and what can be done about them. */
export function OrderParcels({ order, actions }: { order: OrderView; actions: LineActions }) {
  const t = useMessages().orders
  const heading = `order-${order.number}`
  return (
    <Card as="section" labelledBy={heading} className="grid gap-4">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h2 id={heading} className="font-medium">
          <LocalLink to={`/enterprises/${order.enterprise.slug}`} className="hover:text-cinnabar">
            {order.enterprise.name}
          </LocalLink>
        </h2>
        <Badge tone={order.status === 'completed' ? 'grass' : 'plain'}>{t.status[order.status]}</Badge>
      </header>
      {order.parcels.map((parcel) => (
        <section key={parcel.id} className="grid gap-3 border-t border-line pt-3">
          <ParcelFacts parcel={parcel} />
          <ul className="grid gap-4">
            {parcel.contents.map(({ line, quantity }) => (
              <li key={line.id} className="grid gap-2">
                <LineText line={line} quantity={quantity} />
                {parcel === firstParcelOf(order, line) ? actions(line, order) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {order.status === 'shipped' ? <ReceiptForm order={order} /> : null}
      {order.isCancellable ? <CancelForm order={order} /> : null}
    </Card>
  )
}

function CancelForm({ order }: { order: OrderView }) {
  const t = useMessages().orders.cancel
  return (
    <details className="border-t border-line pt-1">
      <summary className="flex min-h-11 cursor-pointer items-center text-sm text-muted hover:text-berry">
        {t.part}
      </summary>
      <Form method="post" preventScrollReset className="grid gap-3 pt-2">
        <input type="hidden" name="order" value={order.number} />
        <p className="text-sm text-muted">{t.partText}</p>
        <div>
          <Button name="intent" value="cancel-order" kind="danger">
            {t.confirmPart}
          </Button>
        </div>
      </Form>
    </details>
  )
}

function ReceiptForm({ order }: { order: OrderView }) {
  const t = useMessages().orders
  return (
    <Form method="post" preventScrollReset className="grid gap-1 border-t border-line pt-3">
      <input type="hidden" name="order" value={order.number} />
      <div>
        <Button name="intent" value="confirm-receipt" kind="secondary">
          {t.confirmReceipt}
        </Button>
      </div>
      <p className="text-xs text-muted">{t.confirmReceiptHint}</p>
    </Form>
  )
}

/** What can be done about a line is offered once, however many parcels it travels in. */
function firstParcelOf({ parcels }: OrderView, line: OrderLineView) {
  return parcels.find((parcel) => parcel.contents.some((content) => content.line.id === line.id))
}

function ParcelFacts({ parcel }: { parcel: ParcelView }) {
  const t = useMessages()
  const words = t.orders
  const couriers: Record<string, string> = words.couriers
  const fee = parcel.shippingFen === 0 ? words.free : `${words.shipping} ${formatFen(parcel.shippingFen)}`
  return (
    <div className="grid gap-1 text-sm">
      <p className="flex items-center justify-between gap-2">
        <span className="flex items-center gap-2 text-muted">
          <Icon name={parcel.storage === 'ambient' ? 'box' : 'snow'} className="size-4" />
          {words.parcel(t.catalog.storage[parcel.storage])}
        </span>
        <span className="figures text-muted">{fee}</span>
      </p>
      {parcel.courier && parcel.trackingNumber ? (
        <p className="figures">
          {couriers[parcel.courier] ?? parcel.courier} {parcel.trackingNumber}
          <span className="block text-xs text-muted">{words.copyHint}</span>
        </p>
      ) : null}
      <p className="figures text-muted">
        {parcel.shippedAt
          ? words.shippedAt(shanghaiMinute(parcel.shippedAt))
          : parcel.isDropped
            ? words.dropped
            : words.notShipped}
        {parcel.deliveredAt ? (
          <>
            {' · '}
            <span className="inline-block">{words.deliveredAt(shanghaiMinute(parcel.deliveredAt))}</span>
          </>
        ) : null}
      </p>
    </div>
  )
}

function LineText({ line, quantity }: { line: OrderLineView; quantity: number }) {
  const t = useMessages().orders
  return (
    <div className="flex items-start gap-3" data-division={line.divisionCode}>
      <div className="size-16 shrink-0 overflow-hidden rounded-sm bg-hue-ground">
        {line.pictureKey ? (
          <Picture pictureKey={line.pictureKey} alt="" sizes="64px" className="size-full" />
        ) : null}
      </div>
      <div className="min-w-0 flex-1">
        <LocalLink
          to={`/products/${line.productSlug}`}
          className="leading-snug font-medium hover:text-cinnabar"
        >
          {line.title}
        </LocalLink>
        <p className="figures text-sm text-muted">
          {line.variantLabel} · {t.line(formatFen(line.priceFen), line.quantity)}
        </p>
        {quantity < line.quantity ? (
          <p className="figures text-sm text-muted">{t.inParcel(quantity, line.quantity)}</p>
        ) : null}
        {line.refundedFen > 0 ? (
          <p className="figures text-sm text-jade">{t.lineRefunded(formatFen(line.refundedFen))}</p>
        ) : null}
      </div>
      <span className="figures shrink-0">{formatFen(line.amountFen)}</span>
    </div>
  )
}
