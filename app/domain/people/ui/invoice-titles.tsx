import { Form } from '@remix-run/react'
import { type FormState, fieldsOf } from '#app/kernel/form.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card, CardSection } from '#app/ui/card.tsx'
import { InputField, RadioCard } from '#app/ui/field.tsx'
import { FormSummary } from '#app/ui/form-summary.tsx'
import type { InvoiceTitleView } from '../invoice-titles.server.ts'
import { useFieldWord } from './use-field-word.ts'

export function InvoiceTitleList({ titles }: { titles: ReadonlyArray<InvoiceTitleView> }) {
  const t = useMessages()
  const words = t.account.invoiceTitles
  return (
    <ul className="grid gap-3">
      {titles.map(({ id, kind, name, creditCode }) => (
        <Card as="li" key={id} className="flex items-center justify-between gap-3">
          <div className="grid gap-1">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{name}</span>
              <Badge>{words[kind]}</Badge>
            </p>
            {creditCode ? <p className="figures text-sm text-muted">{creditCode}</p> : null}
          </div>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="id" value={id} />
            <Button
              name="intent"
              value="remove"
              kind="quiet"
              size="small"
              aria-label={words.removeLabel(name)}
            >
              {t.common.remove}
            </Button>
          </Form>
        </Card>
      ))}
    </ul>
  )
}

export function InvoiceTitleForm({ state }: { state: FormState | undefined }) {
  const t = useMessages()
  const words = t.account.invoiceTitles
  const word = useFieldWord()
  const field = fieldsOf(state, word)
  return (
    <CardSection id="add-title" title={words.add}>
      <Form method="post" noValidate className="grid gap-4">
        <FormSummary state={state} title={t.people.errorSummary} word={word} />
        <fieldset className="grid gap-3 sm:grid-cols-2">
          <legend className="mb-1 text-sm font-medium">{words.kind}</legend>
          <RadioCard
            id="kind"
            name="kind"
            value="personal"
            title={words.personal}
            defaultChecked={state?.values.kind !== 'company'}
          />
          <RadioCard
            id="kind-company"
            name="kind"
            value="company"
            title={words.company}
            defaultChecked={state?.values.kind === 'company'}
          />
        </fieldset>
        <InputField
          {...field('name')}
          label={words.name}
          autoComplete="organization"
          maxLength={100}
          required
        />
        <InputField
          {...field('creditCode')}
          label={words.creditCode}
          hint={words.creditCodeHint}
          autoComplete="off"
          maxLength={24}
        />
        <div>
          <Button>{words.save}</Button>
        </div>
      </Form>
    </CardSection>
  )
}
