import { Form } from '@remix-run/react'
import { type Fen, fen, formatFen } from '#app/kernel/money.ts'
import { parseYuan, yuanInput } from '#app/kernel/yuan-input.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { CheckboxField, InputField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import type { ActAnswer } from '../act-on-listing.server.ts'
import type { VariantDraft } from '../draft.ts'
import type { PriceChange } from '../price-changes.server.ts'
import { PriceChanges } from './price-changes.tsx'
import { useListingWord } from './use-listing-words.ts'

type PricesProps = {
  variants: ReadonlyArray<VariantDraft>
  changes: ReadonlyArray<PriceChange>
  answer: ActAnswer | undefined
}

/** Prices of what is on sale: they change at once, each by a form of its own. */
export function Prices({ variants, changes, answer }: PricesProps) {
  const t = useStaffMessages().listings.prices
  return (
    <CardSection id="prices" title={t.title} className="gap-4">
      <p className="text-sm text-muted">{t.text}</p>
      {variants.map((variant) => (
        <PriceForm
          key={`${variant.sku} ${variant.priceFen}`}
          variant={variant}
          answer={answer?.articleNumber === variant.sku ? answer : undefined}
        />
      ))}
      <p className="text-xs text-muted">{t.wasHint}</p>
      <PriceChanges changes={changes} />
    </CardSection>
  )
}

function PriceForm({ variant, answer }: { variant: VariantDraft; answer: ActAnswer | undefined }) {
  const t = useStaffMessages().listings.prices
  const word = useListingWord()
  const price = fen(variant.priceFen ?? 0)
  const id = (name: string) => `${name}-${variant.sku}`
  const isJump = answer?.failure === 'price-jump'
  const refused = isJump ? undefined : word(answer?.failure)
  const told = answer?.priceFen === undefined ? refused : t.conflict(formatFen(fen(answer.priceFen)))
  return (
    // Where no script runs, the page opens at what is said of the price, not at its top.
    <Form
      method="post"
      action="#prices"
      preventScrollReset
      className="grid grid-cols-1 gap-2 border-t border-line pt-3"
    >
      <input type="hidden" name="intent" value="change-price" />
      <input type="hidden" name="articleNumber" value={variant.sku} />
      <input type="hidden" name="seenFen" value={price} />
      <Outcome done={answer?.ok && t.changed} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="w-44 max-w-full">
          <InputField
            id={id('price')}
            name="price"
            label={t.price(variant.label)}
            inputMode="decimal"
            autoComplete="off"
            defaultValue={answer?.typed?.price ?? yuanInput(price)}
            error={told}
          />
        </div>
        <Button kind="secondary">{t.save}</Button>
      </div>
      {isJump ? <ConfirmJump from={price} typed={answer.typed?.price ?? ''} /> : null}
      <CheckboxField
        id={id('was')}
        name="showsReduction"
        defaultChecked={answer?.typed?.showsReduction ?? true}
      >
        {t.was}
      </CheckboxField>
    </Form>
  )
}

/** Asked once, and of this price alone: another one that is as far from the last is asked for again. */
function ConfirmJump({ from, typed }: { from: Fen; typed: string }) {
  const t = useStaffMessages().listings.prices
  const to = parseYuan(typed)
  if (to === null) return null
  return (
    <Notice tone="warning" role="alert">
      <p>{t.jump(formatFen(from), formatFen(to))}</p>
      <Button name="confirmedFen" value={to} kind="secondary">
        {t.confirm(formatFen(to))}
      </Button>
    </Notice>
  )
}
