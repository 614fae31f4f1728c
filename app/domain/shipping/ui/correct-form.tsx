import { Form } from '@remix-run/react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField } from '#app/ui/field.tsx'
import { Folded } from '#app/ui/folded.tsx'
import type { ShopParcel } from '../shop-order.ts'
import { TrackingFields } from './tracking-fields.tsx'

type CorrectFormProps = { parcel: ShopParcel; state: FormState | undefined }

/** For a parcel that left under a wrong number. */
export function CorrectForm({ parcel, state }: CorrectFormProps) {
  const t = useStaffMessages().shipping.correct
  const word = useStaffWord()
  return (
    <Folded title={t.open} isOpen={Boolean(state)} className="print:hidden">
      <Form method="post" noValidate className="grid gap-3 py-2">
        <input type="hidden" name="intent" value="correct-tracking" />
        <input type="hidden" name="parcelId" value={parcel.id} />
        <TrackingFields id={`right-${parcel.id}`} label={t.number} state={state} />
        <InputField
          id={`why-${parcel.id}`}
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          error={word(state?.errors.reason)}
          defaultValue={state?.values.reason}
          maxLength={1_000}
        />
        <div>
          <Button kind="secondary">{t.submit}</Button>
        </div>
      </Form>
    </Folded>
  )
}
