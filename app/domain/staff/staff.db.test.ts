import { expect, test } from 'vitest'
import { hour, minute } from '#app/kernel/clock.ts'
import { createLimits } from '#app/platform/limits.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock, noLimits, testEnv } from '#tests/support/people.ts'
import { createMember, createOrganizer, createStaff, staffPassword } from '#tests/support/staff.ts'
import { changePassword } from './change-password.server.ts'
import { findEnterpriseScope, findOrganizerScope, listWorkplaces } from './find-scope.server.ts'
import { currentCode, newTotpSecret } from './second-step.server.ts'
import { endOwnSession, findStaffSession, keepWatching, listOwnSessions } from './sessions.server.ts'
import { setUpSecondStep } from './set-up-second-step.server.ts'
import { passSecondStep, signInStaff } from './sign-in.server.ts'

const { db, pool } = await useDatabase()
const clock = movableClock()
const services = { db, clock, env: testEnv, limits: noLimits }
const from = { address: '203.0.113.7', device: 'test' }

async function signIn(login: string, password = staffPassword) {
  return await signInStaff(services, { login, password, ...from })
}

async function sessionOf(login: string) {
  const signedIn = await signIn(login)
  if (!signedIn.ok) throw new Error(signedIn.code)
  const found = await findStaffSession(services, signedIn.value.token)
  if (!found) throw new Error('no session')
  return { ...found, next: signedIn.value.next, token: signedIn.value.token }
}

test('a password alone lets a fair hand in, and an organizer only as far as the second step', async () => {
  const hand = await sessionOf((await createStaff(db, 'exhibition-staff')).login)
  expect([hand.next, hand.isVerified]).toEqual(['none', true])
  const city = await sessionOf((await createStaff(db, 'city-organizer')).login)
  expect([city.next, city.isVerified]).toEqual(['set-up', false])
})

test('who is there for a fair’s booths begins at the till, every other organizer at the desk', async () => {
  const placesOf = async (role: Parameters<typeof createStaff>[1]) =>
    await listWorkplaces(db, (await sessionOf((await createStaff(db, role)).login)).scope)
  expect(await placesOf('exhibition-staff')).toEqual([{ kind: 'booth' }])
  for (const role of ['city-organizer', 'finance', 'viewer'] as const)
    expect(await placesOf(role)).toEqual([{ kind: 'organizer' }])
})

test('a code opens a new session in place of the half-open one, and opens nothing twice (T53)', async () => {
  const { login } = await createStaff(db, 'finance')
  const first = await sessionOf(login)
  const secret = newTotpSecret()
  const set = await setUpSecondStep(services, first.scope, { secret, code: currentCode(secret, clock.now()) })
  if (!set.ok) throw new Error(set.code)
  clock.pass(minute)
  const half = await sessionOf(login)
  expect([half.next, half.isVerified]).toEqual(['code', false])
  const code = currentCode(secret, clock.now())
  const both = await Promise.all(
    [1, 2].map(() => passSecondStep(services, half.scope, { code, device: 'test' })),
  )
  expect(both.map((result) => result.ok).sort()).toEqual([false, true])
  expect(await findStaffSession(services, half.token)).toBeNull()
  const again = await sessionOf(login)
  const recovery = set.value.recoveryCodes[3] ?? ''
  expect((await passSecondStep(services, again.scope, { code: recovery, device: 'test' })).ok).toBe(true)
  const later = await sessionOf(login)
  expect((await passSecondStep(services, later.scope, { code: recovery, device: 'test' })).ok).toBe(false)
})

test('the sixth guess in a minute does not reach the hash, not even the right one (T55)', async () => {
  const { login } = await createStaff(db, 'viewer')
  const limited = { ...services, limits: createLimits(pool) }
  const guess = (password: string) => signInStaff(limited, { login, password, ...from })
  const guesses = await Promise.all(Array.from({ length: 40 }, (_, n) => guess(`guess number ${n}`)))
  const codes = guesses.map((guess) => (guess.ok ? 'in' : guess.code))
  expect(codes.filter((code) => code === 'wrong-credentials').length).toBeLessThanOrEqual(5)
  expect(await guess(staffPassword)).toMatchObject({ ok: false, code: 'too-many' })
})

