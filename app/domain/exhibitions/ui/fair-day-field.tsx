import { InputField } from '#app/ui/field.tsx'

type FairDayFieldProps = {
  label: string
  /** What it is of without a day. */
  whole?: string | undefined
  day: string
}

/** A day of a fair's figures: of the fair mostly, but contracts are signed before it, and refunds come after it. */
export function FairDayField({ label, whole, day }: FairDayFieldProps) {
  return <InputField id="day" name="day" type="date" label={label} isOptional={whole} defaultValue={day} />
}
