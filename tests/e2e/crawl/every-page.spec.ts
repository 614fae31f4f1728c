import { expect, test } from '@playwright/test'
import { type Locale, localPath } from '#app/kernel/locale.ts'
import { certificateCheckWords } from '#app/messages/certificate-check-words.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { isPersonalPath } from '#app/platform/public-page.ts'
import type { Leaf } from '#tests/support/routes.ts'
import { crawl, hashTables, isStream, openVisitor, type Visit, type Visitor } from '../support/crawl.ts'
import { type OwnShop, openOwnShop } from '../support/own-shop.ts'
import { readWords } from '../support/page-words.ts'

// One shop, crawled once, looked at from several sides.
test.describe.configure({ mode: 'default' })

let shop: OwnShop
let visitor: Visitor
let visits: Array<Visit>
let tables: { before: Record<string, string>; after: Record<string, string> }

test.beforeAll(async () => {
  shop = await openOwnShop('crawl')
  visitor = await openVisitor(shop)
  const before = await hashTables(shop.owner)
  visits = await crawl(shop, visitor)
  tables = { before, after: await hashTables(shop.owner) }
})

test.afterAll(() => shop.stop())

const isPage = ({ response, body }: Visit) =>
  body !== '' && (response.headers.get('content-type') ?? '').startsWith('text/html')

test('every page answers, and those of a person or of the staff only to them', () => {
  const expected = visits.map(({ leaf, target, isSignedIn }) => [
    target,
    isSignedIn,
    statusOf(leaf.pattern, isSignedIn),
  ])
  const answered = visits.map(({ target, isSignedIn, response }) => [target, isSignedIn, response.status])
  expect(answered).toEqual(expected)
})

const unlike: Readonly<Record<string, number>> = {
  '/*': 404,
  '/api/v1/*': 404,
  // Takes sales, and has nothing to show.
  '/booth/sync': 400,
  // A form takes the file, and leaves a row in the audit.
  '/enterprise/:enterprise/orders/orders.csv': 302,
  '/enterprise/:enterprise/orders/waybills/:file': 302,
  '/enterprise/:enterprise/pictures': 302,
  '/hooks/stripe': 405,
  '/organizer/payouts/:file': 302,
  '/staff/sign-out': 302,
}

function statusOf(pattern: string, isSignedIn: boolean): number {
  if (unlike[pattern]) return unlike[pattern]
  // Who has signed in already, and by both steps, is led on.
  if (isSignedIn) return pattern === '/account/sign-in' || pattern === '/staff/second-step' ? 302 : 200
  const isOpen =
    /\/(?:sign-in|sign-out|closed|forgot|reset\/:token|invitation\/:token)$/.test(pattern) ||
    !/^\/(?:account|booth|checkout|staff|enterprise|organizer)(?:\/|$)/.test(pattern)
  // An order's link opens its payment to whoever has it.
  return isOpen || pattern.startsWith('/checkout/') ? 200 : 302
}

test('a GET changes nothing, whoever asks (T49)', () => {
  expect(visits.length).toBeGreaterThan(100)
  expect(tables.after).toEqual(tables.before)
})

test('each page speaks its own language, in words that are seen and words that are heard (T98)', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  const names = await listNames()
  const strange: Array<[pattern: string, text: string]> = []
  for (const { leaf, locale, body } of visits.filter(isPage)) {
    // The messages of the development outbox are in the language of whom they were sent to.
    if (leaf.pattern === '/dev/outbox') continue
    const words = await readWords(page, body)
    expect(words.length, leaf.pattern).toBeGreaterThan(5)
    for (const text of words) {
      const own = names.reduce((rest, name) => rest.replaceAll(name, ''), text)
      if (isStrange(own, locale)) strange.push([leaf.pattern, text])
    }
  }
  expect(strange).toEqual([])
})

