import type { ComponentProps } from 'react'
import type { Choice } from '#app/kernel/choice.ts'
import { SelectField } from './field.tsx'

type ChoiceFieldProps = Omit<ComponentProps<typeof SelectField>, 'children'> & {
  choices: ReadonlyArray<Choice>
  /** What choosing nothing is called, where that is a choice. */
  none?: string
}

/** One of a few, of which nothing more is to be said than their names. */
export function ChoiceField({ choices, none, ...field }: ChoiceFieldProps) {
  return (
    <SelectField {...field}>
      {none === undefined ? null : <option value="">{none}</option>}
      {choices.map(({ key, title }) => (
        <option key={key} value={key}>
          {title}
        </option>
      ))}
    </SelectField>
  )
}
