import { expect, test } from '@playwright/test'
import { type Locale, localPath } from '#app/kernel/locale.ts'
import { randomPhone } from '#tests/support/people.ts'
import { type OwnShop, openOwnShop } from '../support/own-shop.ts'

test.describe.configure({ mode: 'default' })

let shop: OwnShop

test.beforeAll(async () => {
  shop = await openOwnShop('limits')
})

test.afterAll(() => shop.stop())

let hops = 0

/** From our own page, and each time by another address, if X-Forwarded-For were believed. */
function post(path: string, fields: Record<string, string>): Promise<Response> {
  hops += 1
  const headers = {
    origin: shop.url,
    'x-forwarded-for': `203.0.113.${hops % 250}`,
    'x-real-ip': `10.0.0.${hops % 250}`,
  }
  return fetch(shop.url + path, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
}

const signInPath = (locale: Locale) => localPath(locale, '/account/sign-in')

function askForCode(phone: string, locale: Locale = 'zh') {
  return post(signInPath(locale), { intent: 'request-code', phone, consent: 'on' })
}

async function expectTooMany(response: Response, locale: Locale): Promise<void> {
  expect(response.status).toBe(429)
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await response.text()).toContain({ zh: '太频繁了', en: 'Too many' }[locale])
}

test('wrong codes for one number end in 429, said in either language (T55)', async () => {
  const phone = randomPhone()
  await askForCode(phone)
  const guess = (locale: Locale) =>
    post(signInPath(locale), { intent: 'sign-in', phone, code: 'x', consent: 'on' })
  for (let count = 0; count < 5; count += 1) expect((await guess('zh')).status).toBe(200)
  await expectTooMany(await guess('zh'), 'zh')
  await expectTooMany(await guess('en'), 'en')
})

test('a known and an unknown number get the same page (T55)', async () => {
  const pages = []
  for (const phone of ['13800000001', randomPhone()]) {
    const response = await askForCode(phone)
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const next = await fetch(new URL(response.headers.get('location') ?? '', shop.url), {
      headers: { cookie },
    })
    const body = (await next.text()).replaceAll(phone, 'PHONE')
    expect(body).toContain('PHONE')
    pages.push([response.status, next.status, body.replaceAll(/<script.*?<\/script>/gs, '')])
  }
  expect(pages[0]).toEqual(pages[1])
})

test('an address that claims to be many is still one (T58), and is told when to come back (T55)', async () => {
  const statuses = []
  for (let count = 0; count < 105; count += 1) statuses.push((await askForCode(randomPhone(), 'en')).status)
  // Three were asked for above.
  expect(statuses).toEqual([...Array(97).fill(302), ...Array(8).fill(429)])
  await expectTooMany(await askForCode(randomPhone(), 'en'), 'en')
})

test('guessed links to orders end in 429 (T45)', async () => {
  const guess = (count: number, locale: Locale) =>
    fetch(`${shop.url}${localPath(locale, `/orders/${String(count).padStart(32, 'x')}`)}`)
  const statuses = []
  for (let count = 0; count < 60; count += 1) statuses.push((await guess(count, 'zh')).status)
  expect(statuses.slice(0, 59)).toEqual(Array(59).fill(404))
  await expectTooMany(await guess(61, 'en'), 'en')
  await expectTooMany(await guess(62, 'zh'), 'zh')
})

test('a lookup by number and phone is tried sixty times from an address, not more (T45)', async () => {
  const lookUp = () => post('/orders/find', { number: 'CF20261120BCDFGHJK', phone: randomPhone() })
  const statuses = []
  for (let count = 0; count < 60; count += 1) statuses.push((await lookUp()).status)
  expect(statuses).toEqual(Array(60).fill(200))
  await expectTooMany(await lookUp(), 'zh')
})
