import { Form } from '@remix-run/react'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField, SelectField } from '#app/ui/field.tsx'
import { organizerRoles } from '../roles.ts'
import { useStaffWord } from './use-staff-word.ts'

type InviteOrganizerFormProps = {
  divisions: ReadonlyArray<{ code: string; name: string }>
  state: FormState | undefined
}

export function InviteOrganizerForm({ divisions, state }: InviteOrganizerFormProps) {
  const words = useStaffMessages()
  const t = words.team.people
  const page = words.team.page
  const word = useStaffWord()
  const { values = {}, errors = {} }: Partial<FormState> = state ?? {}
  return (
    <Card as="section" labelledBy="invite-title">
      <Form method="post" noValidate className="grid gap-4">
        <h2 id="invite-title" className="font-medium">
          {t.invite}
        </h2>
        <div className="grid items-start gap-4 md:grid-cols-2">
          <SelectField
            id="role"
            name="role"
            label={page.role}
            defaultValue={values.role ?? 'division-reviewer'}
            error={word(errors.role)}
          >
            {organizerRoles.map((role) => (
              <option key={role} value={role}>
                {words.staff.roles[role]}
              </option>
            ))}
          </SelectField>
          <SelectField
            id="divisionCode"
            name="divisionCode"
            label={t.division}
            hint={t.divisionHint}
            defaultValue={values.divisionCode}
            error={word(errors.divisionCode)}
          >
            <option value="">{t.noDivision}</option>
            {divisions.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
          <InputField
            id="name"
            name="name"
            autoComplete="off"
            required
            label={page.name}
            defaultValue={values.name}
            error={word(errors.name)}
          />
          <InputField
            id="phone"
            name="phone"
            type="tel"
            inputMode="tel"
            autoComplete="off"
            required
            label={page.phone}
            hint={page.phoneHint}
            defaultValue={values.phone}
            error={word(errors.phone)}
          />
        </div>
        <div>
          <Button name="intent" value="invite" size="large">
            {page.send}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
