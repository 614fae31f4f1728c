import { formatFen } from '#app/kernel/money.ts'
import { Money } from '#app/ui/money.tsx'
import type { CartView } from '../cart-view.ts'

type CartSumsProps = {
  cart: Pick<CartView, 'itemsFen' | 'shippingFen' | 'totalFen'>
  words: Record<'items' | 'shipping' | 'free' | 'total', string>
}

/** The total is read out when it changes beneath the reader's hands. */
export function CartSums({ cart, words }: CartSumsProps) {
  return (
    <dl className="grid gap-2 text-sm">
      <div className="flex justify-between">
        <dt className="text-muted">{words.items}</dt>
        <dd className="figures">{formatFen(cart.itemsFen)}</dd>
      </div>
      <div className="flex justify-between">
        <dt className="text-muted">{words.shipping}</dt>
        <dd className="figures">{cart.shippingFen === 0 ? words.free : formatFen(cart.shippingFen)}</dd>
      </div>
      <div className="flex items-baseline justify-between border-t border-line pt-2">
        <dt>{words.total}</dt>
        <dd aria-live="polite">
          <Money amount={cart.totalFen} size="large" className="text-cinnabar" />
        </dd>
      </div>
    </dl>
  )
}
