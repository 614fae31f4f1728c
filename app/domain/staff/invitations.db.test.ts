import { expect, test } from 'vitest'
import { hour, minute } from '#app/kernel/clock.ts'
import { createSmsOutbox } from '#app/platform/sms.server.ts'
import { log } from '#tests/support/checkout.ts'
import { type TestDatabase, useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock, noLimits, randomPhone, testEnv } from '#tests/support/people.ts'
import { createMember, createOrganizer, createStaff, readLink } from '#tests/support/staff.ts'
import { repeats } from '#tests/support/workers.ts'
import { acceptInvitation, findInvitation } from './accept-invitation.server.ts'
import { findEnterpriseScope, findOrganizerScope } from './find-scope.server.ts'
import { inviteFromConsole, inviteMember, inviteOrganizer, revokeInvitation } from './invite.server.ts'
import { findStaffSession, openStaffSession } from './sessions.server.ts'
import { findTeam } from './team-views.server.ts'

const guarded = await useDatabase()
const unguarded = await useDatabase()
const unmet = editSql(unguarded.pool, [
  [`SELECT pg_advisory_xact_lock(hashtext('invitation'), hashtext($1))`, 'SELECT $1::text'],
])
const clock = movableClock(new Date())

function servicesOn({ db, pool }: TestDatabase) {
  return { db, pool, clock, log, env: testEnv, limits: noLimits, sms: createSmsOutbox(db, clock) }
}

const services = servicesOn(guarded)
const { db } = services
const device = 'test'
const password = 'millet on the hill'

async function createOwner(of = services) {
  const { enterpriseId } = await createVariant(of.db)
  return await createMember(of.db, enterpriseId, 'owner')
}

/** The token of a new invitation, as its phone received it. */
async function invite(owner: Awaited<ReturnType<typeof createOwner>>, role: 'owner' | 'editor' | 'shipper') {
  const phone = randomPhone()
  await inviteMember(services, owner, { role, name: '于秀兰', phone, locale: 'zh' })
  const path = await readLink(services, phone)
  expect(path).toMatch(/^\/staff\/invitation\/[\w-]{32}$/)
  return { phone, token: path.split('/').at(-1) ?? '' }
}

let count = 0
function account() {
  count += 1
  return { account: { name: '于秀兰', login: `newcomer-${count}`, password } }
}

test('an invitation makes an account and its one role, and opens the desk', async () => {
  const owner = await createOwner()
  const { token, phone } = await invite(owner, 'editor')
  expect(await findInvitation(services, token)).toMatchObject({
    state: 'open',
    role: 'editor',
    place: owner.name,
  })
  const joined = await acceptInvitation(services, { token, joiner: account(), device })
  if (!joined.ok) throw new Error(joined.code)
  expect(joined.value.next).toBe('none')
  const session = await findStaffSession(services, joined.value.token)
  const scope = await findEnterpriseScope(db, session!.scope, owner.slug)
  expect(scope).toMatchObject({ role: 'editor', enterpriseId: owner.enterpriseId })
  expect(await db.staff.findUniqueOrThrow({ where: { id: session!.scope.staffId } })).toMatchObject({ phone })
})

test('of ten who come with one invitation at once, one gets in (T47)', async () => {
  const owner = await createOwner()
  const { token } = await invite(owner, 'shipper')
  const all = await Promise.all(
    Array.from({ length: 10 }, () => acceptInvitation(services, { token, joiner: account(), device })),
  )
  expect(all.filter((joined) => joined.ok)).toHaveLength(1)
  expect(new Set(all.flatMap((joined) => (joined.ok ? [] : [joined.code])))).toEqual(
    new Set(['invitation-over']),
  )
  expect((await findTeam(services, owner)).members).toHaveLength(2)
})

