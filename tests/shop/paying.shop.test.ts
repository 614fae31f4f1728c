import { beforeEach, expect, test } from 'vitest'
import { after, minute } from '#app/kernel/clock.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { runningClock } from '#tests/support/people.ts'
import { useShopProcesses } from '#tests/support/shop-processes.ts'
import { openTill, sessionOf } from '#tests/support/till.ts'
import { paidOnce, tracesOf } from '#tests/support/traces.ts'
import { createVisitor, order, whereTo } from '#tests/support/visitor.ts'
import { webhookSecret } from '#tests/support/workers.ts'

const words = messagesFor('zh').checkout.pay

const database = await useDatabase()
const till = await openTill(database, { clock: runningClock(), webhookBackoffMs: [] })
const { db, sandbox, stripe } = till
const shop = await useShopProcesses(database, till, { env: { TRUST_PROXY: '1' } })
sandbox.setWebhookTarget({ url: `${shop.url}/hooks/stripe`, secrets: [webhookSecret] })

beforeEach(() => {
  sandbox.clearFaults()
  sandbox.straightenWebhooks()
})

/** A guest with an order of their own, on the page where it is paid. */
async function goToPay() {
  const visitor = createVisitor(shop.url)
  const { id: variantId, sku, slug } = await createVariant(db, { free: 5 })
  const page = await order(visitor, sku)
  const group = await db.orderGroup.findFirstOrThrow({
    where: { orders: { some: { lines: { some: { variantId } } } } },
  })
  const path = `/checkout/${group.token}`
  return {
    visitor,
    page,
    groupId: group.id,
    sku,
    slug,
    token: group.token,
    payPath: `${path}/pay`,
    returnPath: `${path}/return`,
  }
}

test('who closes the tab after paying has paid: the webhook is enough (T19)', async () => {
  const { page, groupId } = await goToPay()
  sandbox.pay(sessionOf(page), { method: 'wechat_pay' })
  await sandbox.flushWebhooks()
  expect(await tracesOf(db, groupId)).toEqual(paidOnce)
})

test('while webhooks are lost, a sweep finds the payment (T19)', async () => {
  const { page, groupId } = await goToPay()
  sandbox.bendWebhooks({ kind: 'drop' })
  sandbox.pay(sessionOf(page), { method: 'wechat_pay' })
  const anHourAgo = after(till.clock.now(), -60 * minute)
  await db.payment.updateMany({ where: { groupId }, data: { createdAt: anHourAgo } })
  await shop.stop()
  await shop.start()
  await expect.poll(() => tracesOf(db, groupId), { timeout: 20_000 }).toEqual(paidOnce)
})

test('fifty returns at once beside the webhook are one sale, and none says that it failed (T20)', async () => {
  const { visitor, page, groupId, returnPath } = await goToPay()
  sandbox.bendWebhooks({ kind: 'duplicate', copies: 5 })
  sandbox.pay(sessionOf(page), { method: 'alipay' })
  const returns = Array.from({ length: 50 }, () => visitor.get(returnPath))
  const [pages] = await Promise.all([Promise.all(returns), sandbox.flushWebhooks()])
  for (const page of pages) {
    expect(page.status).toBe(200)
    const text = await page.text()
    expect([words.paid, words.confirming].some((heading) => text.includes(heading))).toBe(true)
    expect(text).not.toContain(words.notPaid)
  }
  expect(await tracesOf(db, groupId)).toEqual(paidOnce)
})

test('back from paying while the provider cannot be asked, the page waits instead of saying no (T20)', async () => {
  const { visitor, page, returnPath } = await goToPay()
  sandbox.bendWebhooks({ kind: 'drop' })
  sandbox.pay(sessionOf(page))
  sandbox.addFault({ operation: 'checkout.sessions.retrieve', kind: 'reset', times: 3 })
  const waiting = await (await visitor.get(returnPath)).text()
  expect(waiting).toContain(words.confirming)
  expect(waiting).toContain('http-equiv="refresh"')
  expect(await (await visitor.get(returnPath)).text()).toContain(words.paid)
})

test('while the provider is down, everything but paying goes on, and the order can be paid later (T28)', async () => {
  sandbox.addFault({ operation: '*', kind: 'reset', times: 1_000 })
  const { visitor, page, sku, slug, token, payPath } = await goToPay()
  expect(page, 'our own page instead of the provider’s').toBe(payPath)
  const refused = await visitor.post(payPath, {})
  expect(refused.status).toBe(503)
  expect(await refused.text()).toContain(words.unavailable)
  for (const path of ['/', `/products/${slug}`, '/search?q=小米', '/cart', payPath, `/orders/${token}`])
    expect([path, (await visitor.get(path)).status]).toEqual([path, 200])
  expect(whereTo(await visitor.post('/cart', { intent: 'add', sku, quantity: '1' }))).toBe('/cart')
  sandbox.clearFaults()
  const opened = whereTo(await visitor.post(payPath, {}))
  expect(sandbox.pay(sessionOf(opened))).toBe('paid')
})

test('one number leads from the answer to the log and to the provider (T105)', async () => {
  const { visitor, page, payPath } = await goToPay()
  sandbox.expireNow(sessionOf(page))
  const answer = await visitor.post(payPath, {})
  const requestId = answer.headers.get('x-request-id')
  const session = await stripe.checkout.sessions.retrieve(sessionOf(whereTo(answer)))
  expect(session.metadata).toMatchObject({ requestId })
  const line = () => shop.lines.find((known) => known.requestId === requestId)
  await expect.poll(line, { timeout: 5_000 }).toMatchObject({ route: '/checkout/:/pay', status: 303 })
})
