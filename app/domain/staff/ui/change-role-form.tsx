import { Form } from '@remix-run/react'
import { choicesOf } from '#app/kernel/choice.ts'
import { type FormState, fieldsOf } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import type { PersonView } from '../people-views.server.ts'
import { organizerRoles } from '../roles.ts'
import { useStaffWord } from './use-staff-word.ts'

type ChangeRoleFormProps = {
  personId: string
  member: PersonView['roles'][number]
  divisions: ReadonlyArray<{ code: string; name: string }>
  state: FormState | undefined
}

/** One of an organizer's roles: another one, another division, or none. What it was goes along. */
export function ChangeRoleForm({ personId, member, divisions, state }: ChangeRoleFormProps) {
  const words = useStaffMessages()
  const t = words.team.people
  const word = useStaffWord()
  const { membershipId: id, role, place, divisionCode } = member
  const { values = {}, errors = {} }: Partial<FormState> = state ?? {}
  const field = fieldsOf({ values, errors }, word, `-${id}`)
  return (
    <Form method="post" noValidate className="grid gap-3 border-t border-line py-3">
      <p className="text-sm font-medium">{[words.staff.roles[role], place].filter(Boolean).join(' · ')}</p>
      <input type="hidden" name="person" value={personId} />
      <input type="hidden" name="membership" value={id} />
      <input type="hidden" name="was" value={role} />
      <input type="hidden" name="wasDivision" value={divisionCode ?? ''} />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <ChoiceField
          {...field('role')}
          label={words.team.page.role}
          defaultValue={values.role ?? role}
          error={word(errors.role ?? errors.was)}
          choices={choicesOf(organizerRoles, words.staff.roles)}
        />
        <ChoiceField
          {...field('divisionCode')}
          label={t.division}
          hint={t.divisionHint}
          defaultValue={values.divisionCode ?? divisionCode ?? ''}
          none={t.noDivision}
          choices={divisions.map(({ code, name }) => ({ key: code, title: name }))}
        />
      </div>
      <InputField
        {...field('reason')}
        id={`role-reason-${id}`}
        label={t.reason}
        hint={t.reasonHint}
        maxLength={200}
      />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="change-role" kind="secondary">
          {t.changeRole}
        </Button>
        <Button name="intent" value="remove-role" kind="danger">
          {t.removeRole}
        </Button>
      </div>
    </Form>
  )
}