test('an invitation lives 72 hours, and dies when it is withdrawn (T47)', async () => {
  const owner = await createOwner()
  const old = await invite(owner, 'shipper')
  clock.pass(72 * hour - 1)
  expect(await findInvitation(services, old.token)).toMatchObject({ state: 'open' })
  clock.pass(1)
  const late = await acceptInvitation(services, { token: old.token, joiner: account(), device })
  expect(late).toMatchObject({ ok: false, code: 'invitation-over' })
  expect(await findInvitation(services, old.token)).toMatchObject({ state: 'expired' })

  const withdrawn = await invite(owner, 'shipper')
  const [open] = (await findTeam(services, owner)).invitations
  const stranger = await createOwner()
  expect(await revokeInvitation(services, stranger, open!.id)).toBe(false)
  expect(await revokeInvitation(services, owner, open!.id)).toBe(true)
  const never = await acceptInvitation(services, { token: withdrawn.token, joiner: account(), device })
  expect(never).toMatchObject({ ok: false, code: 'invitation-over' })
})

test('a refusal leaves the invitation as it was', async () => {
  const owner = await createOwner()
  const { token } = await invite(owner, 'shipper')
  const accept = (joiner: Parameters<typeof acceptInvitation>[1]['joiner']) =>
    acceptInvitation(services, { token, joiner, device })
  const taken = { account: { name: '孟和', login: owner.staff.login, password } }
  expect(await accept(taken)).toMatchObject({ code: 'login-taken' })
  expect(
    await accept({ account: { ...taken.account, login: 'menghe', password: 'menghe-2026' } }),
  ).toMatchObject({
    code: 'password-too-common',
  })
  expect(await accept({ scope: owner.staff })).toMatchObject({ code: 'already-member' })
  expect(await accept(account())).toMatchObject({ ok: true })
})

test('somebody who works elsewhere joins with the same account, in a session of its own (T53)', async () => {
  const [first, second] = [await createOwner(), await createOwner()]
  const before = await db.staffSession.findMany({ where: { staffId: first.staff.staffId } })
  const { token } = await invite(second, 'owner')
  const joined = await acceptInvitation(services, { token, joiner: { scope: first.staff }, device })
  expect(joined).toMatchObject({ ok: true, value: { next: 'none' } })
  expect(await findEnterpriseScope(db, first.staff, second.slug)).toMatchObject({ role: 'owner' })
  const after = await db.staffSession.findMany({ where: { staffId: first.staff.staffId } })
  expect(after).toHaveLength(1)
  expect(after[0]?.tokenHash).not.toBe(before[0]?.tokenHash)
})

test('an organizer who is invited must set up the second step before anything else', async () => {
  const city = await createOrganizer(db)
  const phone = randomPhone()
  const invited = await inviteOrganizer(services, city, {
    role: 'division-reviewer',
    divisionCode: '150430',
    name: '乌兰',
    phone,
    locale: 'zh',
  })
  expect(invited.ok).toBe(true)
  const token = (await readLink(services, phone)).split('/').at(-1) ?? ''
  const editor = await createStaff(db, 'editor', { enterpriseId: (await createOwner()).enterpriseId })
  const elsewhere = await openStaffSession(db, services.clock, {
    staffId: editor.staffId,
    isVerified: true,
    device: 'another phone',
  })
  const joined = await acceptInvitation(services, { token, joiner: { scope: editor }, device })
  if (!joined.ok) throw new Error(joined.code)
  expect(joined.value.next).toBe('set-up')
  const session = await findStaffSession(services, joined.value.token)
  expect(session?.isVerified).toBe(false)
  // A session that was opened by the password alone does not grow into an organizer's.
  expect(await findStaffSession(services, elsewhere)).toBeNull()
  expect(await findOrganizerScope(db, editor)).toMatchObject({
    role: 'division-reviewer',
    divisionCode: '150430',
  })
})

