import { afterAll, expect, test } from 'vitest'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { cancelGroup } from '#app/domain/orders/cancel-group.server.ts'
import { after, minute } from '#app/kernel/clock.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { createStripeProvider } from '#app/platform/stripe.server.ts'
import type { ParamValue } from '#tests/fakes/stripe/form.ts'
import { startSandbox } from '#tests/fakes/stripe/sandbox.ts'
import { checkOut, fillCart, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { refundLines } from '#tests/support/refunds.ts'
import { openPayment } from './open-payment.server.ts'
import { settleGroup } from './settle-group.server.ts'
import { sweepPayments } from './sweep-payments.server.ts'

const database = await useDatabase()
const sandbox = await startSandbox({ strictContract: true })
const payments = createStripeProvider({
  STRIPE_SECRET_KEY: sandbox.secretKey,
  STRIPE_WEBHOOK_SECRET: 'whsec_x',
  STRIPE_API_BASE: `http://127.0.0.1:${sandbox.port}`,
})
const shop = { ...shopServices(database), payments, clock: movableClock(new Date()) }
afterAll(() => sandbox.close())

/** All that a shopper says of themselves, each findable. */
const person = {
  recipient: '金丝雀·罗',
  phone: '13912340987',
  street: '雀街街道',
  detail: '金丝雀小区 6 号楼 1203',
  postcode: '100861',
  note: '雀喙朝南，放门口',
  title: '雀羽食堂',
  creditCode: '91150430MA0A1B2C24',
  email: 'canary@example.cn',
}

async function placeOpen(locale: Locale): Promise<string> {
  const { sku } = await createVariant(shop.db, { free: 10 })
  const scope = await fillCart(shop, [{ sku, quantity: 2 }])
  const { title, creditCode, email, note, ...delivery } = person
  const placed = await placeOrder(shop, scope, {
    ...(await checkOut(shop, scope)),
    locale,
    note,
    delivery: { ...delivery, districtCode: '110108' },
    invoice: { kind: 'company', title, creditCode, email },
  })
  if (!placed.ok) throw new Error(placed.code)
  await openPayment(shop, placed.value.groupId)
  return placed.value.groupId
}

async function pay(groupId: string): Promise<void> {
  const payment = await shop.db.payment.findFirstOrThrow({ where: { groupId } })
  sandbox.pay(payment.sessionId ?? '', { method: 'alipay' })
  await settleGroup(shop, groupId)
}

/** A new one has to be looked at before it is sent. */
const allowed = [
  'allowed_payment_method_types',
  'amount',
  'cancel_url',
  'client_reference_id',
  'expand',
  'expires_at',
  'line_items.price_data.currency',
  'line_items.price_data.product_data.name',
  'line_items.price_data.unit_amount',
  'line_items.quantity',
  'locale',
  'metadata.attempt',
  'metadata.groupId',
  'metadata.refund',
  'mode',
  'payment_intent',
  'payment_intent_data.metadata.attempt',
  'payment_intent_data.metadata.groupId',
  'payment_method_options.wechat_pay.client',
  'success_url',
]

/** `line_items.price_data.currency` and so on: the names of everything that was sent. */
function namesOf(value: ParamValue, path = ''): Array<string> {
  if (typeof value === 'string') return [path]
  if (Array.isArray(value)) return value.flatMap((part) => namesOf(part, path))
  return Object.entries(value).flatMap(([name, part]) => namesOf(part, path ? `${path}.${name}` : name))
}

test('what goes abroad is a reference, titles and amounts: nothing about the person (T95)', async () => {
  const [refunded, cancelled, expired] = [await placeOpen('zh'), await placeOpen('en'), await placeOpen('zh')]
  await pay(refunded)
  const line = await shop.db.orderLine.findFirstOrThrow({ where: { order: { groupId: refunded } } })
  await refundLines(shop, {
    groupId: refunded,
    key: 'one',
    reason: 'after-sale',
    lines: [{ lineId: line.id, quantity: 1 }],
  })
  await cancelGroup(shop, cancelled)
  shop.clock.set(after(shop.clock.now(), 45 * minute))
  await sweepPayments(shop)
  expect((await shop.db.orderGroup.findUniqueOrThrow({ where: { id: expired } })).status).toBe('expired')

  const requests = sandbox.requests()
  const operations = new Set(requests.map(({ operation }) => operation))
  expect([...operations].sort()).toEqual([
    'checkout.sessions.create',
    'checkout.sessions.expire',
    'checkout.sessions.retrieve',
    'refunds.create',
    'refunds.retrieve',
  ])
  for (const { path, headers, rawBody } of requests) {
    const sent = [path, JSON.stringify(headers), rawBody].map((part) =>
      decodeURIComponent(part.replaceAll('+', ' ')),
    )
    for (const word of Object.values(person)) expect(sent.join('\n')).not.toContain(word)
  }
  expect([...new Set(requests.flatMap(({ params }) => namesOf(params)))].sort()).toEqual(allowed)
  expect(sandbox.violations()).toEqual([])
})
