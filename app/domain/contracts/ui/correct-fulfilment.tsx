import { useStaffMessages } from '#app/messages/messages.ts'
import { ReasonForm } from '#app/ui/reason-form.tsx'
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
    <ReasonForm
      act={t.correct}
      intent="correct"
      id={`reason-${part.id}`}
      label={t.correctReason}
      hint={t.correctHint}
      state={state}
      error={word(state?.errors.reason)}
      className="w-full"
      hidden={<input type="hidden" name="part" value={part.id} />}
      more={<span className="sr-only">{t.correctWhat(part.on, t.kinds[part.kind])}</span>}
    />
  )
}
