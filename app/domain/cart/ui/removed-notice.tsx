import { useMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { AddToCartForm, useAddToCart } from './add-to-cart.tsx'

/** A removal is carried out at once, and can be taken back as long as the page is open. */
export type RemovedLine = { sku: string; quantity: number; title: string | null }

export function RemovedNotice({ removed }: { removed: RemovedLine }) {
  const t = useMessages().cart
  const cart = useAddToCart(`undo:${removed.sku}`)
  return (
    <Notice role="status">
      <AddToCartForm cart={cart} className="flex flex-wrap items-center gap-x-3">
        <input type="hidden" name="intent" value="add" />
        <input type="hidden" name="sku" value={removed.sku} />
        <input type="hidden" name="quantity" value={removed.quantity} />
        <span>{removed.title ? t.removed(removed.title) : t.removedOne}</span>
        <Button kind="quiet" size="small">
          {t.undo}
        </Button>
        {cart.answer?.ok === false ? <span>{cart.answer.message}</span> : null}
      </AddToCartForm>
    </Notice>
  )
}
