import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { InputField, RadioCard, TextareaField } from '#app/ui/field.tsx'
import type { RequestPage } from '../request-views.server.ts'

type Intent = 'refund' | 'await-return' | 'refuse'
type FormProps = { request: RequestPage; state: FormState | undefined }

/** The ways to answer, each behind its name; what was refused stands open. */
export function AnswerForms({ request, state }: FormProps) {
  const t = useStaffMessages().afterSales.answer
  const isReturning = request.status === 'awaiting-return' || request.status === 'not-returned'
  if (request.isClosed && !isReturning) return null
  const offersReturn = request.kind === 'return-and-refund' && request.status === 'requested'
  return (
    <CardSection id="answer" title={t.title} className="gap-1">
      {offersReturn ? (
        <TextAnswer
          intent="await-return"
          summary={t.awaitReturn}
          state={state}
          label={t.address}
          hint={t.addressHint}
        />
      ) : null}
      <RefundForm request={request} state={state} summary={isReturning ? t.received : t.refund} />
      {request.isClosed ? (
        <p className="text-sm text-muted">{t.notReturned}</p>
      ) : (
        <TextAnswer intent="refuse" summary={t.refuse} state={state} label={t.reason} hint={t.reasonHint} />
      )}
    </CardSection>
  )
}

type DisclosureProps = { intent: Intent; summary: string; state: FormState | undefined; children: ReactNode }

function Disclosure({ intent, summary, state, children }: DisclosureProps) {
  const t = useStaffMessages().afterSales.answer
  return (
    <details name="answer" open={state?.values.intent === intent ? true : undefined}>
      <summary className="flex min-h-12 items-center font-medium text-cinnabar underline-offset-4 hover:underline">
        {summary}
      </summary>
      <Form method="post" noValidate className="grid gap-4 pb-4">
        <input type="hidden" name="intent" value={intent} />
        {children}
        <Button kind={intent === 'refuse' ? 'danger' : 'primary'} size="large">
          {t.submit[intent]}
        </Button>
      </Form>
    </details>
  )
}

type TextAnswerProps = Omit<DisclosureProps, 'children'> & { label: string; hint?: string }

function TextAnswer({ label, hint, ...disclosure }: TextAnswerProps) {
  return (
    <Disclosure {...disclosure}>
      <AnswerText intent={disclosure.intent} state={disclosure.state} label={label} hint={hint} />
    </Disclosure>
  )
}

type AnswerTextProps = {
  intent: Intent
  state: FormState | undefined
  label: string
  hint?: string | undefined
}

function AnswerText({ intent, state, label, hint }: AnswerTextProps) {
  const word = useStaffWord()
  const own = state?.values.intent === intent ? state : undefined
  return (
    <TextareaField
      id={`text-${intent}`}
      name="text"
      label={label}
      hint={hint}
      maxLength={500}
      defaultValue={own?.values.text}
      error={word(own?.errors.text)}
    />
  )
}

function RefundForm({ request, state, summary }: FormProps & { summary: string }) {
  const t = useStaffMessages().afterSales.answer
  const word = useStaffWord()
  const own = state?.values.intent === 'refund' ? state : undefined
  const bases = [
    ['units', t.bases.units(request.quantity)],
    ['amount', t.bases.amount],
    ['order', t.bases.order],
  ] as const
  return (
    <Disclosure intent="refund" summary={summary} state={state}>
      <fieldset className="grid gap-2">
        <legend className="pb-1 text-sm font-medium">{t.basis}</legend>
        {bases.map(([basis, title]) => (
          <RadioCard
            key={basis}
            id={`basis-${basis}`}
            name="basis"
            value={basis}
            title={title}
            defaultChecked={(own?.values.basis ?? 'units') === basis}
          />
        ))}
      </fieldset>
      <InputField
        id="amount"
        name="amount"
        inputMode="decimal"
        label={t.amount}
        hint={t.amountHint}
        defaultValue={own?.values.amount}
        error={word(own?.errors.amount)}
      />
      <AnswerText intent="refund" state={state} label={t.text} />
      <p className="text-sm text-muted">{t.refundText}</p>
    </Disclosure>
  )
}
