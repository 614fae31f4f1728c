import { Form } from '@remix-run/react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField, SelectField } from '#app/ui/field.tsx'

export function PeopleSearch({ text, isEverybody }: { text: string; isEverybody: boolean }) {
  const t = useStaffMessages().team.people
  return (
    <Form className="grid items-end gap-3 sm:grid-cols-[1fr_auto_auto]">
      <InputField id="q" name="q" type="search" label={t.search} defaultValue={text} />
      <SelectField id="who" name="who" label={t.title} defaultValue={isEverybody ? 'everybody' : ''}>
        <option value="">{t.who.organizers}</option>
        <option value="everybody">{t.who.everybody}</option>
      </SelectField>
      <Button kind="secondary">{t.find}</Button>
    </Form>
  )
}
