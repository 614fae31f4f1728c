import type { Choice } from '#app/kernel/choice.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { SelectField } from '#app/ui/field.tsx'

/** For which fair an export is; else each order goes by its day. */
export function FairField({ fairs, chosen }: { fairs: ReadonlyArray<Choice>; chosen?: string | null }) {
  const t = useStaffMessages().livestreams.import
  return (
    <SelectField id="fair" name="fair" label={t.fair} hint={t.fairHint} defaultValue={chosen ?? ''}>
      <option value="">{t.byDay}</option>
      <Options choices={fairs} />
    </SelectField>
  )
}

export function Options({ choices }: { choices: ReadonlyArray<Choice> }) {
  return choices.map(({ key, title }) => (
    <option key={key} value={key}>
      {title}
    </option>
  ))
}
