import { Form } from '@remix-run/react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField } from '#app/ui/field.tsx'
import type { ContractAnswer } from '../contract-forms.server.ts'
import type { FulfilmentView } from '../contract-views.server.ts'
import { useContractWord } from './use-contract-word.ts'

type CorrectFulfilmentProps = { part: FulfilmentView; answer: ContractAnswer | undefined }

/** Beside a delivery or payment that stands; a reason is asked for, since both rows stay. */
export function CorrectFulfilment({ part, answer }: CorrectFulfilmentProps) {
  const t = useStaffMessages().contracts.page
  const word = useContractWord()
  const state = answer?.intent === 'correct' && answer.form?.values.part === part.id ? answer.form : undefined
  return (
    <details open={state !== undefined} className="w-full">
      <summary className="cursor-pointer py-2 text-xs text-berry">
        {t.correct}
        <span className="sr-only">{t.correctWhat(part.on, t.kinds[part.kind])}</span>
      </summary>
      <Form method="post" noValidate preventScrollReset className="grid gap-3 pt-2">
        <input type="hidden" name="part" value={part.id} />
        <InputField
          id={`reason-${part.id}`}
          name="reason"
          label={t.correctReason}
          hint={t.correctHint}
          maxLength={300}
          defaultValue={state?.values.reason}
          error={word(state?.errors.reason)}
        />
        <div>
          <Button name="intent" value="correct" kind="danger">
            {t.correct}
          </Button>
        </div>
      </Form>
    </details>
  )
}
