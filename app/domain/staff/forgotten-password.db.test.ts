import { expect, test } from 'vitest'
import { minute } from '#app/kernel/clock.ts'
import { createLimits, type Limits } from '#app/platform/limits.server.ts'
import { createSmsOutbox } from '#app/platform/sms.server.ts'
import { log } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { movableClock, noLimits, randomPhone, testEnv } from '#tests/support/people.ts'
import { createStaff, readLink, staffPassword } from '#tests/support/staff.ts'
import { requestPasswordReset } from './request-password-reset.server.ts'
import { findPasswordReset, resetPassword } from './reset-password.server.ts'
import { browserToken, signInStaff } from './sign-in.server.ts'

const { db, pool } = await useDatabase()
const clock = movableClock(new Date())
const services = { db, pool, clock, log, env: testEnv, limits: noLimits, sms: createSmsOutbox(db, clock) }
const password = 'snow over Dali lake'

async function createForgetful() {
  const { login, staffId } = await createStaff(db, 'viewer')
  const phone = randomPhone()
  await db.staff.update({ where: { id: staffId }, data: { phone } })
  return { login, staffId, phone }
}

async function requestLink({ login, phone }: { login: string; phone: string }): Promise<string> {
  await requestPasswordReset(services, { login, address: '203.0.113.7', locale: 'zh' })
  return (await readLink(services, phone)).split('/').at(-1) ?? ''
}

function signIn(login: string, typed: string, limits: Limits = noLimits, address = '203.0.113.7') {
  return signInStaff({ ...services, limits }, { login, password: typed, address, device: 'test' })
}

test('the link from the phone sets a new password once, and every session ends (T56)', async () => {
  const person = await createForgetful()
  await signIn(person.login, staffPassword)
  const [spare, token] = [await requestLink(person), await requestLink(person)]
  const resets = await Promise.all(
    Array.from({ length: 5 }, (_, n) => resetPassword(services, { token, password: `${password} ${n}` })),
  )
  expect(resets.filter((reset) => reset.ok)).toHaveLength(1)
  expect(await db.staffSession.count({ where: { staffId: person.staffId } })).toBe(0)
  expect(await signIn(person.login, staffPassword)).toMatchObject({ ok: false })
  const winner = resets.findIndex((reset) => reset.ok)
  expect(await signIn(person.login, `${password} ${winner}`)).toMatchObject({ ok: true })
  for (const used of [token, spare])
    expect(await resetPassword(services, { token: used, password })).toMatchObject({ code: 'link-over' })
  const { action } = await db.auditEntry.findFirstOrThrow({ where: { staffId: person.staffId } })
  expect(action).toBe('reset-password')
})

test('the link lives thirty minutes (T56)', async () => {
  const person = await createForgetful()
  const token = await requestLink(person)
  clock.pass(30 * minute - 1)
  expect(await findPasswordReset(services, token)).toMatchObject({ login: person.login, isOver: false })
  clock.pass(1)
  expect(await findPasswordReset(services, token)).toMatchObject({ isOver: true })
  expect(await resetPassword(services, { token, password })).toMatchObject({ code: 'link-over' })
})

test('a password that is too common is refused and the link is not used up (T56)', async () => {
  const person = await createForgetful()
  const token = await requestLink(person)
  const common = await resetPassword(services, { token, password: 'password123!' })
  expect(common).toMatchObject({ code: 'password-too-common' })
  expect(await resetPassword(services, { token, password })).toMatchObject({ ok: true })
})

test('who has signed in before in this browser is not locked out by strangers, and still guesses five times (T55)', async () => {
  const { login } = await createForgetful()
  const limits = createLimits(pool)
  const browser = browserToken(services.env, login)
  const from = { address: '203.0.113.9', device: 'test' }
  const enter = (typed: string, known: string | null) =>
    signInStaff({ ...services, limits }, { login, password: typed, browser: known, ...from })
  for (let guess = 0; guess < 6; guess += 1) await enter('a guess of a stranger', null)
  expect(await enter(staffPassword, null)).toMatchObject({ code: 'too-many' })
  expect(await enter(staffPassword, browserToken(services.env, 'another'))).toMatchObject({
    code: 'too-many',
  })
  expect(await enter(staffPassword, browser)).toMatchObject({ ok: true, value: { login } })
  for (let guess = 0; guess < 5; guess += 1) await enter('forgotten?', browser)
  expect(await enter(staffPassword, browser)).toMatchObject({ code: 'too-many' })
})

test('a sign-in that strangers have locked stops neither the link nor its owner after it (T55)', async () => {
  const person = await createForgetful()
  const limits = createLimits(pool)
  for (let guess = 0; guess < 8; guess += 1) await signIn(person.login, 'a guess of a stranger', limits)
  expect(await signIn(person.login, staffPassword, limits)).toMatchObject({ code: 'too-many' })
  const token = await requestLink(person)
  expect(await resetPassword({ ...services, limits }, { token, password })).toMatchObject({ ok: true })
  expect(await signIn(person.login, password, limits, '203.0.113.8')).toMatchObject({ ok: true })
})

test('of a thousand guesses from a thousand addresses at most twenty reach the hash (T55)', async () => {
  const { login } = await createForgetful()
  const processes = [createLimits(pool), createLimits(pool)]
  const guesses = await Promise.all(
    Array.from({ length: 1_000 }, (_, n) =>
      signIn(login, `guess ${n} of many`, processes[n % 2], `2001:db8:${n.toString(16)}::/64`),
    ),
  )
  const hashed = guesses.filter((guess) => !guess.ok && guess.code === 'wrong-credentials')
  expect(hashed.length).toBeGreaterThan(0)
  expect(hashed.length).toBeLessThanOrEqual(20)
})

test('an unknown name, one without a phone and a disabled one are answered alike, and nothing is sent', async () => {
  const disabled = await createForgetful()
  await db.staff.update({ where: { id: disabled.staffId }, data: { status: 'disabled' } })
  const silent = ['nobody-of-that-name', (await createStaff(db, 'viewer')).login, disabled.login]
  const before = await db.outboxMessage.count()
  for (const login of silent) {
    const asked = await requestPasswordReset(services, { login, address: '203.0.113.7', locale: 'zh' })
    expect(asked).toEqual({ ok: true, value: null })
  }
  expect(await db.outboxMessage.count()).toBe(before)
})

test('links are sent three times an hour for a name, whoever asks', async () => {
  const { login } = await createForgetful()
  const limited = { ...services, limits: createLimits(pool) }
  const answers = []
  for (let n = 0; n < 5; n += 1) {
    const address = `198.51.100.${n}`
    answers.push((await requestPasswordReset(limited, { login, address, locale: 'zh' })).ok)
  }
  expect(answers).toEqual([true, true, true, false, false])
})
