import { InputField } from '#app/ui/field.tsx'

type FairDayFieldProps = {
  fair: { startsOn: string; endsOn: string }
  label: string
  /** What it is of without a day. */
  whole?: string | undefined
  day: string
}

/** One of a fair's days. */
export function FairDayField({ fair, label, whole, day }: FairDayFieldProps) {
  return (
    <InputField
      id="day"
      name="day"
      type="date"
      label={label}
      isOptional={whole}
      min={fair.startsOn}
      max={fair.endsOn}
      defaultValue={day}
    />
  )
}
