import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock, noLimits, randomPhone, testEnv } from '#tests/support/people.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { changeOrganizerRole, removeOrganizerRole } from './change-organizers.server.ts'
import { findOrganizerScope } from './find-scope.server.ts'
import { inviteMember, inviteOrganizer, inviteOwner, revokeInvitation } from './invite.server.ts'
import { listInvitations } from './people-views.server.ts'
import type { OrganizerRole } from './roles.ts'
import type { OrganizerScope } from './scope.ts'

const { db, pool } = await useDatabase()
const clock = movableClock(new Date())
const services = { db, pool, clock, env: testEnv, limits: noLimits }
const city = await createOrganizer(db)
await createVariant(db)
const reason = '岗位调整'

async function memberOf({ staff, role, divisionCode }: OrganizerScope) {
  const { id } = await db.membership.findFirstOrThrow({ where: { staffId: staff.staffId } })
  return { staffId: staff.staffId, membershipId: id, was: { role, divisionCode }, reason }
}
const wholeCity = (role: OrganizerRole) => ({ role, divisionCode: null })
const sessionsOf = ({ staff }: OrganizerScope) => db.staffSession.count({ where: { staffId: staff.staffId } })

test('an organizer gets another role or division, at once: the sessions end, the log says why', async () => {
  const person = await createOrganizer(db, 'viewer')
  const member = await memberOf(person)
  const to = { role: 'division-reviewer' as const, divisionCode: '150430' }
  expect(await changeOrganizerRole(services, city, member, to)).toMatchObject({ ok: true })
  expect(await findOrganizerScope(db, person.staff)).toMatchObject(to)
  expect(await sessionsOf(person)).toBe(0)
  const entry = { action: 'change-role', subjectId: member.membershipId }
  expect(await db.auditEntry.findFirstOrThrow({ where: entry })).toMatchObject({
    before: { role: 'viewer' },
    after: { role: 'division-reviewer', division: '150430' },
    reason,
  })
  // Of two who had the page open the second is told.
  expect(await changeOrganizerRole(services, city, member, wholeCity('finance'))).toMatchObject({
    code: 'changed-meanwhile',
  })
  const nowhere = { role: 'division-reviewer' as const, divisionCode: '999999' }
  expect(await changeOrganizerRole(services, city, { ...member, was: to }, nowhere)).toMatchObject({
    code: 'division-required',
  })
})

test('nobody changes their own role, a role one has is not given twice, and nobody of an enterprise is changed so', async () => {
  const own = await memberOf(city)
  expect(await changeOrganizerRole(services, city, own, wholeCity('finance'))).toMatchObject({
    code: 'own-account',
  })
  expect(await removeOrganizerRole(services, city, own)).toMatchObject({ code: 'own-account' })
  const person = await createOrganizer(db, 'viewer')
  const member = await memberOf(person)
  const { staffId } = person.staff
  await db.membership.create({ data: { staffId, role: 'finance', createdAt: clock.now() } })
  expect(await changeOrganizerRole(services, city, member, wholeCity('finance'))).toMatchObject({
    code: 'already-member',
  })
  const { enterpriseId } = await createVariant(db)
  const owner = await createMember(db, enterpriseId)
  const theirs = { ...member, staffId: owner.staff.staffId, membershipId: owner.membershipId }
  expect(await removeOrganizerRole(services, city, theirs)).toMatchObject({ code: 'changed-meanwhile' })
})

test('two city organizers who remove each other at once leave one', async () => {
  const [first, second] = [await createOrganizer(db), await createOrganizer(db)]
  await db.staff.update({ where: { id: city.staff.staffId }, data: { status: 'disabled' } })
  const answers = await Promise.all([
    removeOrganizerRole(services, first, await memberOf(second)),
    removeOrganizerRole(services, second, await memberOf(first)),
  ])
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
  await db.staff.update({ where: { id: city.staff.staffId }, data: { status: 'active' } })
})

test('open invitations of organizers and of owners are listed and withdrawn; those of teams are the enterprise’s', async () => {
  const { enterpriseId } = await createVariant(db)
  const owner = await createMember(db, enterpriseId)
  const invitee = { name: '于秀兰', phone: randomPhone(), locale: 'zh' as const }
  await inviteOrganizer(services, city, { ...invitee, ...wholeCity('viewer') })
  await inviteOwner(services, city, { ...invitee, slug: owner.slug })
  await inviteMember(services, owner, { ...invitee, role: 'shipper' })
  const listed = await listInvitations(services, city, 'zh')
  expect(listed.map(({ role }) => role).sort()).toEqual(['owner', 'viewer'])
  expect(listed.map(({ phone }) => phone)).not.toContain(invitee.phone)
  const teams = await db.invitation.findFirstOrThrow({ where: { role: 'shipper' } })
  expect(await revokeInvitation(services, city, teams.id)).toBe(false)
  for (const { id } of listed) expect(await revokeInvitation(services, city, id)).toBe(true)
  expect(await listInvitations(services, city, 'zh')).toEqual([])
})
