import { Form } from '@remix-run/react'
import { choicesOf } from '#app/kernel/choice.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { CheckboxField, InputField, TextareaField } from '#app/ui/field.tsx'
import { FormSummary } from '#app/ui/form-summary.tsx'
import { exhibitionKinds } from '../exhibition.ts'
import { useFairWord } from './use-fair-word.ts'

type Values = Record<string, string>
type FairFormProps = {
  /** What was refused; what was typed stays in the fields. */
  state: FormState | undefined
  values: Values
  version?: number
  isNew?: boolean
}

export function FairForm({ state, values: saved, version, isNew = false }: FairFormProps) {
  const t = useStaffMessages().fairs.form
  const word = useFairWord()
  const values = state?.values ?? saved
  const errors = state?.errors ?? {}
  return (
    <Card>
      <Form method="post" noValidate className="grid gap-4">
        <FormSummary state={state} title={t.problems} word={word} names={t} />
        {version === undefined ? null : <input type="hidden" name="version" value={version} />}
        <div className="grid items-start gap-4 md:grid-cols-2">
          <FairField name="name" values={values} errors={errors} />
          <FairField name="nameEn" values={values} errors={errors} isOptional />
        </div>
        {isNew ? (
          <InputField
            id="slug"
            name="slug"
            autoCapitalize="none"
            spellCheck={false}
            label={t.slug}
            hint={t.slugHint}
            defaultValue={values.slug}
            error={word(errors.slug)}
          />
        ) : null}
        <KindField kind={values.kind} error={errors.kind} />
        <div className="grid items-start gap-4 md:grid-cols-2">
          <FairField name="startsOn" values={values} errors={errors} type="date" hint={t.daysHint} />
          <FairField name="endsOn" values={values} errors={errors} type="date" hint={t.daysHint} />
          <FairField name="city" values={values} errors={errors} />
          <FairField name="cityEn" values={values} errors={errors} isOptional />
          <FairField name="venue" values={values} errors={errors} isOptional />
          <FairField name="venueEn" values={values} errors={errors} isOptional />
        </div>
        <Summaries values={values} errors={errors} />
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

type FairFieldProps = {
  name: 'name' | 'nameEn' | 'city' | 'cityEn' | 'venue' | 'venueEn' | 'startsOn' | 'endsOn'
  values: Values
  errors: Values
  type?: 'date'
  hint?: string
  isOptional?: boolean
}

function FairField({ name, values, errors, type, hint, isOptional = false }: FairFieldProps) {
  const t = useStaffMessages().fairs.form
  const word = useFairWord()
  return (
    <InputField
      id={name}
      name={name}
      type={type}
      autoComplete="off"
      label={t[name]}
      hint={hint}
      isOptional={isOptional ? t.optional : undefined}
      defaultValue={values[name]}
      error={word(errors[name])}
    />
  )
}

function KindField({ kind, error }: { kind: string | undefined; error: string | undefined }) {
  const t = useStaffMessages().fairs
  const word = useFairWord()
  return (
    <ChoiceField
      id="kind"
      name="kind"
      label={t.form.kind}
      hint={t.form.kindHint}
      defaultValue={kind}
      error={word(error)}
      choices={choicesOf(exhibitionKinds, t.kinds)}
    />
  )
}

function Summaries({ values, errors }: { values: Values; errors: Values }) {
  const t = useStaffMessages().fairs.form
  const word = useFairWord()
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      {(['summary', 'summaryEn'] as const).map((name) => (
        <TextareaField
          key={name}
          id={name}
          name={name}
          rows={5}
          lang={name === 'summaryEn' ? 'en' : 'zh-CN'}
          label={t[name]}
          isOptional={t.optional}
          defaultValue={values[name]}
          error={word(errors[name])}
        />
      ))}
    </div>
  )
}
