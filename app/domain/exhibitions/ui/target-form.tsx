import { Form } from '@remix-run/react'
import { channels } from '#app/domain/sales/sale-entry.ts'
import type { FormState } from '#app/kernel/form.ts'
import { yuanInput } from '#app/kernel/yuan-input.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import { type Target, targetField } from '../targets.ts'
import { useFairWord } from './use-fair-word.ts'

type TargetFormProps = {
  version: number
  targets: ReadonlyArray<Target>
  divisions: ReadonlyArray<{ code: string; name: string }>
  state: FormState | undefined
}
type Field = Pick<Target, 'dimension' | 'key'> & { label: string }

export function TargetForm({ version, targets, divisions, state }: TargetFormProps) {
  const words = useStaffMessages().fairs
  const t = words.targets
  const values = state?.values ?? valuesOf(targets)
  const errors = state?.errors ?? {}
  const whole: Field = { dimension: 'all', key: 'all', label: t.whole }
  const byChannel = channels.map((key): Field => ({ dimension: 'channel', key, label: words.channels[key] }))
  const byDivision = divisions.map(
    ({ code, name }): Field => ({ dimension: 'division', key: code, label: name }),
  )
  return (
    <Card>
      <Form method="post" noValidate className="grid gap-6">
        <input type="hidden" name="version" value={version} />
        <p className="max-w-text text-sm text-muted">{t.text}</p>
        <TargetField field={whole} values={values} errors={errors} />
        <TargetFields legend={t.channels} fields={byChannel} values={values} errors={errors} />
        <TargetFields legend={t.divisions} fields={byDivision} values={values} errors={errors} />
        <div>
          <Button size="large">{words.form.save}</Button>
        </div>
      </Form>
    </Card>
  )
}

function valuesOf(targets: ReadonlyArray<Target>): Record<string, string> {
  return Object.fromEntries(targets.map((target) => [targetField(target), yuanInput(target.amountFen)]))
}

type Typed = { values: Record<string, string>; errors: Record<string, string> }

function TargetFields({ legend, fields, ...typed }: { legend: string; fields: Array<Field> } & Typed) {
  return (
    <fieldset className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <legend className="mb-2 font-medium">{legend}</legend>
      {fields.map((field) => (
        <TargetField key={field.key} field={field} {...typed} />
      ))}
    </fieldset>
  )
}

function TargetField({ field, values, errors }: { field: Field } & Typed) {
  const word = useFairWord()
  const name = targetField(field)
  return (
    <InputField
      id={name}
      name={name}
      inputMode="decimal"
      autoComplete="off"
      label={field.label}
      defaultValue={values[name]}
      error={word(errors[name])}
    />
  )
}
