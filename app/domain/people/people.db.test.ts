import { describe, expect, test } from 'vitest'
import { addToCart } from '#app/domain/cart/add-to-cart.server.ts'
import { getCartCount } from '#app/domain/cart/cart-views.server.ts'
import { day, minute } from '#app/kernel/clock.ts'
import { createLimits } from '#app/platform/limits.server.ts'
import {
  endAccount,
  endSession,
  ensureSession,
  findVisitor,
  readBrowser,
  requireShopper,
  signedInHeaders,
} from '#app/platform/session.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { peopleServices, randomPhone, readCode, signInAs } from '#tests/support/people.ts'
import { listConsents, setMarketingConsent } from './consents.server.ts'
import { isKnownBrowser } from './known-browser.server.ts'
import { requestSignInCode } from './request-sign-in-code.server.ts'
import { findSession, openGuestSession, sweepSessions } from './sessions.server.ts'
import { signIn } from './sign-in.server.ts'

const database = await useDatabase()
const services = peopleServices(database)
const { db, clock } = services
const from = '203.0.113.7'

function ask(phone: string, hasConsented = true) {
  return requestSignInCode(services, { phone, hasConsented, address: from, browser: null, locale: 'zh' })
}

/** What the browser keeps that asked for a code. */
async function askedFor(phone: string): Promise<string> {
  const asked = await ask(phone)
  if (!asked.ok) throw new Error(asked.code)
  return asked.value.ticket
}

function answer(phone: string, code: string, ticket: string) {
  return signIn(services, null, { phone, code, hasConsented: true, address: from, ticket })
}

function requestWith(token: string | null, path = '/account') {
  return new Request(
    `http://localhost:3000${path}`,
    token ? { headers: { Cookie: `theme=x; session=${token}` } } : {},
  )
}

function asking(token: string | null) {
  return {
    request: requestWith(token),
    context: { requestId: '', clientAddress: '203.0.113.7', files: [], deliver: () => undefined },
  }
}

describe('signing in', () => {
  test('a code serves once (T56)', async () => {
    const phone = randomPhone()
    const ticket = await askedFor(phone)
    const code = await readCode(services, phone)
    expect(await answer(phone, code, ticket)).toMatchObject({ ok: true })
    expect(await answer(phone, code, ticket)).toEqual({ ok: false, code: 'wrong-code' })
  })

  test('twenty parallel answers with the right code open one session', async () => {
    const phone = randomPhone()
    const ticket = await askedFor(phone)
    const code = await readCode(services, phone)
    const results = await Promise.all(Array.from({ length: 20 }, () => answer(phone, code, ticket)))
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(await db.session.count({ where: { shopper: { phone } } })).toBe(1)
  })

  test('after five wrong answers the right one comes too late, in parallel as well', async () => {
    const phone = randomPhone()
    const ticket = await askedFor(phone)
    const code = await readCode(services, phone)
    const wrong = code === '123456' ? '654321' : '123456'
    await Promise.all(Array.from({ length: 10 }, () => answer(phone, wrong, ticket)))
    const { attempts } = await db.signInCode.findFirstOrThrow({ where: { phone } })
    expect(attempts).toBe(5)
    expect(await answer(phone, code, ticket)).toEqual({ ok: false, code: 'wrong-code' })
  })

  test('a code is worth nothing after five minutes, and to the browser that asked for a newer one (T56)', async () => {
    const phone = randomPhone()
    await ask(phone)
    const first = await readCode(services, phone)
    clock.pass(minute)
    const ticket = await askedFor(phone)
    const second = await readCode(services, phone)
    if (first !== second)
      expect(await answer(phone, first, ticket)).toEqual({ ok: false, code: 'wrong-code' })
    clock.pass(5 * minute)
    expect(await answer(phone, second, ticket)).toEqual({ ok: false, code: 'wrong-code' })
  })

  test('a number with an account and one without get the same answer', async () => {
    const known = randomPhone()
    await signInAs(services, known)
    const unknown = randomPhone()
    const [first, second] = [await ask(known), await ask(unknown)]
    expect(Object.keys(first)).toEqual(Object.keys(second))
    expect(first.ok && second.ok).toBe(true)
    expect(await db.shopper.count({ where: { phone: unknown } })).toBe(0)
  })

  test('without the tick nothing is sent and nothing is stored (T93)', async () => {
    const phone = randomPhone()
    expect(await ask(phone, false)).toEqual({ ok: false, code: 'no-consent' })
    expect(await db.signInCode.count({ where: { phone } })).toBe(0)
    expect(await db.smsMessage.count({ where: { phone } })).toBe(0)
  })

  test('the table holds neither code nor token', async () => {
    const phone = randomPhone()
    await ask(phone)
    const code = await readCode(services, phone)
    const row = await db.signInCode.findFirstOrThrow({ where: { phone } })
    expect(row.codeHash).not.toContain(code)
    const ticket = await askedFor(phone)
    expect(await db.signInCode.count({ where: { ticketHash: ticket } })).toBe(0)
    const { token } = await openGuestSession(services)
    expect(await db.session.count({ where: { tokenHash: token } })).toBe(0)
  })

  test('a second code within a minute is refused, and says when to come back', async () => {
    const limited = { ...services, limits: createLimits(database.pool) }
    const command = {
      phone: randomPhone(),
      hasConsented: true,
      address: '198.51.100.9',
      browser: null,
      locale: 'zh' as const,
    }
    expect(await requestSignInCode(limited, command)).toMatchObject({ ok: true })
    const refused = await requestSignInCode(limited, command)
    expect(refused).toMatchObject({ ok: false, code: 'too-many' })
    expect(
      refused.ok === false && refused.code === 'too-many' && refused.detail.retryAfterSeconds,
    ).toBeGreaterThan(30)
  })
})

