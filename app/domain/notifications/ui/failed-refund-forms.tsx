import { Form } from '@remix-run/react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField, TextareaField } from '#app/ui/field.tsx'
import { Folded } from '#app/ui/folded.tsx'
import type { AlarmItem } from '../list-alarms.server.ts'
import type { SettleAnswer } from '../settle-alarm.server.ts'

type FailedRefundFormsProps = { alarm: AlarmItem; answer: SettleAnswer }

/** The two ways in which the money can still go back. */
export function FailedRefundForms(props: FailedRefundFormsProps) {
  return (
    <>
      <GiveBackForm {...props} intent="retry-refund" />
      <GiveBackForm {...props} intent="refund-by-hand" />
    </>
  )
}

type GiveBackFormProps = FailedRefundFormsProps & { intent: 'retry-refund' | 'refund-by-hand' }

function GiveBackForm({ alarm, answer, intent }: GiveBackFormProps) {
  const t = useStaffMessages().alarms.giveBack
  const word = useStaffWord()
  const state = answer?.id === alarm.id && answer.values.intent === intent ? answer : undefined
  return (
    <Folded title={t[intent].open} isOpen={Boolean(state)}>
      <Form method="post" noValidate className="grid gap-3 pt-2">
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="id" value={alarm.id} />
        <input type="hidden" name="refundId" value={alarm.reference} />
        <p className="max-w-text text-muted">{t[intent].text}</p>
        {intent === 'refund-by-hand' ? (
          <InputField
            id={`reference-${alarm.id}`}
            name="reference"
            label={t.reference}
            hint={t.referenceHint}
            maxLength={100}
            defaultValue={state?.values.reference}
            error={word(state?.errors.reference)}
          />
        ) : null}
        <TextareaField
          id={`${intent}-${alarm.id}`}
          name="reason"
          label={t.reason}
          rows={2}
          maxLength={1_000}
          defaultValue={state?.values.reason}
          error={word(state?.errors.reason ?? state?.errors.refundId)}
        />
        <div>
          <Button kind="secondary">{t[intent].submit}</Button>
        </div>
      </Form>
    </Folded>
  )
}