test('an unknown name is answered as a known one', async () => {
  const [known, unknown] = [await createStaff(db, 'viewer'), { login: 'nobody-of-that-name' }]
  const time = async (login: string) => {
    const start = performance.now()
    const answer = await signIn(login, 'wrong password')
    expect(answer).toEqual({ ok: false, code: 'wrong-credentials', detail: undefined })
    return performance.now() - start
  }
  const times: [Array<number>, Array<number>] = [[], []]
  // In turn, so that whatever else the machine does slows down both.
  for (let n = 0; n < 9; n += 1) {
    times[0].push(await time(known.login))
    times[1].push(await time(unknown.login))
  }
  const medians = times.map((each) => each.sort((a, b) => a - b)[4] ?? 0)
  // Both hash once; without the decoy the unknown name takes a tenth of the time.
  expect(Math.min(...medians) / Math.max(...medians)).toBeGreaterThan(0.5)
})

test('sessions end after a working day, when they are ended, and with their owner', async () => {
  const person = await createStaff(db, 'viewer')
  const [here, there] = [await sessionOf(person.login), await sessionOf(person.login)]
  const stranger = await createStaff(db, 'viewer')
  await endOwnSession(services, stranger, there.scope.sessionId)
  expect(await findStaffSession(services, there.token)).not.toBeNull()
  expect((await listOwnSessions(services, here.scope)).length).toBeGreaterThanOrEqual(2)
  await endOwnSession(services, here.scope, there.scope.sessionId)
  expect(await findStaffSession(services, there.token)).toBeNull()
  await db.staff.update({ where: { id: person.staffId }, data: { status: 'disabled' } })
  expect(await findStaffSession(services, here.token)).toBeNull()
  await db.staff.update({ where: { id: person.staffId }, data: { status: 'active' } })
  clock.pass(12 * hour)
  expect(await findStaffSession(services, here.token)).toBeNull()
})

test('who watches a fair stays signed in for its day, and for no longer than a day', async () => {
  const { login } = await createStaff(db, 'viewer')
  const { scope, token } = await sessionOf(login)
  const start = clock.now()
  const endsAt = async () =>
    (await db.staffSession.findUniqueOrThrow({ where: { id: scope.sessionId } })).expiresAt
  const first = await endsAt()
  clock.pass(hour / 2)
  await keepWatching({ pool, clock }, scope)
  expect(await endsAt(), 'not with every minute').toEqual(first)
  for (let watched = 1; watched <= 22; watched += 1) {
    clock.pass(hour)
    await keepWatching({ pool, clock }, scope)
  }
  expect(await findStaffSession(services, token)).not.toBeNull()
  expect(await endsAt()).toEqual(new Date(start.getTime() + 24 * hour))
  clock.pass(2 * hour)
  await keepWatching({ pool, clock }, scope)
  expect(await findStaffSession(services, token), 'what has ended does not begin again').toBeNull()
})

test('a new password ends every other session', async () => {
  const { login } = await createStaff(db, 'viewer')
  const [here, there] = [await sessionOf(login), await sessionOf(login)]
  const change = { current: staffPassword, next: 'another grassland' }
  expect((await changePassword(services, here.scope, change)).ok).toBe(true)
  expect(await findStaffSession(services, there.token)).toBeNull()
  expect(await findStaffSession(services, here.token)).not.toBeNull()
  expect((await signIn(login)).ok).toBe(false)
  expect((await signIn(login, 'another grassland')).ok).toBe(true)
})

test('only members have a scope of an enterprise, and only organizers one of theirs', async () => {
  const { enterpriseId } = await createVariant(db)
  const other = await createVariant(db)
  const member = await createMember(db, enterpriseId, 'editor')
  const { slug } = await db.enterprise.findUniqueOrThrow({ where: { id: other.enterpriseId } })
  expect(await findEnterpriseScope(db, member.staff, slug)).toBeNull()
  expect(await findOrganizerScope(db, member.staff)).toBeNull()
  const reviewer = await createOrganizer(db, 'division-reviewer', '150430')
  expect(reviewer.divisionCode).toBe('150430')
  expect(await findEnterpriseScope(db, reviewer.staff, slug)).toBeNull()
})
