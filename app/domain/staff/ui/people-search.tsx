import { useStaffMessages } from '#app/messages/messages.ts'
import { InputField, SelectField } from '#app/ui/field.tsx'
import { FilterForm } from './filter-form.tsx'

export function PeopleSearch({ text, isEverybody }: { text: string; isEverybody: boolean }) {
  const t = useStaffMessages().team.people
  return (
    <FilterForm isSet={isEverybody || text !== ''}>
      <InputField id="q" name="q" type="search" label={t.search} defaultValue={text} />
      <SelectField id="who" name="who" label={t.title} defaultValue={isEverybody ? 'everybody' : ''}>
        <option value="">{t.who.organizers}</option>
        <option value="everybody">{t.who.everybody}</option>
      </SelectField>
    </FilterForm>
  )
}
