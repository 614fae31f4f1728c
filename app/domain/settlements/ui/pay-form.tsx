import { Form } from '@remix-run/react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'

export function PayForm({ state }: { state: FormState | undefined }) {
  const t = useStaffMessages().settlements.pay
  return (
    <Form method="post" noValidate>
      <PaySection text={t.text} state={state} />
    </Form>
  )
}

/** The end of a form that says a transfer was made: under which number. */
export function PaySection({ text, state }: { text: string; state: FormState | undefined }) {
  const t = useStaffMessages().settlements.pay
  const word = useStaffWord()
  return (
    <CardSection id="pay" title={t.title}>
      <p className="text-sm text-muted">{text}</p>
      <div className="grid gap-4 sm:max-w-sm">
        <InputField
          id="reference"
          name="reference"
          label={t.reference}
          hint={t.referenceHint}
          autoComplete="off"
          defaultValue={state?.values.reference}
          error={word(state?.errors.reference)}
        />
        <div>
          <Button>{t.submit}</Button>
        </div>
      </div>
    </CardSection>
  )
}
