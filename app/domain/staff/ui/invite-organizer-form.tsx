import { Form } from '@remix-run/react'
import { choicesOf } from '#app/kernel/choice.ts'
import { type FormState, fieldsOf } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { organizerRoles } from '../roles.ts'
import { PersonFields } from './person-fields.tsx'
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
  const field = fieldsOf(state, word)
  return (
    <CardSection id="invite-title" title={t.invite}>
      <Form method="post" noValidate className="grid gap-4">
        <div className="grid items-start gap-4 md:grid-cols-2">
          <ChoiceField
            {...field('role')}
            label={page.role}
            defaultValue={state?.values.role ?? 'division-reviewer'}
            choices={choicesOf(organizerRoles, words.staff.roles)}
          />
          <ChoiceField
            {...field('divisionCode')}
            label={t.division}
            hint={t.divisionHint}
            none={t.noDivision}
            choices={divisions.map(({ code, name }) => ({ key: code, title: name }))}
          />
          <PersonFields state={state} />
        </div>
        <div>
          <Button name="intent" value="invite" size="large">
            {page.send}
          </Button>
        </div>
      </Form>
    </CardSection>
  )
}
