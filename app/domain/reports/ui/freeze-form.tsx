import { Form } from '@remix-run/react'
import { type FormState, fieldsOf } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import type { FigureItem } from '../figure-views.server.ts'
import { useReportWord } from './report-words.ts'

type FreezeFormProps = {
  formKey: string
  /** Now, or the fair's end, as the field takes it. */
  cutOff: string
  figures: ReadonlyArray<FigureItem>
  state: FormState | undefined
}

export function FreezeForm({ formKey, cutOff, figures, state }: FreezeFormProps) {
  const t = useStaffMessages().reports.freeze
  const word = useReportWord()
  const field = fieldsOf(state, word)
  return (
    <CardSection id="freeze" title={t.title}>
      <Form method="post" noValidate className="grid items-start gap-3 md:grid-cols-3">
        <input type="hidden" name="key" value={formKey} />
        <InputField {...field('label')} label={t.label} hint={t.labelHint} maxLength={80} />
        <InputField
          {...field('cutOff')}
          type="datetime-local"
          label={t.cutOff}
          defaultValue={state?.values.cutOff ?? cutOff}
        />
        <ChoiceField
          {...field('restates')}
          label={t.restates}
          none={t.none}
          choices={figures.map(({ id, label }) => ({ key: id, title: label }))}
        />
        <div className="md:col-span-3">
          <Button>{t.submit}</Button>
        </div>
      </Form>
    </CardSection>
  )
}
