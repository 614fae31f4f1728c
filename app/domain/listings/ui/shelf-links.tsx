import { fen, formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import type { ListingDraft } from '../draft.ts'

type ShelfLinksProps = { id: string; product: ListingDraft; home: string }

/** Price and stock change most often, and need no review: a touch to each, above the long form. */
export function ShelfLinks({ id, product, home }: ShelfLinksProps) {
  const { prices: t, from } = useStaffMessages().listings
  // What is off sale has no price for anybody.
  const onSale = product.variants.filter(({ isActive }) => isActive)
  const [first, ...others] = onSale.length > 0 ? onSale : product.variants
  if (!first) return null
  const lowest = formatFen(fen(Math.min(...[first, ...others].map(({ priceFen }) => priceFen ?? 0))))
  const isOne = others.length === 0
  const stock = isOne ? `/${first.sku}` : `?${new URLSearchParams({ q: product.title })}`
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="figures mr-2 text-lg font-medium">{isOne ? lowest : from(lowest)}</span>
      <ButtonLink to={`${home}/listings/${id}#prices`} kind="secondary">
        {t.change}
      </ButtonLink>
      <ButtonLink to={`${home}/stock${stock}`} kind="secondary">
        {t.stock}
      </ButtonLink>
    </div>
  )
}
