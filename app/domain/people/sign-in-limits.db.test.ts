import { expect, test } from 'vitest'
import { randomToken } from '#app/kernel/ids.ts'
import { createLimits } from '#app/platform/limits.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { peopleServices, randomPhone, readCode, signInAs } from '#tests/support/people.ts'
import { deleteAccount } from './delete-account.server.ts'
import { isKnownBrowser } from './known-browser.server.ts'
import { requestSignInCode } from './request-sign-in-code.server.ts'
import { signIn } from './sign-in.server.ts'

const database = await useDatabase()
const unlimited = peopleServices(database)
const services = { ...unlimited, limits: createLimits(database.pool) }
const { db } = services

let hosts = 0
const freshAddress = () => `10.${(hosts >> 8) & 255}.${hosts++ & 255}.1`

type Browser = { address?: string; browser?: string | null; ticket?: string | null }

function answer(phone: string, code: string, { address = freshAddress(), ticket = null }: Browser = {}) {
  return signIn(services, null, { phone, code, hasConsented: true, address, ticket })
}

function ask(phone: string, { address = freshAddress(), browser = null }: Browser = {}) {
  return requestSignInCode(services, { phone, hasConsented: true, address, browser, locale: 'zh' })
}

/** What the browser keeps that asked for a code. */
async function askedFor(phone: string, browser: Browser = {}): Promise<string> {
  const asked = await ask(phone, browser)
  if (!asked.ok) throw new Error(asked.code)
  return asked.value.ticket
}

/** Asks again and again, each time as if the minute were over in which a number gets one message; how often one came. */
async function askAllDay(phone: string, browser: string | null): Promise<number> {
  const before = await db.smsMessage.count({ where: { phone } })
  for (let asked = 0; asked < 15; asked += 1) {
    await passPause()
    // What a limit remembers of a key that is over it is each process's own.
    const another = { ...services, limits: createLimits(database.pool) }
    await requestSignInCode(another, {
      phone,
      hasConsented: true,
      address: freshAddress(),
      browser,
      locale: 'zh',
    })
  }
  await passPause()
  return (await db.smsMessage.count({ where: { phone } })) - before
}

async function passPause(): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key: { startsWith: 'sign-in-code:phone:' } } })
}

const codesOf = (answers: ReadonlyArray<{ ok: true } | { ok: false; code: string }>) =>
  answers.map((each) => (each.ok ? 'ok' : each.code))

test('of a thousand guesses at one number from a thousand addresses five are compared (T55)', async () => {
  const phone = randomPhone()
  const ticket = await askedFor(phone)
  const code = await readCode(services, phone)
  const wrong = code === '000000' ? '000001' : '000000'
  const guesses = await Promise.all(Array.from({ length: 1_000 }, () => answer(phone, wrong, { ticket })))
  // Five by the code, and five of the minute without one.
  expect(codesOf(guesses).filter((each) => each === 'wrong-code')).toHaveLength(10)
  expect(codesOf(guesses).filter((each) => each === 'too-many')).toHaveLength(990)
  expect((await db.signInCode.findFirstOrThrow({ where: { phone } })).attempts).toBe(5)
  expect(codesOf([await answer(phone, code, { ticket })])).toEqual(['too-many'])
})

test('a thousand guesses of other browsers, the right code among them, leave a code to the one that asked for it', async () => {
  const phone = randomPhone()
  const ticket = await askedFor(phone)
  const code = await readCode(services, phone)
  const strangers = Array.from({ length: 1_000 }, (_, index) => (index % 2 ? randomToken() : null))
  const guesses = await Promise.all(strangers.map((other) => answer(phone, code, { ticket: other })))
  expect(codesOf(guesses).filter((each) => each === 'wrong-code')).toHaveLength(5)
  expect(codesOf(guesses).filter((each) => each === 'too-many')).toHaveLength(995)
  expect((await db.signInCode.findFirstOrThrow({ where: { phone } })).attempts).toBe(0)
  expect(codesOf([await answer(phone, code, { ticket })])).toEqual(['ok'])
})

test('a code that a stranger asked for meanwhile neither ends the owner’s nor serves in its place', async () => {
  const phone = randomPhone()
  const ticket = await askedFor(phone)
  const code = await readCode(services, phone)
  await passPause()
  const other = await askedFor(phone)
  const theirs = await readCode(services, phone)
  if (theirs !== code) expect(codesOf([await answer(phone, theirs, { ticket })])).toEqual(['wrong-code'])
  expect(codesOf([await answer(randomPhone(), theirs, { ticket: other })])).toEqual(['wrong-code'])
  expect(codesOf([await answer(phone, code, { ticket })])).toEqual(['ok'])
})

