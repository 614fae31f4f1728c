import { type ReactNode, useState } from 'react'
import { useMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { CartRow, RemovedLine } from '../cart.ts'
import type { CartAnswer } from '../cart-answer.ts'
import { type CartLineView, viewCart } from '../cart-view.ts'
import { CartParcel } from './cart-parcel.tsx'
import { CartSummary } from './cart-summary.tsx'
import { RemovedNotice } from './removed-notice.tsx'
import { usePendingQuantities } from './use-pending-quantities.ts'

type CartContentsProps = {
  rows: ReadonlyArray<CartRow>
  answer: CartAnswer | undefined
  /** What to look at when there is nothing in the cart. */
  ideas: ReactNode
}

export function CartContents({ rows, answer, ideas }: CartContentsProps) {
  const words = useMessages().cart
  const pending = usePendingQuantities()
  const cart = viewCart(rows, 'near', useLocale(), pending)
  const [removed, setRemoved] = useState<RemovedLine | null>(null)
  const latest = removed ?? (answer?.kind === 'removed' ? answer.line : null)
  const undoable = rows.some((row) => row.sku === latest?.sku) ? null : latest
  // As many as the page shows: the shop may not have answered the last click on the line yet.
  const remove = ({ sku, quantity }: CartLineView) => {
    const row = rows.find((each) => each.sku === sku)
    setRemoved(row ? { ...row, quantity } : null)
  }
  return (
    <div className="grid gap-4">
      {answer?.kind === 'refused' ? (
        <Notice tone="warning" role="alert">
          {words.failures[answer.code]}
        </Notice>
      ) : null}
      {undoable ? <RemovedNotice removed={undoable} /> : null}
      {cart.parcels.length === 0 ? (
        <EmptyCart ideas={ideas} />
      ) : (
        <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-8">
          <div className="grid content-start gap-4">
            {cart.parcels.map((parcel) => (
              <CartParcel key={parcel.key} parcel={parcel} answer={answer} onRemove={remove} />
            ))}
          </div>
          <div>
            <CartSummary cart={cart} />
          </div>
        </div>
      )}
    </div>
  )
}

function EmptyCart({ ideas }: { ideas: ReactNode }) {
  const t = useMessages().cart
  return (
    <>
      <EmptyState title={t.empty} text={t.emptyText}>
        <ButtonLink to="/products">{t.browse}</ButtonLink>
      </EmptyState>
      {ideas}
    </>
  )
}
