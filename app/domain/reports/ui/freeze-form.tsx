import { Form } from '@remix-run/react'
import type { FormState } from '#app/kernel/form.ts'
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
  const { values = {}, errors = {} }: Partial<FormState> = state ?? {}
  return (
    <CardSection id="freeze" title={t.title}>
      <Form method="post" noValidate className="grid items-start gap-3 md:grid-cols-3">
        <input type="hidden" name="key" value={formKey} />
        <InputField
          id="label"
          name="label"
          label={t.label}
          hint={t.labelHint}
          maxLength={80}
          defaultValue={values.label}
          error={word(errors.label)}
        />
        <InputField
          id="cutOff"
          name="cutOff"
          type="datetime-local"
          label={t.cutOff}
          defaultValue={values.cutOff ?? cutOff}
          error={word(errors.cutOff)}
        />
        <ChoiceField
          id="restates"
          name="restates"
          label={t.restates}
          defaultValue={values.restates ?? ''}
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