test('strangers who use up a number’s codes do not close it for a browser in which its owner has signed in', async () => {
  const phone = randomPhone()
  const { browser } = await signInAs(unlimited, phone)
  expect(await askAllDay(phone, null)).toBe(10)
  expect(codesOf([await ask(phone)])).toEqual(['too-many'])
  const ticket = await askedFor(phone, { browser })
  expect(codesOf([await answer(phone, await readCode(services, phone), { ticket })])).toEqual(['ok'])
})

test('a phone gets twenty codes a day, whoever asks: ten for strangers, ten for its owner’s browsers', async () => {
  const phone = randomPhone()
  const { browser } = await signInAs(unlimited, phone)
  expect(await askAllDay(phone, browser)).toBe(10)
  expect(await askAllDay(phone, null)).toBe(10)
  expect(await askAllDay(phone, browser)).toBe(0)
})

test('a browser is known by one number alone, and by none once the account is closed', async () => {
  const [phone, other] = [randomPhone(), randomPhone()]
  const { browser, scope } = await signInAs(unlimited, phone)
  await signInAs(unlimited, other)
  expect(await isKnownBrowser(services, phone, browser)).toBe(true)
  expect(await isKnownBrowser(services, other, browser)).toBe(false)
  expect(await isKnownBrowser(services, randomPhone(), browser)).toBe(false)
  expect(await isKnownBrowser(services, phone, randomToken())).toBe(false)
  await deleteAccount(services, scope)
  await signInAs(unlimited, phone)
  expect(await isKnownBrowser(services, phone, browser)).toBe(false)
})

test('whoever shares an address with strangers waits for them neither with a code nor in a known browser', async () => {
  const [phone, address] = [randomPhone(), '192.0.2.10']
  const { browser } = await signInAs(unlimited, phone)
  const ticket = await askedFor(phone)
  const code = await readCode(services, phone)
  for (let index = 0; index < 31; index += 1) await answer(randomPhone(), '000000', { address })
  expect(codesOf([await answer(randomPhone(), '000000', { address })])).toEqual(['too-many'])
  expect(codesOf([await answer(phone, code, { address, ticket })])).toEqual(['ok'])
  for (let index = 0; index < 101; index += 1) await ask(randomPhone(), { address })
  expect(codesOf([await ask(randomPhone(), { address })])).toEqual(['too-many'])
  expect(codesOf([await ask(phone, { address, browser })])).toEqual(['ok'])
})

test('one address guesses at most thirty times a minute, however many numbers it tries (T55)', async () => {
  const answers = []
  for (let index = 0; index < 40; index += 1)
    answers.push(await answer(randomPhone(), '000000', { address: '192.0.2.7' }))
  expect(codesOf(answers).filter((code) => code === 'wrong-code')).toHaveLength(30)
  expect(answers.at(-1)).toMatchObject({
    code: 'too-many',
    detail: { retryAfterSeconds: expect.any(Number) },
  })
})

test('one address has at most a hundred messages sent in an hour, and one number one in a minute (T55)', async () => {
  const phones = Array.from({ length: 105 }, randomPhone)
  const answers = []
  for (const phone of phones) answers.push(await ask(phone, { address: '192.0.2.8' }))
  expect(codesOf(answers).filter((code) => code === 'ok')).toHaveLength(100)
  expect(await db.smsMessage.count({ where: { phone: { in: phones } } })).toBe(100)
  const phone = randomPhone()
  const parallel = await Promise.all(Array.from({ length: 10 }, () => ask(phone)))
  expect(codesOf(parallel).filter((code) => code === 'ok')).toHaveLength(1)
  expect(await db.smsMessage.count({ where: { phone } })).toBe(1)
})

test('four slips do not keep anybody out (T55)', async () => {
  const phone = randomPhone()
  const ticket = await askedFor(phone)
  for (let index = 0; index < 4; index += 1) await answer(phone, 'no code', { ticket })
  expect((await answer(phone, await readCode(services, phone), { ticket })).ok).toBe(true)
})

test('a known and an unknown number are answered alike, and as fast: within 20 ms in the median (T55)', async () => {
  const times = { known: [] as Array<number>, unknown: [] as Array<number> }
  const timed = async (kind: keyof typeof times, phone: string) => {
    const start = performance.now()
    const who = { phone, hasConsented: true, address: '192.0.2.9' }
    const browser = randomToken()
    const sent = await requestSignInCode(unlimited, { ...who, browser, locale: 'zh' })
    const ticket = sent.ok ? sent.value.ticket : null
    const guess = await signIn(unlimited, null, { ...who, code: 'wrong', ticket })
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
