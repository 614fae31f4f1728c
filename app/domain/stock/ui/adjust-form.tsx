import { Form } from '@remix-run/react'
import { choicesOf } from '#app/kernel/choice.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import type { StockAnswer } from '../change-stock.server.ts'
import type { PoolStock } from '../open-stock.server.ts'
import { physicalOf, stockActs } from '../stock-act.ts'
import { useStockWord } from './use-stock-word.ts'

type AdjustFormProps = { stock: PoolStock; formKey: string; answer: StockAnswer | undefined }

/** What happened to the goods of one pool. */
export function AdjustForm({ stock, formKey, answer }: AdjustFormProps) {
  const words = useStaffMessages().stock
  const t = words.page
  const word = useStockWord()
  const { values = {}, errors = {}, failure, count } = answer ?? {}
  const id = (name: string) => `${stock.pool}-${name}`
  return (
    <Form method="post" preventScrollReset className="grid grid-cols-2 items-start gap-3 md:grid-cols-4">
      <input type="hidden" name="intent" value="adjust" />
      <input type="hidden" name="pool" value={stock.pool} />
      <input type="hidden" name="seen" value={physicalOf(stock)} />
      <input type="hidden" name="key" value={formKey} />
      <ChoiceField
        id={id('act')}
        name="act"
        label={t.act}
        defaultValue={values.act ?? 'received'}
        choices={choicesOf(stockActs, words.acts)}
      />
      <InputField
        id={id('quantity')}
        name="quantity"
        label={t.quantity}
        inputMode="numeric"
        autoComplete="off"
        required
        defaultValue={values.quantity}
        error={word(errors.quantity ?? failure, count)}
      />
      <div className="col-span-2">
        <InputField
          id={id('note')}
          name="note"
          label={t.note}
          isOptional={t.optional}
          maxLength={200}
          defaultValue={values.note}
        />
      </div>
      <p className="col-span-2 text-xs text-muted md:col-span-3">{t.quantityHint}</p>
      <Button className="max-md:col-span-2">{t.save}</Button>
    </Form>
  )
}
