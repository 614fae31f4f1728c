import { useNavigation } from '@remix-run/react'
import type { CartView } from '#app/domain/cart/cart-view.ts'
import { CartSums } from '#app/domain/cart/ui/cart-sums.tsx'
import { useMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { Money } from '#app/ui/money.tsx'

/** The sums and the one action; the total that was seen is sent along, so that a change is never charged unseen. */
export function CheckoutTotals({ cart, payMinutes }: { cart: CartView; payMinutes: number }) {
  const t = useMessages().checkout
  const isBusy = useNavigation().state !== 'idle'
  return (
    <CardSection id="totals" title={t.totals} className="content-start gap-3 self-start lg:sticky lg:top-4">
      <input type="hidden" name="seenTotalFen" value={cart.totalFen} />
      <CartSums cart={cart} words={t} />
      <div className="bottom-bar">
        <Money amount={cart.totalFen} size="large" className="text-cinnabar lg:hidden" />
        <Button
          name="intent"
          value="place"
          size="large"
          wide
          aria-disabled={isBusy}
          className="max-lg:flex-1 max-lg:basis-32"
        >
          {t.submit}
        </Button>
      </div>
      <p className="text-xs text-muted">{t.submitNote(payMinutes)}</p>
      <p className="text-xs text-muted">{t.terms}</p>
      <noscript>
        <p className="text-xs text-muted">{t.regionChanged}</p>
      </noscript>
    </CardSection>
  )
}
