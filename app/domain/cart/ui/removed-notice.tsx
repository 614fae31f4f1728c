import { useEffect, useRef } from 'react'
import { inLocale } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { RemovedLine } from '../cart.ts'
import { AddToCartForm, useAddToCart } from './add-to-cart.tsx'
import { lineId } from './line-keys.ts'

/** A removal is carried out at once, and can be taken back as long as the page is open. */
export function RemovedNotice({ removed }: { removed: RemovedLine }) {
  const t = useMessages().cart
  const cart = useAddToCart(`undo:${removed.sku}`)
  const place = useKeyboardPlace(removed.sku)
  return (
    // In sight however far down the removed line stood.
    <div ref={place} tabIndex={-1} className="sticky top-2 z-10 w-fit rounded-md shadow-soft">
      <Notice role="status">
        <AddToCartForm cart={cart} className="-my-2.5 flex flex-wrap items-center gap-x-3">
          <input type="hidden" name="intent" value="add" />
          <input type="hidden" name="sku" value={removed.sku} />
          <input type="hidden" name="quantity" value={removed.quantity} />
          <span>{t.removed(inLocale(useLocale(), removed.title, removed.titleEn))}</span>
          <Button kind="quiet" size="small">
            {t.undo}
          </Button>
          {cart.answer?.ok === false ? <span>{cart.answer.message}</span> : null}
        </AddToCartForm>
      </Notice>
    </div>
  )
}

/** The pressed button went with its line: the keyboard goes on from here, and from the line again once it is back. */
function useKeyboardPlace(sku: string) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true })
    return () => document.getElementById(lineId(sku))?.focus()
  }, [sku])
  return place
}
