import { Form } from '@remix-run/react'
import { formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { InputField, RadioCard } from '#app/ui/field.tsx'
import type { WaitingProduct } from '../matching-queue.server.ts'
import type { QueueStand } from '../queue-stand.ts'
import type { VariantChoice } from '../suggest-variants.server.ts'
import { ProductFields, ProductName } from './product-fields.tsx'

type MatchFormProps = {
  product: WaitingProduct
  stand: QueueStand
  text: string
  choices: ReadonlyArray<VariantChoice>
}

/** What the product may be here, to choose from; another search; or none of ours. */
export function MatchForm({ product, stand, text, choices }: MatchFormProps) {
  const t = useStaffMessages().livestreams.matching
  return (
    <CardSection id="match" title={t.what} className="content-start gap-4">
      <ProductName product={product} />
      <Form className="flex flex-wrap items-end gap-3">
        <ProductFields product={product} stand={stand} />
        <div className="min-w-0 flex-1">
          <InputField id="q" name="q" type="search" label={t.search} defaultValue={text} />
        </div>
        <Button kind="secondary">{t.find}</Button>
      </Form>
      <Form method="post" className="grid grid-cols-1 gap-3">
        <ProductFields product={product} stand={stand} />
        {choices.length > 0 ? (
          <Choices choices={choices} />
        ) : (
          <p className="text-sm text-muted">{t.nothing}</p>
        )}
        <InputField id="code" name="code" label={t.code} hint={t.codeHint} autoComplete="off" />
        <p className="text-sm text-muted">{t.postHint(product.orders)}</p>
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="match">
            {t.match}
          </Button>
          {stand === 'unmatched' ? (
            <Button name="intent" value="foreign" kind="secondary">
              {t.foreign}
            </Button>
          ) : null}
        </div>
      </Form>
    </CardSection>
  )
}

function Choices({ choices }: Pick<MatchFormProps, 'choices'>) {
  const t = useStaffMessages().livestreams.matching
  return (
    <fieldset className="grid grid-cols-1 gap-2">
      <legend className="pb-1 text-sm font-medium">{t.choices}</legend>
      {choices.map(({ sku, articleNumber, title, label, enterprise, priceFen }, index) => (
        <RadioCard key={sku} id={`sku-${index}`} name="sku" value={sku} title={`${title} · ${label}`}>
          {enterprise} · {formatFen(priceFen)} · <span translate="no">{articleNumber}</span>
        </RadioCard>
      ))}
    </fieldset>
  )
}
