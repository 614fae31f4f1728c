import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FormState } from '#app/kernel/form.ts'
import { Button } from './button.tsx'
import { InputField } from './field.tsx'

type ReasonFormProps = {
  /** What it does, on the summary and on the button. */
  act: string
  /** Which of the page's forms it is, where there are several. */
  intent?: string
  label: string
  hint?: string
  /** As the action answered; the form is open while there is something to mend. */
  state: FormState | null | undefined
  error: string | undefined
  /** Apart from the page's other forms of this kind. */
  id?: string
  className?: string
  /** What else is sent, and what the summary says more to a screen reader. */
  hidden?: ReactNode
  more?: ReactNode
}

/** What cannot be undone opens first, and asks why. */
export function ReasonForm({
  act,
  intent,
  label,
  hint,
  state,
  error,
  id = 'reason',
  className,
  hidden,
  more,
}: ReasonFormProps) {
  return (
    <details open={Boolean(state)} className={className}>
      <summary className="cursor-pointer py-2 text-sm text-berry">
        {act}
        {more}
      </summary>
      <Form method="post" noValidate preventScrollReset className="grid gap-3 pt-2">
        {hidden}
        <InputField
          id={id}
          name="reason"
          label={label}
          hint={hint}
          maxLength={300}
          defaultValue={state?.values.reason}
          error={error}
        />
        <div>
          <Button kind="danger" {...(intent ? { name: 'intent', value: intent } : {})}>
            {act}
          </Button>
        </div>
      </Form>
    </details>
  )
}
