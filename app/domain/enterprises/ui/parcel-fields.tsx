import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { InputField } from '#app/ui/field.tsx'

type ParcelFieldsProps = { values: Record<string, string>; errors: Record<string, string> }

/** What a parcel of each kind costs, and from where on it travels free; in yuan. */
export function ParcelFields({ values, errors }: ParcelFieldsProps) {
  const t = useStaffMessages().joining.review
  const word = useStaffWord()
  const hints: Record<string, string> = { freeShipping: t.freeShippingHint }
  return (['ambientFee', 'chilledFee', 'frozenFee', 'freeShipping'] as const).map((name) => (
    <InputField
      key={name}
      id={name}
      name={name}
      inputMode="decimal"
      autoComplete="off"
      label={t[name]}
      hint={hints[name]}
      defaultValue={values[name]}
      error={word(errors[name])}
    />
  ))
}