/** Names of people and enterprises, registered names of goods, and what a device is called, are data, not words. */
async function listNames(): Promise<Array<string>> {
  const { rows } = await shop.owner.query<{ name: string | null }>(`
    SELECT name FROM shopper WHERE phone = '13800000001'
    UNION SELECT recipient FROM address WHERE shopper_id = (SELECT id FROM shopper WHERE phone = '13800000001')
    UNION SELECT gi_name FROM product UNION SELECT gi_authorisation FROM product
    UNION SELECT author_name FROM review UNION SELECT name FROM enterprise UNION SELECT name FROM enterprise_application
    UNION SELECT name FROM invitation UNION SELECT host FROM livestream
    UNION SELECT title FROM contract UNION SELECT buyer FROM contract UNION SELECT scan_name FROM contract
    UNION SELECT title FROM media_coverage UNION SELECT title FROM exhibition_document
    UNION SELECT file_name FROM exhibition_document UNION SELECT file_name FROM platform_import
    UNION SELECT login FROM staff UNION SELECT name FROM staff UNION SELECT device FROM staff_session`)
  // The longest first: a name may be part of another.
  return rows.flatMap(({ name }) => name || []).sort((a, b) => b.length - a.length)
}

/** Codes, formats and units, and what is being searched for. */
const foreign: Record<Locale, RegExp> = {
  zh: /\b[0-9a-f]{64}\b|\bhttp:\/\/localhost:\d+\/certificates\b|\b[2-9B-Y]{4}(?:-[2-9B-Y]{4}){2}\b|\b(?:HT\d{8}-[2-9B-Y]{5}|YS-\d{4}-\d{3})\b|\bGB\/T \d+|\bCF\d{5}-\d{3}-\d\b|\b[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}\b|\bCF\d{8}[A-Z0-9]{8}|\bCF\d{8}X+|\b[A-Z]{2,3}\d{6,}|\b[0-9A-Z]{18}\b|\b(?:ICP|ID|SHA-256|JPG|PNG|WebP|PDF|CSV|XLSX|MB|JSON|Stripe|English)\b|(?<=\d)(?:kg|ml|cm)\b/g,
  en: /中文|“小米”/g,
}

function isStrange(text: string, locale: Locale): boolean {
  const rest = text.replace(foreign[locale], '')
  return locale === 'zh'
    ? /[A-Za-z]{2,}/.test(rest)
    : /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(rest)
}

test('what is not there is said in the language of the address (T98)', async () => {
  // What is no page says nothing: codes, photos, files and streams; the API says it as data.
  const isLookedUp = ({ pattern, isPage }: Leaf) =>
    /:/.test(pattern) && (isPage || pattern.startsWith('/api/'))
  const unknown = new Map(visits.map(({ leaf }) => [leaf.pattern, leaf] as const))
  for (const [pattern, leaf] of unknown) if (!isLookedUp(leaf)) unknown.delete(pattern)
  expect(unknown.size).toBeGreaterThan(8)
  for (const { pattern, hasLanguages } of unknown.values()) {
    const path = pattern.replace(/:\w+/, 'never-heard-of')
    for (const locale of hasLanguages ? (['zh', 'en'] as const) : (['zh'] as const)) {
      const target = localPath(locale, path)
      const response = await fetch(shop.url + target, {
        headers: { cookie: visitor.cookie },
        redirect: 'manual',
      })
      const body = await response.text()
      expect([target, response.status]).toEqual([target, 404])
      // Whoever holds a paper is told what an unknown code means.
      const { unknown: unknownPaper } = certificateCheckWords(locale)
      const said = pattern === '/certificates/:code' ? unknownPaper : messagesFor(locale).errors.notFoundTitle
      if (hasLanguages) expect(body).toContain(said)
      else expect(response.headers.get('content-type')).toContain('application/problem+json')
    }
  }
})

