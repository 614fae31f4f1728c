import { Form } from '@remix-run/react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField, TextareaField } from '#app/ui/field.tsx'
import { Folded } from '#app/ui/folded.tsx'
import type { AlarmKind } from '../alarm.ts'
import type { AlarmItem } from '../list-alarms.server.ts'
import type { SettleAnswer } from '../settle-alarm.server.ts'

type Intent = 'retry-refund' | 'refund-by-hand' | 'return-payment' | 'return-by-hand'

const ofPayment = ['return-payment', 'return-by-hand'] as const
/** The two ways in which money can still go back: by the provider, or by other means. */
const intents: Partial<Record<AlarmKind, ReadonlyArray<Intent>>> = {
  'refund-failed': ['retry-refund', 'refund-by-hand'],
  'amount-mismatch': ofPayment,
  'paid-twice': ofPayment,
}

type GiveBackFormsProps = { alarm: AlarmItem; answer: SettleAnswer }

export function GiveBackForms(props: GiveBackFormsProps) {
  return (intents[props.alarm.kind] ?? []).map((intent) => (
    <GiveBackForm key={intent} {...props} intent={intent} />
  ))
}

function GiveBackForm({ alarm, answer, intent }: GiveBackFormsProps & { intent: Intent }) {
  const t = useStaffMessages().alarms.giveBack
  const word = useStaffWord()
  const state = answer?.id === alarm.id && answer.values.intent === intent ? answer : undefined
  return (
    <Folded title={t[intent].open} isOpen={Boolean(state)}>
      <Form method="post" noValidate className="grid gap-3 pt-2">
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="id" value={alarm.id} />
        <input type="hidden" name="owedId" value={alarm.reference} />
        <p className="max-w-text text-muted">{t[intent].text}</p>
        {intent.endsWith('by-hand') ? (
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
          error={word(state?.errors.reason ?? state?.errors.owedId)}
        />
        <div>
          <Button kind="secondary">{t[intent].submit}</Button>
        </div>
      </Form>
    </Folded>
  )
}
