import { Form } from '@remix-run/react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import { Folded } from '#app/ui/folded.tsx'
import type { Direction } from '../mark-paid.server.ts'

export function PayForm({ direction, state }: { direction: Direction; state: FormState | undefined }) {
  const t = useStaffMessages().settlements.directions[direction]
  return (
    <Form method="post" noValidate>
      <PaySection direction={direction} text={t.text} state={state} />
    </Form>
  )
}

type PaySectionProps = { direction: Direction; text: string; state: FormState | undefined }

/** The end of a form that says a transfer was made, or came: under which number. */
export function PaySection({ direction, text, state }: PaySectionProps) {
  const t = useStaffMessages().settlements.directions[direction]
  const word = useStaffWord()
  return (
    <CardSection id="pay" title={t.title}>
      <p className="text-sm text-muted">{text}</p>
      <input type="hidden" name="direction" value={direction} />
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

/** For a number that was mistyped: the enterprise looks for it on its own bank's paper. */
export function CorrectReference({ was, state }: { was: string; state: FormState | undefined }) {
  const t = useStaffMessages().settlements.correct
  const word = useStaffWord()
  return (
    <Folded title={t.open} isOpen={Boolean(state)}>
      <Form method="post" noValidate preventScrollReset className="grid gap-4 pt-2 sm:max-w-sm">
        <input type="hidden" name="was" value={was} />
        <InputField
          id="correct-reference"
          name="reference"
          label={t.reference}
          autoComplete="off"
          defaultValue={state?.values.reference ?? was}
          error={word(state?.errors.reference ?? state?.errors.was)}
        />
        <InputField
          id="reason"
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          maxLength={200}
          defaultValue={state?.values.reason}
          error={word(state?.errors.reason)}
        />
        <div>
          <Button name="intent" value="correct" kind="secondary">
            {t.submit}
          </Button>
        </div>
      </Form>
    </Folded>
  )
}
