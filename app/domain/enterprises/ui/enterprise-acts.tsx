import { Form } from '@remix-run/react'
import { PersonFields } from '#app/domain/staff/ui/person-fields.tsx'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { type FormState, fieldsOf } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField, TextareaField } from '#app/ui/field.tsx'
import { Folded } from '#app/ui/folded.tsx'

type Refused = (FormState & { intent: string }) | undefined
type EnterpriseActsProps = {
  feeBasisPoints: number
  isSuspended: boolean
  maySetFee: boolean
  maySuspend: boolean
  mayInvite: boolean
  refused: Refused
}

export function EnterpriseActs(props: EnterpriseActsProps) {
  const { feeBasisPoints, isSuspended, maySetFee, maySuspend, mayInvite, refused } = props
  const t = useStaffMessages().joining.enterprises
  const stateOf = (intent: string) => (refused?.intent === intent ? refused : undefined)
  if (!maySuspend && !mayInvite && !maySetFee) return null
  return (
    <Card className="grid gap-2">
      {maySuspend && isSuspended ? (
        <ReasonForm
          intent="reinstate"
          title={t.reinstate}
          hint={t.reinstateHint}
          label={t.reinstateReason}
          state={stateOf('reinstate')}
        />
      ) : null}
      {maySuspend && !isSuspended ? (
        <ReasonForm
          intent="suspend"
          title={t.suspend}
          hint={t.suspendHint}
          label={t.suspendReason}
          state={stateOf('suspend')}
        />
      ) : null}
      {maySetFee ? <FeeForm feeBasisPoints={feeBasisPoints} state={stateOf('set-fee')} /> : null}
      {mayInvite ? <InviteOwnerForm state={stateOf('invite-owner')} /> : null}
    </Card>
  )
}

type ReasonFormProps = {
  intent: 'suspend' | 'reinstate'
  title: string
  hint: string
  label: string
  state: FormState | undefined
}

function ReasonForm({ intent, title, hint, label, state }: ReasonFormProps) {
  const t = useStaffMessages().joining.enterprises
  const word = useStaffWord()
  return (
    <Folded title={title} isOpen={Boolean(state)}>
      <Form method="post" noValidate className="grid gap-3 py-2">
        <p className="text-sm text-muted">{hint}</p>
        <TextareaField
          id="reason"
          name="reason"
          required
          label={label}
          hint={t.reasonHint}
          defaultValue={state?.values.reason}
          error={word(state?.errors.reason)}
        />
        <div>
          <Button name="intent" value={intent} kind={intent === 'suspend' ? 'danger' : 'primary'}>
            {title}
          </Button>
        </div>
      </Form>
    </Folded>
  )
}

function FeeForm({ feeBasisPoints, state }: { feeBasisPoints: number; state: FormState | undefined }) {
  const words = useStaffMessages().joining
  const t = words.enterprises
  const word = useStaffWord()
  const values = state?.values ?? {}
  const field = fieldsOf(state, word)
  const percent = String(feeBasisPoints / 100)
  return (
    <Folded title={t.setFee} isOpen={Boolean(state)} className="border-t border-line pt-2">
      <Form method="post" noValidate className="grid gap-3 py-2">
        <p className="text-sm text-muted">{t.setFeeHint}</p>
        <input type="hidden" name="seenPercent" value={values.seenPercent ?? percent} />
        <InputField
          {...field('feePercent')}
          inputMode="decimal"
          autoComplete="off"
          required
          label={words.review.feePercent}
          defaultValue={values.feePercent ?? percent}
        />
        <InputField
          {...field('reason')}
          id="fee-reason"
          required
          label={t.setFeeReason}
          hint={t.setFeeReasonHint}
        />
        <div>
          <Button name="intent" value="set-fee" kind="secondary">
            {t.setFee}
          </Button>
        </div>
      </Form>
    </Folded>
  )
}

function InviteOwnerForm({ state }: { state: FormState | undefined }) {
  const words = useStaffMessages()
  const t = words.joining.enterprises
  const page = words.team.page
  return (
    <Folded title={t.inviteOwner} isOpen={Boolean(state)} className="border-t border-line pt-2">
      <Form method="post" noValidate className="grid gap-3 py-2">
        <p className="text-sm text-muted">{t.inviteOwnerHint}</p>
        <PersonFields state={state} />
        <div>
          <Button name="intent" value="invite-owner" kind="secondary">
            {page.send}
          </Button>
        </div>
      </Form>
    </Folded>
  )
}