test('a change from another site, or from nowhere, is refused on every address (T49)', async () => {
  const before = await hashTables(shop.owner)
  const origins: Array<Record<string, string>> = [
    { origin: 'https://evil.example' },
    { origin: `${shop.url}.evil.example` },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', referer: `${shop.url}/cart` },
    {},
  ]
  const targets = new Set(
    visits
      .map(({ target }) => target.split('?', 1)[0] ?? '')
      .filter((target) => !target.startsWith('/hooks/')),
  )
  const answered: Array<[string, string, number]> = []
  for (const target of targets) {
    for (const path of [target, `${target === '/' ? '/_root' : target}.data`]) {
      for (const [index, headers] of origins.entries()) {
        const method = ['POST', 'PUT', 'PATCH', 'DELETE'][index % 4] ?? 'POST'
        const body = new URLSearchParams({ intent: 'remove', confirm: 'on' })
        const response = await fetch(shop.url + path, {
          method,
          body,
          headers: { cookie: visitor.cookie, ...headers },
        })
        if (response.status !== 403) answered.push([method, path, response.status])
        await response.body?.cancel()
      }
    }
  }
  expect(answered).toEqual([])
  expect(await hashTables(shop.owner)).toEqual(before)
})

test('a hook believes a signature and nothing else (T49)', async () => {
  const headers = { origin: shop.url, cookie: visitor.cookie, 'stripe-signature': 't=1,v1=00' }
  const response = await fetch(`${shop.url}/hooks/stripe`, {
    method: 'POST',
    headers,
    body: '{"id":"evt_1"}',
  })
  expect(response.status).toBe(400)
})

test('every answer carries the protective headers, and no page of everybody a cookie (T57)', () => {
  for (const { target, response, ...visit } of visits) {
    const { headers } = response
    const policy = headers.get('content-security-policy') ?? ''
    expect([target, headers.get('x-content-type-options')]).toEqual([target, 'nosniff'])
    expect([target, policy]).toEqual([target, expect.stringContaining("frame-ancestors 'none'")])
    expect(policy).not.toMatch(/unsafe-(?:inline|eval)|script-src[^;]*(?:\*|http:|data:)/)
    if (isPage({ target, response, ...visit })) {
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('permissions-policy')).toContain('geolocation=()')
    }
    const isPersonal = isPersonalPath(target.split('?', 1)[0] ?? '')
    const control = headers.get('cache-control') ?? ''
    const kept = isStream(response) ? 'no-store, no-transform' : 'private, no-store'
    if (isPersonal || response.status !== 200) expect([target, control]).toEqual([target, kept])
    // Nobody is given a session for looking, not even on a page of their own.
    expect([target, headers.get('set-cookie')]).toEqual([target, null])
    for (const name of ['server', 'x-powered-by', 'x-cache-tags', 'x-script-hashes'])
      expect(headers.has(name)).toBe(false)
  }
})

test('no secret is in any answer, nor in the log (T60)', async () => {
  const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, SESSION_SECRET, DATABASE_URL } = shop.services.env
  const password = new URL(DATABASE_URL).password
  const secrets = [STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, SESSION_SECRET, password]
  expect(secrets.every((secret) => secret.length > 8)).toBe(true)
  const told = [...secrets, 'postgres://', 'node_modules', 'at async ']
  const places = [
    ...visits.map(({ target, body }) => [target, body] as const),
    ['log', await shop.readLog()] as const,
  ]
  const leaks = places.filter(([, text]) => told.some((secret) => text.includes(secret)))
  expect(leaks.map(([place]) => place)).toEqual([])
})

test('the log of it all names nobody (T96)', async () => {
  await expect.poll(() => shop.readLog()).toContain('"route":"/account/data.zip"')
  const log = await shop.readLog()
  expect(log.split('\n').length).toBeGreaterThan(visits.length)
  const { rows } = await shop.owner.query<{ text: string }>(`
    SELECT phone AS text FROM shopper UNION SELECT phone FROM order_group UNION SELECT phone FROM address
    UNION SELECT recipient FROM order_group UNION SELECT recipient FROM address
    UNION SELECT detail FROM order_group UNION SELECT detail FROM address
    UNION SELECT token FROM order_group UNION SELECT id::text FROM address`)
  const known = rows.map(({ text }) => text).filter((text) => text.length > 1)
  expect(known.length).toBeGreaterThan(1_000)
  const patterns = /\b1[3-9]\d{9}\b|[\w.]+@[\w-]+\.\w+|\p{Script=Han}+/gu
  const session = visitor.cookie.slice('session='.length)
  expect([...known, session].filter((text) => log.includes(text))).toEqual([])
  expect(log.match(patterns) ?? []).toEqual([])
})
