import { smallestTotalFen } from '#app/domain/checkout/quote.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { Money } from '#app/ui/money.tsx'
import type { CartView } from '../cart-view.ts'
import { CartSums } from './cart-sums.tsx'

/** Beside the parcels on a desk; on phones the sums stand under them and the one action stays under the thumb. */
export function CartSummary({ cart }: { cart: CartView }) {
  const t = useMessages().cart
  return (
    <>
      <CardSection id="cart-summary" title={t.summary} className="gap-3 lg:sticky lg:top-4">
        <CartSums cart={cart} words={t} />
        <p className="text-xs text-muted">
          {t.parcels(cart.parcels.length)} · {t.parcelNote}
        </p>
        <div className="hidden lg:block">
          <CheckoutAction cart={cart} />
        </div>
      </CardSection>
      <div className="bottom-bar justify-between lg:hidden">
        <p className="grid leading-tight">
          <span className="text-xs text-muted">{t.total}</span>
          <Money amount={cart.totalFen} size="large" className="text-cinnabar" />
        </p>
        <CheckoutAction cart={cart} />
      </div>
    </>
  )
}

function CheckoutAction({ cart }: { cart: CartView }) {
  const t = useMessages().cart
  if (cart.problem === 'amount-too-small') {
    return <p className="max-w-48 text-sm text-berry">{t.belowMinimumTotal(formatFen(smallestTotalFen))}</p>
  }
  if (cart.problem) return <p className="max-w-48 text-sm text-berry">{t.cannotCheckout}</p>
  return (
    <ButtonLink to="/checkout" size="large" wide className="max-lg:flex-1 max-lg:basis-32">
      {t.checkoutCount(cart.count)}
    </ButtonLink>
  )
}
