import { Form } from '@remix-run/react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField, TextareaField } from '#app/ui/field.tsx'
import type { ShipAnswer } from '../ship-forms.server.ts'
import type { ShopParcel } from '../shop-order.ts'

type OutOfStockFormProps = { parcel: ShopParcel; formKey: string; state: ShipAnswer['outOfStock'] }

/** For what cannot be sent: how many of each, and a word to the buyer. */
export function OutOfStockForm({ parcel, formKey, state }: OutOfStockFormProps) {
  const t = useStaffMessages().shipping.outOfStock
  const word = useStaffWord()
  const isOneLine = parcel.contents.length === 1
  return (
    <details open={state ? true : undefined} className="border-t border-line pt-1">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm text-muted hover:text-berry">
        {t.open}
      </summary>
      <Form method="post" noValidate className="grid gap-3 py-2">
        <input type="hidden" name="intent" value="out-of-stock" />
        <input type="hidden" name="parcelId" value={parcel.id} />
        <input type="hidden" name="key" value={formKey} />
        {parcel.contents.map(({ line, quantity }) => (
          <InputField
            key={line.id}
            id={`missing-${line.id}`}
            name={`units-${line.id}`}
            type="number"
            inputMode="numeric"
            min={0}
            max={quantity}
            defaultValue={state?.values[`units-${line.id}`] ?? (isOneLine ? quantity : 0)}
            label={t.units(`${line.title} ${line.label}`)}
          />
        ))}
        <TextareaField
          id={`reason-${parcel.id}`}
          name="reason"
          rows={2}
          label={t.reason}
          hint={t.reasonHint}
          error={word(state?.errors.reason)}
          defaultValue={state?.values.reason}
          maxLength={500}
        />
        <p className="text-sm text-muted">{t.text}</p>
        <div>
          <Button kind="danger">{t.submit}</Button>
        </div>
      </Form>
    </details>
  )
}
