import { Form } from '@remix-run/react'
import { choicesOf } from '#app/kernel/choice.ts'
import { fieldsOf } from '#app/kernel/form.ts'
import { percentOf } from '#app/kernel/percent.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import { Money } from '#app/ui/money.tsx'
import { ReasonForm } from '#app/ui/reason-form.tsx'
import { fulfilmentKinds } from '../contract.ts'
import type { ContractAnswer } from '../contract-forms.server.ts'
import type { ContractView } from '../contract-views.server.ts'
import { CorrectFulfilment } from './correct-fulfilment.tsx'
import { useContractWord } from './use-contract-word.ts'

type ActsProps = { contract: ContractView; answer: ContractAnswer | undefined }

export function ScanForm({ answer }: Pick<ActsProps, 'answer'>) {
  const words = useStaffMessages().contracts
  const word = useContractWord()
  const error = answer?.intent === 'scan' ? answer.form?.errors.scan : undefined
  return (
    <Form method="post" encType="multipart/form-data" reloadDocument className="grid gap-3">
      <InputField
        id="scan"
        name="scan"
        type="file"
        accept="application/pdf"
        label={words.fields.scan}
        error={word(error)}
      />
      <div>
        <Button name="intent" value="scan" kind="secondary">
          {words.page.attach}
        </Button>
      </div>
    </Form>
  )
}

/** Whoever recorded it reads why somebody else must. */
export function VerifyForm({ contract, isOwn }: { contract: ContractView; isOwn: boolean }) {
  const t = useStaffMessages().contracts.page
  if (contract.status !== 'recorded') return null
  return (
    <CardSection id="eyes" title={t.eyes}>
      {isOwn || contract.scanSha256 === null ? (
        <p className="text-sm text-muted">{isOwn ? t.own : t.needsScan}</p>
      ) : (
        <Form method="post" className="grid gap-3">
          <input type="hidden" name="seen" value={contract.scanSha256} />
          <p className="text-sm text-muted">{t.verifyHint}</p>
          <Button name="intent" value="verify" size="large">
            {t.verify}
          </Button>
        </Form>
      )}
    </CardSection>
  )
}

export function CancelForm({ answer }: Pick<ActsProps, 'answer'>) {
  const t = useStaffMessages().contracts.page
  const word = useContractWord()
  const state = answer?.intent === 'cancel' ? answer.form : undefined
  return (
    <ReasonForm
      act={t.cancel}
      intent="cancel"
      label={t.cancelReason}
      hint={t.cancelHint}
      state={state}
      error={word(state?.errors.reason)}
      className="rounded-md border border-line bg-card p-4"
    />
  )
}

type FulfilmentProps = ActsProps & { formKey: string; today: string; mayHandle: boolean }

export function Fulfilment({ contract, answer, formKey, today, mayHandle }: FulfilmentProps) {
  const t = useStaffMessages().contracts.page
  const share = Math.min(100, percentOf(contract.paidFen, contract.amountFen) ?? 0)
  return (
    <CardSection id="fulfilment" title={t.fulfilment}>
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
        <div>
          <dt className="text-muted">{t.delivered}</dt>
          <dd>
            <Money amount={contract.deliveredFen} />
          </dd>
        </div>
        <div>
          <dt className="text-muted">{t.paid}</dt>
          <dd>
            <Money amount={contract.paidFen} />
          </dd>
        </div>
      </dl>
      <progress max={100} value={share} aria-label={t.left(`${share}%`)} className="h-2 w-full text-grass" />
      <FulfilmentRows contract={contract} answer={answer} mayHandle={mayHandle} />
      {mayHandle && contract.status === 'verified' ? (
        <FulfilmentForm answer={answer} formKey={formKey} today={today} />
      ) : null}
    </CardSection>
  )
}

function FulfilmentRows({ contract, answer, mayHandle }: ActsProps & { mayHandle: boolean }) {
  const t = useStaffMessages().contracts.page
  if (contract.fulfilments.length === 0) return <p className="text-sm text-muted">{t.noFulfilment}</p>
  return (
    <ol className="divide-y divide-line text-sm">
      {contract.fulfilments.map((part) => (
        <li key={part.id} className="flex flex-wrap items-baseline gap-x-4 py-2">
          <span className="figures text-muted">{part.on}</span>
          <span>{part.isCorrection ? t.correctionOf(t.kinds[part.kind]) : t.kinds[part.kind]}</span>
          {part.isCorrected ? <Badge>{t.corrected}</Badge> : null}
          <span className="ml-auto">
            <Money amount={part.amountFen} size="small" />
          </span>
          {part.note ? (
            <span lang="zh-CN" className="w-full text-xs text-muted">
              {part.note}
            </span>
          ) : null}
          {mayHandle && !part.isCorrection && !part.isCorrected ? (
            <CorrectFulfilment part={part} answer={answer} />
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function FulfilmentForm({ answer, formKey, today }: Pick<FulfilmentProps, 'answer' | 'formKey' | 'today'>) {
  const t = useStaffMessages().contracts.page
  const word = useContractWord(answer?.left)
  const state = answer?.intent === 'fulfil' ? answer.form : undefined
  const field = fieldsOf(state, word)
  return (
    <Form
      method="post"
      noValidate
      preventScrollReset
      className="grid items-start gap-3 border-t border-line pt-4 md:grid-cols-4"
    >
      <input type="hidden" name="key" value={formKey} />
      <ChoiceField
        {...field('kind')}
        label={t.kind}
        defaultValue={state?.values.kind ?? 'payment'}
        choices={choicesOf(fulfilmentKinds, t.kinds)}
      />
      <InputField {...field('amount')} label={t.amount} autoComplete="off" />
      <InputField
        {...field('on')}
        type="date"
        max={today}
        label={t.on}
        defaultValue={state?.values.on ?? today}
      />
      <InputField {...field('note')} label={t.note} />
      <div className="md:col-span-4">
        <Button name="intent" value="fulfil" kind="secondary">
          {t.add}
        </Button>
      </div>
    </Form>
  )
}
