import type { CartParcelView, CartView } from '#app/domain/cart/cart-view.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Card } from '#app/ui/card.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Picture } from '#app/ui/picture.tsx'

/** All that is bought, once more before the button, with the way back to change it (E-Commerce Law article 50). */
export function ParcelReview({ cart }: { cart: CartView }) {
  const t = useMessages().checkout
  return (
    <Card as="section" labelledBy="goods" className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="goods" className="text-lg font-medium">
          {t.parcels}
        </h2>
        <LocalLink to="/cart" className="text-sm text-cinnabar underline underline-offset-4">
          {t.editCart}
        </LocalLink>
      </div>
      {cart.parcels.map((parcel) => (
        <Parcel key={parcel.key} parcel={parcel} />
      ))}
    </Card>
  )
}

function Parcel({ parcel }: { parcel: CartParcelView }) {
  const t = useMessages()
  const words = t.checkout
  return (
    <div className="grid gap-2 border-t border-line pt-4">
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <h3 className="font-medium">
          {parcel.enterprise.name}
          <span className={`ml-2 font-normal ${parcel.storage === 'ambient' ? 'text-muted' : 'text-jade'}`}>
            {t.catalog.storage[parcel.storage]}
          </span>
        </h3>
        <span className="figures shrink-0 text-muted">
          {parcel.shippingFen === 0 ? words.free : `${words.shipping} ${formatFen(parcel.shippingFen)}`}
        </span>
      </div>
      {parcel.notServed ? (
        <Notice tone="danger">{words.failures[parcel.notServed]}</Notice>
      ) : (
        <p className="text-xs text-muted">{words.arrival[parcel.storage]}</p>
      )}
      <ul className="grid gap-3">
        {parcel.lines.map((line) => (
          <li key={line.sku} className="flex items-center gap-3 text-sm" data-division={line.divisionCode}>
            <div className="size-14 shrink-0 overflow-hidden rounded-sm bg-hue-ground">
              {line.pictureKey ? (
                <Picture pictureKey={line.pictureKey} alt="" sizes="56px" className="size-full" />
              ) : null}
            </div>
            <div className="min-w-0 flex-1">
              <p className="leading-snug">{line.title}</p>
              <p className="figures text-muted">
                {line.variantLabel} {words.lineQuantity(line.quantity)}
              </p>
            </div>
            <span className="figures">{formatFen(line.amountFen)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
