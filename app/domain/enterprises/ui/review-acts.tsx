import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { type FormState, fieldsOf } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField, TextareaField } from '#app/ui/field.tsx'
import { Folded } from '#app/ui/folded.tsx'
import type { ReviewAct } from '../application-review-view.server.ts'
import { ParcelFields } from './parcel-fields.tsx'

type Refused = (FormState & { intent: string }) | undefined
type ReviewActsProps = {
  acts: ReadonlyArray<ReviewAct>
  version: number
  /** What the form of an approval begins with. */
  proposal: Record<string, string>
  refused: Refused
  /** The reader has recommended it, so another decides. */
  isBound: boolean
}

/** The most frequent act is the largest button; what needs words opens where it is touched. */
export function ReviewActs({ acts, version, proposal, refused, isBound }: ReviewActsProps) {
  const t = useStaffMessages().joining.review
  const stateOf = (intent: string) => (refused?.intent === intent ? refused : undefined)
  if (acts.length === 0 && !isBound) return null
  return (
    <Card className="grid gap-4">
      {isBound ? <p className="text-sm text-muted">{t.fourEyes}</p> : null}
      {acts.includes('recommend') ? (
        <ActForm intent="recommend" version={version} title={t.recommend} size="large">
          <p className="text-sm text-muted">{t.recommendHint}</p>
        </ActForm>
      ) : null}
      {acts.includes('approve') ? (
        <ApproveForm version={version} proposal={proposal} state={stateOf('approve')} />
      ) : null}
      {acts.includes('return') ? (
        <ReasonForm
          intent="return"
          version={version}
          title={t.return}
          label={t.returnReason}
          state={stateOf('return')}
        />
      ) : null}
      {acts.includes('reject') ? (
        <ReasonForm
          intent="reject"
          version={version}
          title={t.reject}
          text={t.rejectText}
          label={t.rejectReason}
          state={stateOf('reject')}
        />
      ) : null}
      {acts.includes('send-link') ? (
        <div className="border-t border-line pt-4">
          <ActForm intent="send-link" version={version} title={t.sendLink} kind="secondary">
            <p className="text-sm text-muted">{t.sendLinkHint}</p>
          </ActForm>
        </div>
      ) : null}
    </Card>
  )
}

type ActFormProps = {
  intent: string
  version: number
  title: string
  kind?: 'primary' | 'danger' | 'secondary'
  size?: 'large' | 'medium'
  children: ReactNode
}

/** The version that was read goes along: nobody decides on what they have not seen. */
function ActForm({ intent, version, title, kind = 'primary', size = 'medium', children }: ActFormProps) {
  return (
    <Form method="post" noValidate className="grid gap-3">
      <input type="hidden" name="version" value={version} />
      {children}
      <div>
        <Button name="intent" value={intent} kind={kind} size={size}>
          {title}
        </Button>
      </div>
    </Form>
  )
}

type ReasonFormProps = {
  intent: 'return' | 'reject'
  version: number
  title: string
  text?: string
  label: string
  state: FormState | undefined
}

function ReasonForm({ intent, version, title, text, label, state }: ReasonFormProps) {
  const t = useStaffMessages().joining.review
  const word = useStaffWord()
  return (
    <Folded
      title={title}
      isOpen={Boolean(state)}
      className="border-t border-line pt-2 first:border-t-0 first:pt-0"
    >
      <ActForm intent={intent} version={version} title={title} kind="danger">
        {text ? <p className="text-sm text-muted">{text}</p> : null}
        <TextareaField
          id={`reason-${intent}`}
          name="reason"
          required
          label={label}
          hint={t.returnHint}
          defaultValue={state?.values.reason}
          error={word(state?.errors.reason)}
        />
      </ActForm>
    </Folded>
  )
}

type ApproveFormProps = { version: number; proposal: Record<string, string>; state: FormState | undefined }

function ApproveForm({ version, proposal, state }: ApproveFormProps) {
  const t = useStaffMessages().joining.review
  const word = useStaffWord()
  const values = state?.values ?? proposal
  const errors = state?.errors ?? {}
  const field = fieldsOf({ values, errors }, word)
  const hasWrongTerms = Object.keys(errors).some((name) => name !== 'slug')
  return (
    <ActForm intent="approve" version={version} title={t.approve} size="large">
      <p className="text-sm text-muted">{t.approveHint}</p>
      <InputField
        {...field('slug')}
        autoCapitalize="none"
        spellCheck={false}
        label={t.slug}
        hint={t.slugHint}
      />
      <Folded title={t.terms} isOpen={hasWrongTerms}>
        <div className="grid items-start gap-4 py-2 sm:grid-cols-2">
          <ParcelFields values={values} errors={errors} />
          <InputField {...field('feePercent')} inputMode="decimal" label={t.feePercent} />
        </div>
      </Folded>
    </ActForm>
  )
}