test('an invitation that was used or withdrawn is told to nobody any more', async () => {
  const owner = await createOwner()
  const phone = randomPhone()
  await inviteMember(services, owner, { role: 'shipper', name: '孟和', phone, locale: 'en' })
  const [open] = (await findTeam(services, owner)).invitations
  await revokeInvitation(services, owner, open!.id)
  await expect(readLink(services, phone)).rejects.toThrow(/No record/i)
})

/** One form, tapped six times. */
async function inviteAtOnce(of: ReturnType<typeof servicesOn>) {
  const owner = await createOwner(of)
  const newcomer = { role: 'shipper', name: '孟和', phone: randomPhone(), locale: 'zh' } as const
  const sent = await Promise.all(Array.from({ length: 6 }, () => inviteMember(of, owner, newcomer)))
  const ids = new Set(sent.flatMap((each) => (each.ok ? [each.value.id] : [])))
  const where = { phone: newcomer.phone }
  await readLink(of, newcomer.phone)
  return {
    answers: ids.size,
    links: await of.db.invitation.count({ where }),
    messages: await of.db.smsMessage.count({ where }),
    entries: await of.db.auditEntry.count({
      where: { subjectKind: 'invitation', subjectId: { in: [...ids] } },
    }),
  }
}

test('a double tap is one invitation: one link and one message', { repeats }, async () => {
  expect(await inviteAtOnce(services)).toEqual({ answers: 1, links: 1, messages: 1, entries: 1 })
})

test('negative control: without the lock, a double tap makes several links', async () => {
  let links = 1
  for (let run = 0; run < 10 && links === 1; run += 1)
    links = (await inviteAtOnce(servicesOn(unguarded))).links
  expect(links).toBeGreaterThan(1)
  expect([...unmet]).toEqual([])
})

test('for another role or name, after a minute, or when it was withdrawn, an invitation is another', async () => {
  const owner = await createOwner()
  const newcomer = { role: 'shipper', name: '孟和', phone: randomPhone(), locale: 'zh' } as const
  const invite = async (own: Partial<Parameters<typeof inviteMember>[2]> = {}) => {
    const invited = await inviteMember(services, owner, { ...newcomer, ...own })
    return invited.ok ? invited.value.id : invited.code
  }
  const first = await invite()
  const ids = [first, await invite({ role: 'editor' }), await invite({ name: '孟和苏' })]
  expect(await invite()).toBe(first)
  await revokeInvitation(services, owner, first)
  ids.push(await invite())
  clock.pass(minute)
  ids.push(await invite())
  expect(new Set(ids).size).toBe(5)
})

test('a shop without staff gets its first organizer by a link of the console, once, within 72 hours (T47)', async () => {
  const first = { name: '王芳', phone: randomPhone(), role: 'city-organizer', divisionCode: null } as const
  const invite = async () => {
    const invited = await inviteFromConsole(services, first)
    if (!invited.ok) throw new Error(invited.code)
    return invited.value
  }
  const [token, late] = [await invite(), await invite()]
  expect(await findInvitation(services, token)).toMatchObject({ state: 'open', path: '/organizer' })
  const joined = await acceptInvitation(services, { token, joiner: account(), device })
  expect(joined).toMatchObject({ ok: true, value: { next: 'set-up' } })
  const again = await acceptInvitation(services, { token, joiner: account(), device })
  expect(again).toMatchObject({ code: 'invitation-over' })
  clock.pass(72 * hour)
  const tooLate = await acceptInvitation(services, { token: late, joiner: account(), device })
  expect(tooLate).toMatchObject({ code: 'invitation-over' })
  const row = await db.auditEntry.findFirstOrThrow({ where: { action: 'invite-staff', staffId: null } })
  expect(row).toMatchObject({ actor: 'system', after: { role: 'city-organizer', name: '王芳' } })
  const nowhere = { ...first, role: 'division-reviewer', divisionCode: '999999' } as const
  expect(await inviteFromConsole(services, nowhere)).toMatchObject({ code: 'division-required' })
})
