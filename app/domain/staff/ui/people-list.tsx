import { Form } from '@remix-run/react'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextareaField } from '#app/ui/field.tsx'
import { Folded } from '#app/ui/folded.tsx'
import { RowList } from '#app/ui/row-list.tsx'
import type { PersonView } from '../people-views.server.ts'
import { isOrganizerRole } from '../roles.ts'
import { ChangeRoleForm } from './change-role-form.tsx'
import { useStaffWord } from './use-staff-word.ts'

type Refused = (FormState & { id: string }) | undefined

type PeopleListProps = {
  people: ReadonlyArray<PersonView>
  divisions: ReadonlyArray<{ code: string; name: string }>
  refused: Refused
  refusedRole: Refused
}

export function PeopleList({ people, divisions, refused, refusedRole }: PeopleListProps) {
  const { title } = useStaffMessages().team.people
  return (
    <RowList label={title}>
      {people.map((person) => (
        <li key={person.id} className="grid gap-1 px-4 py-3">
          <Person person={person} />
          <ManagePerson
            person={person}
            divisions={divisions}
            state={refused?.id === person.id ? refused : undefined}
            refusedRole={refusedRole}
          />
        </li>
      ))}
    </RowList>
  )
}

function Person({ person }: { person: PersonView }) {
  const words = useStaffMessages()
  const t = words.team.people
  return (
    <div className="text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-base font-medium">{person.name}</span>
        <span className="text-muted">{person.login}</span>
        {person.isDisabled ? <Badge tone="berry">{t.disabled}</Badge> : null}
        <Badge tone={person.hasSecondStep ? 'grass' : 'plain'}>
          {person.hasSecondStep ? t.secondStep : t.noSecondStep}
        </Badge>
      </p>
      <ul className="text-muted">
        {person.roles.map(({ role, place }) => (
          <li key={`${role} ${place}`}>{[words.staff.roles[role], place].filter(Boolean).join(' · ')}</li>
        ))}
      </ul>
    </div>
  )
}

type ManagePersonProps = Pick<PeopleListProps, 'divisions' | 'refusedRole'> & {
  person: PersonView
  state: FormState | undefined
}

function ManagePerson({ person, divisions, state, refusedRole }: ManagePersonProps) {
  const t = useStaffMessages().team.people
  const organizing = person.roles.filter(({ role }) => isOrganizerRole(role))
  return (
    <Folded
      title={t.manage}
      label={t.manageLabel(person.name)}
      isOpen={Boolean(state) || organizing.some(({ membershipId }) => membershipId === refusedRole?.id)}
    >
      <AccountForm person={person} state={state} />
      {organizing.map((member) => (
        <ChangeRoleForm
          key={`${member.membershipId} ${member.role} ${member.divisionCode}`}
          personId={person.id}
          member={member}
          divisions={divisions}
          state={refusedRole?.id === member.membershipId ? refusedRole : undefined}
        />
      ))}
    </Folded>
  )
}

/** What is done to somebody's account wants a reason, which the audit log keeps. */
function AccountForm({ person, state }: Pick<ManagePersonProps, 'person' | 'state'>) {
  const t = useStaffMessages().team.people
  const word = useStaffWord()
  return (
    <Form method="post" noValidate className="grid gap-4 py-2">
      <input type="hidden" name="person" value={person.id} />
      <TextareaField
        id={`reason-${person.id}`}
        name="reason"
        required
        label={t.reason}
        hint={t.reasonHint}
        defaultValue={state?.values.reason}
        error={word(state?.errors.reason)}
      />
      <div className="flex flex-wrap gap-3">
        {person.isDisabled ? (
          <Button name="intent" value="enable" kind="secondary">
            {t.enable}
          </Button>
        ) : (
          <Button name="intent" value="disable" kind="danger">
            {t.disable}
          </Button>
        )}
        {person.hasSecondStep ? (
          <Button name="intent" value="reset-second-step" kind="secondary">
            {t.resetSecondStep}
          </Button>
        ) : null}
      </div>
      {person.hasSecondStep ? <p className="text-xs text-muted">{t.resetHint}</p> : null}
    </Form>
  )
}
