import { formatFen } from '#app/kernel/money.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import type { CartAnswer } from '../cart-answer.ts'
import type { CartLineView, CartParcelView } from '../cart-view.ts'
import { CartLine } from './cart-line.tsx'

type CartParcelProps = {
  parcel: CartParcelView
  answer: CartAnswer | undefined
  onRemove: (line: CartLineView) => void
}

/** What travels in one box: its seller, its temperature, how far it is from free shipping, and its lines. */
export function CartParcel({ parcel, answer, onRemove }: CartParcelProps) {
  const t = useMessages()
  const storage = t.catalog.storage[parcel.storage]
  const heading = `parcel-${parcel.key}`
  return (
    <Card as="section" labelledBy={heading} className="pb-0 md:pb-2">
      <header className="grid gap-2 border-b border-line pb-3">
        <div className="flex flex-wrap items-center justify-between gap-x-3">
          <h2 id={heading} className="flex items-center gap-2 font-medium">
            <Icon
              name={parcel.storage === 'ambient' ? 'box' : 'snow'}
              className="size-5 shrink-0 text-muted"
            />
            <LocalLink to={`/enterprises/${parcel.enterprise.slug}`} className="hover:text-cinnabar">
              {parcel.enterprise.name}
            </LocalLink>
            <span
              className={`shrink-0 text-sm font-normal ${parcel.storage === 'ambient' ? 'text-muted' : 'text-jade'}`}
            >
              {storage}
            </span>
          </h2>
          <span className="figures shrink-0 text-sm text-muted">
            {parcel.shippingFen > 0 ? t.cart.shippingFee(formatFen(parcel.shippingFen)) : null}
          </span>
        </div>
        <FreeShipping parcel={parcel} />
      </header>
      <ul className="divide-y divide-line">
        {parcel.lines.map((line) => (
          <CartLine key={line.sku} line={line} answer={answer} onRemove={onRemove} />
        ))}
      </ul>
    </Card>
  )
}

/** 包邮: a bar and words; the words alone say it all. */
function FreeShipping({ parcel: { freeFromFen, missingForFreeFen, itemsFen } }: { parcel: CartParcelView }) {
  const t = useMessages().cart
  if (freeFromFen === null) return null
  const isReached = missingForFreeFen === null
  const share = Math.min(100, Math.floor((itemsFen * 100) / freeFromFen))
  return (
    <div className="grid gap-1">
      <p className={`figures text-sm ${isReached ? 'text-grass' : 'text-muted'}`}>
        {isReached ? t.freeReached : t.freeMissing(formatFen(missingForFreeFen))}
        <span className="ml-2 text-xs text-muted">
          {isReached ? null : t.freeFrom(formatFen(freeFromFen))}
        </span>
      </p>
      <svg viewBox="0 0 100 2" preserveAspectRatio="none" className="h-1 w-full" aria-hidden="true">
        <rect width="100" height="2" rx="1" className="fill-line" />
        <rect width={share} height="2" rx="1" className={isReached ? 'fill-grass' : 'fill-millet'} />
      </svg>
    </div>
  )
}