describe('sessions', () => {
  test('looking sets no cookie and writes no row', async () => {
    const before = await db.session.count()
    expect(await findVisitor(requestWith(null), services)).toBeNull()
    expect(await findVisitor(requestWith('A'.repeat(32)), services)).toBeNull()
    expect(await db.session.count()).toBe(before)
  })

  test('an address that opens one session after the other is stopped', async () => {
    const limited = { ...services, limits: createLimits(database.pool) }
    const before = await db.session.count()
    const asked = await Promise.allSettled(
      Array.from({ length: 310 }, () => ensureSession(asking(null), limited)),
    )
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(300)
    expect((await db.session.count()) - before).toBe(300)
    const { token } = await openGuestSession(services)
    expect(await ensureSession(asking(token), limited)).toMatchObject({ scope: { shopperId: null } })
  })

  test('the first write opens a session, HttpOnly and Lax; over TLS it is bound to the host (T53)', async () => {
    const { headers } = await ensureSession(asking(null), services)
    expect(headers.get('Set-Cookie')).toMatch(
      /^session=[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=5184000$/,
    )
    const secure = { ...services, env: { ...services.env, PUBLIC_URL: 'https://shop.example.cn' } }
    const { headers: secured } = await ensureSession(asking(null), secure)
    expect(secured.get('Set-Cookie')).toMatch(
      /^__Host-session=[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=5184000; Secure$/,
    )
  })

  test('signing in changes the id, and the old one is dead (T53)', async () => {
    const guest = await openGuestSession(services)
    const { token, scope } = await signInAs(services, randomPhone(), guest.scope)
    expect(token).not.toBe(guest.token)
    expect(await findSession(services, guest.token)).toBeNull()
    expect((await requireShopper(requestWith(token), services)).shopperId).toBe(scope.shopperId)
  })

  test('the guest’s cart joins the shopper’s: the larger quantity of each', async () => {
    const phone = randomPhone()
    const [millet, beans] = [await createVariant(db, { free: 50 }), await createVariant(db, { free: 50 })]
    const first = await signInAs(services, phone)
    await addToCart(services, first.scope, { sku: millet.sku, quantity: 2 })
    const guest = await openGuestSession(services)
    await addToCart(services, guest.scope, { sku: millet.sku, quantity: 3 })
    await addToCart(services, guest.scope, { sku: beans.sku, quantity: 1 })
    const second = await signInAs(services, phone, guest.scope)
    expect(await getCartCount(services, second.scope)).toBe(4)
    expect(await db.cart.count({ where: { sessionHash: guest.scope.sessionHash } })).toBe(0)
  })

  test('signing out kills the row: a copy of the cookie is worth nothing (T53)', async () => {
    const { token } = await signInAs(services, randomPhone())
    const headers = await endSession(requestWith(token), services)
    expect(headers.get('Set-Cookie')).toContain('Max-Age=0')
    expect(await findVisitor(requestWith(token), services)).toBeNull()
  })

  test('sixty days without a write end it; a write lengthens it; the sweep takes the cart along', async () => {
    const guest = await openGuestSession(services)
    const idle = await openGuestSession(services)
    const { sku } = await createVariant(db, { free: 5 })
    await addToCart(services, idle.scope, { sku, quantity: 1 })
    clock.pass(50 * day)
    const { headers } = await ensureSession(asking(guest.token), services)
    expect(headers.get('Set-Cookie')).toContain(guest.token)
    clock.pass(20 * day)
    expect(await findSession(services, guest.token)).not.toBeNull()
    expect(await findSession(services, idle.token)).toBeNull()
    await sweepSessions(services)
    expect(await db.cart.count({ where: { sessionHash: idle.scope.sessionHash } })).toBe(0)
    expect(await findSession(services, guest.token)).not.toBeNull()
  })

  test('who signs in is known in that browser for a year by a cookie that names nobody, until the account is closed', async () => {
    const phone = randomPhone()
    const signedIn = await signInAs(services, phone)
    const [, known = ''] = signedInHeaders(signedIn, services).getSetCookie()
    expect(known).toMatch(/^shopper-browser=[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=31536000$/)
    const request = new Request('http://localhost:3000/account/sign-in', { headers: { Cookie: known } })
    expect(await isKnownBrowser(services, phone, readBrowser(request, services))).toBe(true)
    for (const told of [phone, signedIn.scope.shopperId]) expect(known).not.toContain(told)
    const after = await endAccount(requestWith(signedIn.token), services)
    expect(after.getSetCookie().map((cookie) => cookie.split(';', 1)[0])).toEqual([
      'session=',
      'shopper-browser=',
    ])
  })

  test('a stranger is led to the sign-in page and back here', async () => {
    const refused = await requireShopper(requestWith(null, '/en/account/orders?after=x'), services).catch(
      (thrown) => thrown,
    )
    expect(refused.status).toBe(302)
    expect(refused.headers.get('Location')).toBe(
      '/en/account/sign-in?redirectTo=%2Faccount%2Forders%3Fafter%3Dx',
    )
  })
})

describe('consents', () => {
  test('one row for each wording, however often somebody signs in; marketing is given and taken back', async () => {
    const phone = randomPhone()
    await signInAs(services, phone)
    const { scope } = await signInAs(services, phone)
    await setMarketingConsent(services, scope, true)
    await setMarketingConsent(services, scope, true)
    clock.pass(minute)
    await setMarketingConsent(services, scope, false)
    const records = await listConsents(db, scope)
    expect(records.map((record) => [record.purpose, record.isGiven])).toEqual([
      ['marketing', false],
      ['marketing', true],
      ['privacy', true],
    ])
  })
})
