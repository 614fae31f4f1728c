import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { WaitingProduct } from '../matching-queue.server.ts'
import type { PostedProduct } from '../posted-products.server.ts'
import type { QueueStand } from '../queue-stand.ts'
import type { VariantChoice } from '../suggest-variants.server.ts'
import { MatchForm } from './match-form.tsx'
import { TakeBackForm } from './take-back-form.tsx'
import { WaitingProducts } from './waiting-products.tsx'

type MatchingDeskProps = {
  items: ReadonlyArray<WaitingProduct | PostedProduct>
  /** The one that is being matched, or may be taken back. */
  product: WaitingProduct | PostedProduct | null
  stand: QueueStand
  text: string
  choices: ReadonlyArray<VariantChoice>
  state: FormState | undefined
}

/** What waits, and beside it what the chosen one may be; what is posted, and the way back. */
export function MatchingDesk({ items, product, stand, text, choices, state }: MatchingDeskProps) {
  const t = useStaffMessages().livestreams.matching
  if (items.length === 0 && !product)
    return <EmptyState title={t.stands[stand].none} text={t.stands[stand].text} />
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <WaitingProducts items={items} stand={stand} chosen={product} />
      {product === null ? (
        <p className="text-muted">{t.choose}</p>
      ) : 'sku' in product ? (
        <TakeBackForm key={keyOf(product)} product={product} state={state} />
      ) : (
        <MatchForm key={keyOf(product)} product={product} stand={stand} text={text} choices={choices} />
      )}
    </div>
  )
}

function keyOf({ externalId, spec }: WaitingProduct): string {
  return `${externalId} ${spec}`
}
