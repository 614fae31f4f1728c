import { expect, test } from 'vitest'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { openGuestSession } from '#app/domain/people/sessions.server.ts'
import { checkOut } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createLivestream } from '#tests/support/fairs.ts'
import { createVariant } from '#tests/support/goods.ts'
import { openPages } from '#tests/support/pages.ts'
import { movableClock } from '#tests/support/people.ts'
import { listRoutes } from '#tests/support/routes.ts'

const database = await useDatabase()
const { db } = database
const pages = openPages(database)
const shop = { ...pages.services, clock: movableClock() }
Object.assign(pages.services, { clock: shop.clock })

const cartPage = (await listRoutes()).find(({ pattern }) => pattern === '/cart')!

const checkoutPage = (await listRoutes()).find(({ pattern }) => pattern === '/checkout')!

const text = { name: '展会', nameEn: 'Fair', city: '北京', cityEn: 'Beijing', summary: '', summaryEn: '' }
const fair = await db.exhibition.create({
  data: {
    ...text,
    slug: 'beijing-2026',
    kind: 'trade-fair',
    startsAt: new Date('2026-11-22T16:00:00Z'),
    endsAt: new Date('2026-11-27T16:00:00Z'),
    printedFigures: [],
  },
})

/** Of the sale that was bought last. */
let livestreams: Array<number | null> = []

/** Clicks "add to cart" as a browser would that sends these headers, buys, and returns the sale's fair and fen. */
async function buy(headers: Record<string, string>) {
  const { sku } = await createVariant(db)
  const { token, scope } = await openGuestSession(shop)
  const form = new URLSearchParams({ intent: 'add', sku, quantity: '1' })
  const cookie = [`session=${token}`, headers.cookie].filter(Boolean).join('; ')
  const url = 'http://localhost:3000/cart'
  const request = new Request(url, { method: 'POST', body: form, headers: { ...headers, cookie } })
  await pages.ask(cartPage, request)
  const placed = await placeOrder(shop, scope, await checkOut(shop, scope))
  if (!placed.ok) throw new Error(placed.code)
  const { groupId } = placed.value
  await openPayment(shop, groupId)
  shop.payments.pay(groupId)
  await settleGroup(shop, groupId)
  const entries = await db.saleEntry.findMany({ orderBy: { id: 'desc' }, take: 2 })
  livestreams = entries.map(({ livestreamId }) => livestreamId)
  return entries.map(({ exhibitionId, amountFen }) => [exhibitionId, Number(amountFen)])
}

test('who comes by a fair’s link buys for its figures, goods and shipping; everybody else for none', async () => {
  const ofFair = [
    [fair.id, 800],
    [fair.id, 2_000],
  ]
  expect(await buy({ cookie: 'fair=beijing-2026.qr-code' })).toEqual(ofFair)
  expect(await buy({ referer: 'http://localhost:3000/products/x?fair=beijing-2026&via=livestream' })).toEqual(
    ofFair,
  )
  expect(await buy({})).toEqual(ofFair.map(([, fen]) => [null, fen]))
  expect(await buy({ cookie: 'fair=nowhere.page' })).toEqual(ofFair.map(([, fen]) => [null, fen]))
  const [total] = await db.saleRollup.findMany({
    where: { exhibitionId: fair.id, dimension: 'all', grain: 'total' },
  })
  expect(Number(total?.amountFen)).toBe(5_600)
})

/** Goods without a link in the cart; a link is followed `ago` milliseconds before the order: the order's fair. */
async function followAtCheckout(ago: number): Promise<number | null> {
  const { id, sku } = await createVariant(db)
  const { token, scope } = await openGuestSession(shop)
  const send = async (leaf: typeof cartPage, fields: Record<string, string>, cookie = '') => {
    const headers = { cookie: [`session=${token}`, cookie].filter(Boolean).join('; ') }
    const url = `http://localhost:3000${leaf.pattern}`
    return await pages.ask(
      leaf,
      new Request(url, { method: 'POST', body: new URLSearchParams(fields), headers }),
    )
  }
  await send(cartPage, { intent: 'add', sku, quantity: '1' })
  const { delivery, seenTotalFen, idempotencyKey } = await checkOut(shop, scope)
  const form = { ...delivery, invoiceKind: 'none', seenTotalFen: String(seenTotalFen), idempotencyKey }
  const answer = await send(
    checkoutPage,
    form,
    `fair=beijing-2026.qr-code.${shop.clock.now().getTime() - ago}`,
  )
  expect(answer?.status).toBe(303)
  const where = { orders: { some: { lines: { some: { variantId: id } } } } }
  const group = await db.orderGroup.findFirstOrThrow({ where })
  return group.exhibitionId
}

test('who follows a link with the goods in the cart already buys for the fair, by when it was followed', async () => {
  shop.clock.set(new Date(fair.startsAt.getTime() + 3_600_000))
  expect(await followAtCheckout(60_000)).toBe(fair.id)
  shop.clock.pass(1_000)
  // Before the fair opened; and a browser whose clock is ahead is taken at its order's time.
  expect(await followAtCheckout(2 * 3_600_000)).toBeNull()
  shop.clock.pass(1_000)
  expect(await followAtCheckout(-3_600_000)).toBe(fair.id)
  shop.clock.pass(48 * 3_600_000)
  expect(await followAtCheckout(25 * 3_600_000), 'longer ago than a visit lasts').toBeNull()
})

test('who follows a livestream’s link buys for it and its fair, by cookie or address; an hour later for none', async () => {
  const livestream = await createLivestream(db, {
    exhibitionId: fair.id,
    startsAt: new Date(shop.clock.now().getTime() - 3_600_000),
    endsAt: new Date(shop.clock.now().getTime() + 3_600_000),
  })
  const ofFair = [
    [fair.id, 800],
    [fair.id, 2_000],
  ]
  expect(await buy({ cookie: 'live=aohan-1.live' })).toEqual(ofFair)
  expect(livestreams).toEqual([livestream.id, livestream.id])
  expect(await buy({ referer: 'http://localhost:3000/products/x?live=aohan-1' })).toEqual(ofFair)
  expect(livestreams).toEqual([livestream.id, livestream.id])
  expect(await buy({ cookie: 'live=nowhere.live; fair=beijing-2026.page' })).toEqual(ofFair)
  expect(livestreams).toEqual([null, null])
  const total = await db.saleRollup.findFirstOrThrow({
    where: { dimension: 'livestream', key: String(livestream.id), grain: 'total' },
  })
  expect([Number(total.amountFen), Number(total.verifiedFen)]).toEqual([5_600, 5_600])
  shop.clock.pass(3 * 3_600_000)
  await buy({ cookie: 'live=aohan-1.live' })
  expect(livestreams).toEqual([null, null])
})
