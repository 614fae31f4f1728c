import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { Picture } from '#app/ui/picture.tsx'
import type { ShipAnswer } from '../ship-forms.server.ts'
import type { ShopOrder, ShopParcel } from '../shop-order.ts'
import { CorrectForm } from './correct-form.tsx'
import { OutOfStockForm } from './out-of-stock-form.tsx'
import { ShipForm } from './ship-form.tsx'

type ShopParcelsProps = {
  order: ShopOrder
  answer: ShipAnswer | undefined
  formKey: string
  isFrozenAtRisk: boolean
}

/** What has left, with its number, and what is still to leave, with the form for it. */
export function ShopParcels({ order, answer, formKey, isFrozenAtRisk }: ShopParcelsProps) {
  const words = useStaffMessages()
  const isOpen = order.groupStatus === 'paid' && ['to-ship', 'partly-shipped'].includes(order.status)
  return (
    <>
      {order.parcels.map((parcel) => (
        <CardSection
          key={parcel.id}
          id={`parcel-${parcel.id}`}
          title={words.shipping.parcel.title(words.catalog.storage[parcel.storage])}
        >
          <ParcelState parcel={parcel} />
          {parcel.shippedAt ? (
            <CorrectForm
              // Once corrected the form begins anew.
              key={`${parcel.courier} ${parcel.trackingNumber}`}
              parcel={parcel}
              state={answer?.correction?.id === parcel.id ? answer.correction : undefined}
            />
          ) : null}
          <ParcelContents parcel={parcel} />
          {isOpen && !parcel.shippedAt ? (
            <>
              <ShipForm
                parcel={parcel}
                state={answer?.parcel?.id === parcel.id ? answer.parcel : undefined}
                isFrozenAtRisk={isFrozenAtRisk}
              />
              <OutOfStockForm
                // A form that was sent begins anew.
                key={formKey}
                parcel={parcel}
                formKey={formKey}
                state={answer?.outOfStock?.id === parcel.id ? answer.outOfStock : undefined}
              />
            </>
          ) : null}
        </CardSection>
      ))}
    </>
  )
}

function ParcelState({ parcel }: { parcel: ShopParcel }) {
  const words = useStaffMessages()
  const t = words.shipping.parcel
  const couriers: Record<string, string> = words.orders.couriers
  if (!parcel.shippedAt)
    return (
      <p>
        <Badge tone="millet">{t.toShip}</Badge>
      </p>
    )
  return (
    <div className="figures text-sm">
      <p>
        {parcel.courier ? (couriers[parcel.courier] ?? parcel.courier) : null} {parcel.trackingNumber}
      </p>
      <p className="text-muted">
        {t.shippedAt(shanghaiMinute(parcel.shippedAt))}
        {parcel.deliveredAt ? ` · ${t.deliveredAt(shanghaiMinute(parcel.deliveredAt))}` : null}
      </p>
    </div>
  )
}

function ParcelContents({ parcel: { contents } }: { parcel: ShopParcel }) {
  const t = useStaffMessages().shipping.parcel
  return (
    <ul className="divide-y divide-line border-y border-line">
      {contents.map(({ line, quantity }) => (
        <li key={line.id} className="flex items-center gap-3 py-2">
          {line.pictureKey ? (
            <Picture
              pictureKey={line.pictureKey}
              alt=""
              sizes="48px"
              className="size-12 shrink-0 rounded-sm bg-paper"
            />
          ) : null}
          <span className="min-w-0 flex-1">
            {line.title} <span className="text-sm text-muted">{line.label}</span>
          </span>
          <span className="figures shrink-0 text-lg font-medium">{t.units(quantity)}</span>
        </li>
      ))}
    </ul>
  )
}
