import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { InputField } from '#app/ui/field.tsx'
import { useStaffWord } from './use-staff-word.ts'

/** Who is invited: somebody else than the one who types, so the browser proposes nothing. */
export function PersonFields({ state }: { state: FormState | undefined }) {
  const t = useStaffMessages().team.page
  const word = useStaffWord()
  return (
    <>
      <InputField
        id="name"
        name="name"
        autoComplete="off"
        required
        label={t.name}
        defaultValue={state?.values.name}
        error={word(state?.errors.name)}
      />
      <InputField
        id="phone"
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete="off"
        required
        label={t.phone}
        hint={t.phoneHint}
        defaultValue={state?.values.phone}
        error={word(state?.errors.phone)}
      />
    </>
  )
}
