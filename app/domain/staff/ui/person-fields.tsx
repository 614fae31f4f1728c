import { type FormState, fieldsOf } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { InputField } from '#app/ui/field.tsx'
import { useStaffWord } from './use-staff-word.ts'

/** Who is invited: somebody else than the one who types, so the browser proposes nothing. */
export function PersonFields({ state }: { state: FormState | undefined }) {
  const t = useStaffMessages().team.page
  const field = fieldsOf(state, useStaffWord())
  return (
    <>
      <InputField {...field('name')} autoComplete="off" required label={t.name} />
      <InputField
        {...field('phone')}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        required
        label={t.phone}
        hint={t.phoneHint}
      />
    </>
  )
}
