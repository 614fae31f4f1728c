import { Form } from '@remix-run/react'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { RadioCard } from '#app/ui/field.tsx'
import { enterpriseRoles } from '../roles.ts'
import { PersonFields } from './person-fields.tsx'

/** The least first: most who are invited pack parcels. */
const offered = [...enterpriseRoles].reverse()

export function InviteMemberForm({ state }: { state: FormState | undefined }) {
  const words = useStaffMessages()
  const t = words.team.page
  return (
    <CardSection id="invite-title" title={t.invite}>
      <Form method="post" noValidate className="grid gap-4">
        <fieldset className="grid gap-2 md:grid-cols-3">
          <legend className="mb-1 text-sm font-medium">{t.role}</legend>
          {offered.map((role) => (
            <RadioCard
              key={role}
              id={`role-${role}`}
              name="role"
              value={role}
              defaultChecked={role === (state?.values.role ?? 'shipper')}
              title={words.staff.roles[role]}
            >
              {t.explain[role]}
            </RadioCard>
          ))}
        </fieldset>
        <div className="grid items-start gap-4 md:grid-cols-2">
          <PersonFields state={state} />
        </div>
        <div>
          <Button name="intent" value="invite" size="large">
            {t.send}
          </Button>
        </div>
      </Form>
    </CardSection>
  )
}
