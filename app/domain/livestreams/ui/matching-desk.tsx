import { useStaffMessages } from '#app/messages/messages.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { QueueStand, WaitingProduct } from '../matching-queue.server.ts'
import type { VariantChoice } from '../suggest-variants.server.ts'
import { MatchForm } from './match-form.tsx'
import { WaitingProducts } from './waiting-products.tsx'

type MatchingDeskProps = {
  items: ReadonlyArray<WaitingProduct>
  /** The one that is being matched. */
  product: WaitingProduct | null
  stand: QueueStand
  text: string
  choices: ReadonlyArray<VariantChoice>
}

/** What waits, and beside it what the chosen one may be. */
export function MatchingDesk({ items, product, stand, text, choices }: MatchingDeskProps) {
  const t = useStaffMessages().livestreams.matching
  if (items.length === 0 && !product) return <EmptyState title={t.none} text={t.noneText} />
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <WaitingProducts items={items} stand={stand} chosen={product} />
      {product ? (
        <MatchForm
          key={`${product.externalId} ${product.spec}`}
          product={product}
          stand={stand}
          text={text}
          choices={choices}
        />
      ) : (
        <p className="text-muted">{t.choose}</p>
      )}
    </div>
  )
}
