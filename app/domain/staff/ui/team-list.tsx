import { Form } from '@remix-run/react'
import { shanghaiDay, shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import type { SentInvitation } from '../people-views.server.ts'
import { enterpriseRoles } from '../roles.ts'
import type { MemberView } from '../team-views.server.ts'

export function MemberList({ members }: { members: ReadonlyArray<MemberView> }) {
  const t = useStaffMessages().team.page
  return (
    <CardSection id="members" title={t.members} className="gap-2">
      <ul className="grid divide-y divide-line">
        {members.map((member) => (
          <li key={member.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div className="min-w-0 text-sm">
              <p className="flex flex-wrap items-center gap-2">
                <span className="text-base font-medium">{member.name}</span>
                {member.isSelf ? <Badge tone="grass">{t.you}</Badge> : null}
              </p>
              <p className="text-muted">
                {member.login}
                <span className="figures ml-3">{t.since(shanghaiDay(member.joinedAt))}</span>
              </p>
            </div>
            <ChangeMember member={member} />
          </li>
        ))}
      </ul>
    </CardSection>
  )
}

/** The role that was seen goes along: whoever was changed meanwhile is not changed again by mistake. */
function ChangeMember({ member: { id, name, role } }: { member: MemberView }) {
  const words = useStaffMessages()
  const t = words.team.page
  return (
    <Form method="post" className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="member" value={id} />
      <input type="hidden" name="was" value={role} />
      <select
        key={role}
        name="role"
        defaultValue={role}
        aria-label={`${name}: ${t.role}`}
        className="min-h-11 rounded-sm border border-line-deep bg-card px-3 text-sm"
      >
        {enterpriseRoles.map((each) => (
          <option key={each} value={each}>
            {words.staff.roles[each]}
          </option>
        ))}
      </select>
      <Button name="intent" value="change-role" kind="secondary" aria-label={t.changeLabel(name)}>
        {t.change}
      </Button>
      <Button name="intent" value="remove" kind="danger" aria-label={t.removeLabel(name)}>
        {t.remove}
      </Button>
    </Form>
  )
}

export function InvitationList({ invitations }: { invitations: ReadonlyArray<SentInvitation> }) {
  const words = useStaffMessages()
  const t = words.team.page
  if (invitations.length === 0) return null
  return (
    <CardSection id="invitations" title={t.invitations} className="gap-2">
      <ul className="grid divide-y divide-line">
        {invitations.map(({ id, name, phone, role, place, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2 text-sm">
            <p>
              <span className="font-medium">{name}</span> ·{' '}
              {[words.staff.roles[role], place].filter(Boolean).join(' · ')}
              <span className="figures block text-muted">
                {phone} · {t.until(shanghaiMinute(expiresAt))}
              </span>
            </p>
            <Form method="post">
              <input type="hidden" name="invitation" value={id} />
              <Button name="intent" value="revoke" kind="quiet" aria-label={t.revokeLabel(name)}>
                {t.revoke}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </CardSection>
  )
}
