import { expect, test } from 'vitest'
import { randomToken } from '#app/kernel/ids.ts'
import { followLink } from '#app/platform/follow-link.server.ts'
import { createLimits } from '#app/platform/limits.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createOrderGroup } from '#tests/support/goods.ts'
import { movableClock, randomPhone } from '#tests/support/people.ts'
import { findOrderToken } from './find-order-token.server.ts'
import { findOrderGroup } from './order-views.server.ts'

const { db, pool } = await useDatabase()
const limits = createLimits(pool)
const services = { pool, limits, clock: movableClock() }
const group = await createOrderGroup(db)

function follow(token: string, address: string) {
  return followLink(limits, address, () => findOrderGroup(services, token, 'zh'))
}

/** What somebody would try who has one link, its order's number, and patience. */
function* guesses(token: string): Generator<string> {
  yield* ['', '%', '_'.repeat(32), "' OR '1'='1", group.id, group.number, token.slice(0, -1), `${token}0`]
  yield* [token.toUpperCase(), ` ${token}`, token.slice(0, 31), token.split('').reverse().join('')]
  for (let at = 0; at < token.length; at += 1) {
    for (const other of '0f-_') {
      const guess = token.slice(0, at) + other + token.slice(at + 1)
      if (guess !== token) yield guess
    }
  }
  for (;;) yield randomToken()
}

test('a link holds 192 random bits, and two links have no more in common than chance (T45)', () => {
  const bits = Array.from({ length: 200 }, () => Buffer.from(randomToken(), 'base64url'))
  expect(bits.every((bytes) => bytes.byteLength === 24)).toBe(true)
  let different = 0
  for (const [index, bytes] of bits.slice(1).entries()) {
    for (const [at, byte] of bytes.entries()) different += countBits(byte ^ bits[index]![at]!)
  }
  // A coin thrown 38,208 times: 2 in a million fall outside.
  expect(Math.abs(different / (199 * 192) - 0.5)).toBeLessThan(0.0125)
})

test('ten thousand guessed links find nothing, and after sixty it says so; who has one gets in all the same (T45)', async () => {
  const answers: Array<string> = []
  const guess = guesses(group.token)
  while (answers.length < 10_000) {
    const found = await follow(String(guess.next().value), '203.0.113.66')
    answers.push(found.ok ? 'found' : found.code)
  }
  expect(answers.filter((answer) => answer === 'found')).toEqual([])
  expect(answers.filter((answer) => answer === 'not-found')).toHaveLength(60)
  expect(await follow(randomToken(), '203.0.113.66')).toMatchObject({
    code: 'too-many',
    detail: { retryAfterSeconds: expect.any(Number) },
  })
  expect(await follow(group.token, '203.0.113.66')).toMatchObject({ ok: true, value: { id: group.id } })
})

test('who has the link may look as often as they like (T45)', async () => {
  for (let look = 0; look < 70; look += 1) {
    expect(await follow(group.token, '203.0.113.67')).toMatchObject({ ok: true, value: { id: group.id } })
  }
})

test('without the link, number and phone must both be right, and the answer does not say which was wrong', async () => {
  const address = '203.0.113.68'
  const find = (number: string, phone: string) => findOrderToken(services, { number, phone, address })
  expect(await find(group.number, '13800138000')).toEqual({ ok: true, value: group.token })
  const wrong = [await find(group.number, '13800138001'), await find('CF20261120BCDFGHJK', '13800138000')]
  expect(wrong).toEqual([
    { ok: false, code: 'not-found' },
    { ok: false, code: 'not-found' },
  ])
})

test('numbers are tried out at most ten times for a phone and sixty times from an address (T45)', async () => {
  const tries = async (count: number, next: () => { phone: string; address: string }) => {
    const answers = []
    for (let index = 0; index < count; index += 1) {
      const number = `CF20261120${String(index).padStart(8, '2')}`
      answers.push(await findOrderToken(services, { number, ...next() }))
    }
    return answers.map((answer) => (answer.ok ? 'found' : answer.code))
  }
  const phone = randomPhone()
  let host = 0
  const ofOnePhone = await tries(15, () => ({ phone, address: `198.51.100.${++host}` }))
  expect(ofOnePhone.filter((code) => code === 'not-found')).toHaveLength(10)
  const fromOneAddress = await tries(65, () => ({ phone: randomPhone(), address: '192.0.2.1' }))
  expect(fromOneAddress.filter((code) => code === 'not-found')).toHaveLength(60)
  expect(new Set([...ofOnePhone, ...fromOneAddress])).toEqual(new Set(['not-found', 'too-many']))
})

function countBits(byte: number): number {
  return byte.toString(2).replaceAll('0', '').length
}
