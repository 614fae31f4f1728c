import { useEffect, useState } from 'react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { choicesOf } from '#app/kernel/choice.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import { couriers, suggestCourier } from '../couriers.ts'

type TrackingFieldsProps = { id: string; label: string; state: FormState | undefined }

/** The number, and the carrier that it tells. */
export function TrackingFields({ id, label, state }: TrackingFieldsProps) {
  const words = useStaffMessages()
  const t = words.shipping.parcel
  const word = useStaffWord()
  const [number, setNumber] = useState(state?.values.trackingNumber ?? '')
  // What was typed before the script ran tells its carrier, too.
  useEffect(() => {
    const field = document.getElementById(`number-${id}`)
    if (field instanceof HTMLInputElement) setNumber(field.value)
  }, [id])
  const looksLike = suggestCourier(number)
  return (
    <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <InputField
        id={`number-${id}`}
        name="trackingNumber"
        label={label}
        hint={looksLike ? t.looksLike(words.orders.couriers[looksLike]) : t.numberHint}
        error={word(state?.errors.trackingNumber)}
        defaultValue={state?.values.trackingNumber}
        onChange={(event) => setNumber(event.target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={60}
      />
      <ChoiceField
        id={`courier-${id}`}
        name="courier"
        label={t.courier}
        error={word(state?.errors.courier)}
        defaultValue={state?.values.courier}
        none={t.byNumber}
        choices={choicesOf(couriers, words.orders.couriers)}
      />
    </div>
  )
}
