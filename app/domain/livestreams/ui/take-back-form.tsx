import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { CardSection } from '#app/ui/card.tsx'
import { Money } from '#app/ui/money.tsx'
import { ReasonForm } from '#app/ui/reason-form.tsx'
import type { PostedProduct } from '../posted-products.server.ts'
import { ProductFields, ProductName } from './product-fields.tsx'
import { useImportWord } from './use-import-word.ts'

type TakeBackFormProps = { product: PostedProduct; state: FormState | undefined }

/** What the product stands in the ledger as; and the way back, if it is something else. */
export function TakeBackForm({ product, state }: TakeBackFormProps) {
  const t = useStaffMessages().livestreams.matching
  const word = useImportWord()
  const fault = state?.errors.reason
  return (
    <CardSection id="match" title={t.postedAs} className="content-start gap-4">
      <ProductName product={product} />
      <p className="grid gap-1">
        <span className="font-medium">{product.postedAs}</span>
        <span className="text-sm text-muted">
          {product.enterprise} · <span translate="no">{product.articleNumber}</span>
        </span>
        <span className="flex flex-wrap items-baseline gap-x-3 text-sm">
          <span className="figures">{t.orders(product.orders)}</span>
          <Money amount={product.netFen} size="small" />
        </span>
      </p>
      <p className="text-sm text-muted">{t.takeBackText(product.orders)}</p>
      <ReasonForm
        act={t.takeBack}
        intent="take-back"
        label={t.reason}
        hint={t.reasonHint}
        state={state}
        error={fault ? word(fault) : undefined}
        className="border-t border-line pt-2"
        hidden={
          <>
            <ProductFields product={product} stand="posted" />
            <input type="hidden" name="sku" value={product.sku} />
          </>
        }
      />
    </CardSection>
  )
}
