import { Form } from '@remix-run/react'
import type { Choice } from '#app/kernel/choice.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import { FormSummary } from '#app/ui/form-summary.tsx'
import { useLivestreamWord } from './use-livestream-word.ts'

export type LivestreamValues = Record<
  'title' | 'titleEn' | 'host' | 'hostAccount' | 'fair' | 'startsAt' | 'endsAt',
  string
>
type LivestreamFormProps = {
  fairs: ReadonlyArray<Choice>
  values: Partial<LivestreamValues>
  /** Of a livestream that there is: which of its versions this form shows; of a new one: the form's key. */
  version?: number
  formKey?: string
  state: FormState | undefined
}

export function LivestreamForm({ fairs, values: kept, version, formKey, state }: LivestreamFormProps) {
  const words = useStaffMessages()
  const t = words.livestreams
  const word = useLivestreamWord()
  const values: Partial<Record<string, string>> = { ...kept, ...state?.values }
  const field = (name: keyof LivestreamValues) => ({
    id: name,
    name,
    label: t.fields[name],
    defaultValue: values[name],
    error: word(state?.errors[name]),
  })
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-4">
      <FormSummary state={state} title={words.staff.errorSummary} word={word} names={t.fields} />
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      {formKey === undefined ? null : <input type="hidden" name="key" value={values.key ?? formKey} />}
      <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
        <InputField {...field('title')} maxLength={80} />
        <InputField {...field('titleEn')} maxLength={120} lang="en" />
        <InputField {...field('startsAt')} type="datetime-local" hint={t.fields.timeHint} />
        <InputField {...field('endsAt')} type="datetime-local" />
        <InputField {...field('host')} maxLength={60} autoComplete="off" />
        <InputField
          {...field('hostAccount')}
          hint={t.fields.hostAccountHint}
          inputMode="numeric"
          autoComplete="off"
        />
        <ChoiceField {...field('fair')} none={t.noFair} choices={fairs} />
      </div>
      <div>
        <Button name="intent" value="save" size="large">
          {version === undefined ? t.schedule : t.save}
        </Button>
      </div>
    </Form>
  )
}
