import { Form } from '@remix-run/react'
import { choicesOf } from '#app/kernel/choice.ts'
import { type FormState, fieldsOf } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { CheckboxField, InputField, TextareaField } from '#app/ui/field.tsx'
import { FormSummary } from '#app/ui/form-summary.tsx'
import { exhibitionKinds } from '../exhibition.ts'
import { useFairWord } from './use-fair-word.ts'

type FairFormProps = {
  /** What was refused; what was typed stays in the fields. */
  state: FormState | undefined
  values: Record<string, string>
  version?: number
  isNew?: boolean
}
type FieldName =
  | 'name'
  | 'nameEn'
  | 'kind'
  | 'slug'
  | 'city'
  | 'cityEn'
  | 'venue'
  | 'venueEn'
  | 'startsOn'
  | 'endsOn'
  | 'summary'
  | 'summaryEn'

export function FairForm({ state, values: saved, version, isNew = false }: FairFormProps) {
  const { form: t, kinds } = useStaffMessages().fairs
  const word = useFairWord()
  const values = state?.values ?? saved
  const typed = fieldsOf({ values, errors: state?.errors ?? {} }, word)
  const field = (name: FieldName) => ({ ...typed(name), label: t[name], autoComplete: 'off' })
  return (
    <Card>
      <Form method="post" noValidate className="grid gap-4">
        <FormSummary state={state} title={t.problems} word={word} names={t} />
        {version === undefined ? null : <input type="hidden" name="version" value={version} />}
        <div className="grid items-start gap-4 md:grid-cols-2">
          <InputField {...field('name')} />
          <InputField {...field('nameEn')} isOptional={t.optional} />
        </div>
        {isNew ? (
          <InputField {...field('slug')} autoCapitalize="none" spellCheck={false} hint={t.slugHint} />
        ) : null}
        <ChoiceField {...field('kind')} hint={t.kindHint} choices={choicesOf(exhibitionKinds, kinds)} />
        <div className="grid items-start gap-4 md:grid-cols-2">
          <InputField {...field('startsOn')} type="date" hint={t.daysHint} />
          <InputField {...field('endsOn')} type="date" hint={t.daysHint} />
          <InputField {...field('city')} />
          <InputField {...field('cityEn')} isOptional={t.optional} />
          <InputField {...field('venue')} isOptional={t.optional} />
          <InputField {...field('venueEn')} isOptional={t.optional} />
          <TextareaField {...field('summary')} rows={5} lang="zh-CN" isOptional={t.optional} />
          <TextareaField {...field('summaryEn')} rows={5} lang="en" isOptional={t.optional} />
        </div>
        <div>
          <CheckboxField id="isPublished" name="isPublished" defaultChecked={values.isPublished === 'on'}>
            {t.isPublished}
          </CheckboxField>
          <CheckboxField
            id="hasPublicFigure"
            name="hasPublicFigure"
            defaultChecked={values.hasPublicFigure === 'on'}
          >
            {t.hasPublicFigure}
          </CheckboxField>
        </div>
        <div>
          <Button size="large">{t.save}</Button>
        </div>
      </Form>
    </Card>
  )
}
