import { expect, test } from 'vitest'
import { createLimits } from '#app/platform/limits.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { peopleServices, randomPhone, readCode, signInAs } from '#tests/support/people.ts'
import { requestSignInCode } from './request-sign-in-code.server.ts'
import { signIn } from './sign-in.server.ts'

const database = await useDatabase()
const unlimited = peopleServices(database)
const services = { ...unlimited, limits: createLimits(database.pool) }
const { db } = services

let hosts = 0
const freshAddress = () => `10.${(hosts >> 8) & 255}.${hosts++ & 255}.1`

function answer(phone: string, code: string, address = freshAddress()) {
  return signIn(services, null, { phone, code, hasConsented: true, address })
}

function ask(phone: string, address = freshAddress()) {
  return requestSignInCode(services, { phone, hasConsented: true, address, locale: 'zh' })
}

const codesOf = (answers: ReadonlyArray<{ ok: true } | { ok: false; code: string }>) =>
  answers.map((each) => (each.ok ? 'ok' : each.code))

test('of a thousand guesses at one number from a thousand addresses five are compared (T55)', async () => {
  const phone = randomPhone()
  await ask(phone)
  const wrong = (await readCode(services, phone)) === '000000' ? '000001' : '000000'
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => answer(phone, wrong)))
  expect(codesOf(answers).filter((code) => code === 'wrong-code')).toHaveLength(5)
  expect((await db.signInCode.findFirstOrThrow({ where: { phone } })).attempts).toBe(5)
  const last = answers.find((each) => !each.ok && each.code === 'too-many')
  expect(last).toMatchObject({ detail: { retryAfterSeconds: expect.any(Number) } })
})

test('one address guesses at most thirty times a minute, however many numbers it tries (T55)', async () => {
  const answers = []
  for (let index = 0; index < 40; index += 1) answers.push(await answer(randomPhone(), '000000', '192.0.2.7'))
  expect(codesOf(answers).filter((code) => code === 'wrong-code')).toHaveLength(30)
})

test('one address has at most a hundred messages sent in an hour, and one number one in a minute (T55)', async () => {
  const phones = Array.from({ length: 105 }, randomPhone)
  const answers = []
  for (const phone of phones) answers.push(await ask(phone, '192.0.2.8'))
  expect(codesOf(answers).filter((code) => code === 'ok')).toHaveLength(100)
  expect(await db.smsMessage.count({ where: { phone: { in: phones } } })).toBe(100)
  const phone = randomPhone()
  const parallel = await Promise.all(Array.from({ length: 10 }, () => ask(phone)))
  expect(codesOf(parallel).filter((code) => code === 'ok')).toHaveLength(1)
  expect(await db.smsMessage.count({ where: { phone } })).toBe(1)
})

test('a right code ends the count of wrong ones, so that nobody is locked out after signing in (T55)', async () => {
  const phone = randomPhone()
  await ask(phone)
  for (let index = 0; index < 4; index += 1) await answer(phone, 'no code')
  expect((await answer(phone, await readCode(services, phone))).ok).toBe(true)
  expect(codesOf([await answer(phone, '000000')])).toEqual(['wrong-code'])
})

test('a known and an unknown number are answered alike, and as fast: within 20 ms in the median (T55)', async () => {
  const times = { known: [] as Array<number>, unknown: [] as Array<number> }
  const timed = async (kind: keyof typeof times, phone: string) => {
    const start = performance.now()
    const sent = await requestSignInCode(unlimited, {
      phone,
      hasConsented: true,
      address: '192.0.2.9',
      locale: 'zh',
    })
    const guess = await signIn(unlimited, null, {
      phone,
      code: 'wrong',
      hasConsented: true,
      address: '192.0.2.9',
    })
    times[kind].push(performance.now() - start)
    return [sent.ok, guess]
  }
  for (let index = 0; index < 31; index += 1) {
    const known = randomPhone()
    await signInAs(unlimited, known)
    expect(await timed('known', known)).toEqual(await timed('unknown', randomPhone()))
  }
  expect(Math.abs(median(times.known) - median(times.unknown))).toBeLessThan(20)
})

function median(values: ReadonlyArray<number>): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}
