import { Form } from '@remix-run/react'
import { choicesOf } from '#app/kernel/choice.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import type { StockAnswer } from '../change-stock.server.ts'
import { type StockPool, stockPools } from '../stock-act.ts'
import { useStockWord } from './use-stock-word.ts'

type MoveFormProps = { formKey: string; answer: StockAnswer | undefined }

export function MoveForm({ formKey, answer }: MoveFormProps) {
  const t = useStaffMessages().stock.page
  const word = useStockWord()
  const { values = {}, errors = {}, failure, count } = answer ?? {}
  return (
    <Form method="post" preventScrollReset className="grid grid-cols-2 items-start gap-3 md:grid-cols-4">
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="key" value={formKey} />
      <PoolSelect name="from" label={t.from} value={values.from ?? 'online'} />
      <PoolSelect name="to" label={t.to} value={values.to ?? 'exhibition'} error={word(errors.to)} />
      <InputField
        id="move-quantity"
        name="quantity"
        label={t.quantity}
        inputMode="numeric"
        autoComplete="off"
        required
        defaultValue={values.quantity}
        error={word(errors.quantity ?? failure, count)}
      />
      <Button kind="secondary" className="self-end">
        {t.moveSave}
      </Button>
    </Form>
  )
}

type PoolSelectProps = { name: 'from' | 'to'; label: string; value: string; error?: string | undefined }

function PoolSelect({ name, label, value, error }: PoolSelectProps) {
  const words: Record<StockPool, string> = useStaffMessages().stock.pools
  return (
    <ChoiceField
      id={name}
      name={name}
      label={label}
      defaultValue={value}
      error={error}
      choices={choicesOf(stockPools, words)}
    />
  )
}
