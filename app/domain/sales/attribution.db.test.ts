import { expect, test } from 'vitest'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { openGuestSession } from '#app/domain/people/sessions.server.ts'
import { checkOut } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
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

test('who follows a livestream’s link buys for it and its fair, by cookie or address; an hour later for none', async () => {
  const livestream = await db.livestream.create({
    data: {
      slug: 'aohan-1',
      exhibitionId: fair.id,
      title: '敖汉专场',
      titleEn: 'Aohan',
      host: '小满',
      startsAt: new Date(shop.clock.now().getTime() - 3_600_000),
      endsAt: new Date(shop.clock.now().getTime() + 3_600_000),
    },
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
