import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { layoutStandard } from '#tests/support/douyin-layouts.ts'
import { createFair } from '#tests/support/fairs.ts'
import { createVariant } from '#tests/support/goods.ts'
import {
  csvText,
  exportFile,
  importOf,
  importOrders,
  type OrderCells,
  orderCells,
  platformServices,
  tableOf,
} from '#tests/support/platform-orders.ts'
import { mapPlatformImport, startPlatformImport } from './import/start-platform-import.server.ts'
import { findWaitingProduct } from './matching-queue.server.ts'

// To whom an imported order is credited: enterprise, livestream and fair.

const database = await useDatabase()
const services = await platformServices(database)
const { db, organizer } = services
const [mine, theirs] = [await createVariant(db), await createVariant(db)]

let next = 0
function order(changes: OrderCells = {}): OrderCells {
  next += 1
  return orderCells(next, { 商品ID: String(360_000_000_000_000 + next), ...changes })
}
const keyOf = (cells: OrderCells) => ({ externalId: cells.商品ID ?? '', spec: '1kg' })
const file = (orders: ReadonlyArray<OrderCells>, headings?: ReadonlyArray<string>) =>
  exportFile(csvText(tableOf(orders, headings)))

/** Where the orders stand in the ledger, by number: [enterprise, livestream, fair]. */
async function placesOf(orders: ReadonlyArray<OrderCells>) {
  const externalRef = { in: orders.map(({ 子订单编号 = '' }) => `douyin:${子订单编号.trim()}`) }
  const entries = await db.saleEntry.findMany({ where: { externalRef }, orderBy: { externalRef: 'asc' } })
  return entries.map(({ enterpriseId, livestreamId, exhibitionId }) => [
    enterpriseId,
    livestreamId,
    exhibitionId,
  ])
}

test('a shop’s code credits nobody else, though another enterprise has an article of the same number', async () => {
  const sold = order({ 商家编码: theirs.articleNumber })
  expect(await importOrders(services, file([sold]))).toMatchObject({ unmatchedRows: 1 })
  const other = file([sold], [...layoutStandard].reverse())
  expect(await importOrders(services, other, { shop: mine.shop })).toMatchObject({ unmatchedRows: 1 })
  expect(await placesOf([sold])).toEqual([])
  expect(await findWaitingProduct(services, keyOf(sold))).toMatchObject({ orders: 1 })
})

test('two shops that use one number are matched each to its own goods', async () => {
  const twins = [await createVariant(db), await createVariant(db)]
  const id = { in: twins.map((twin) => twin.id) }
  await db.variant.updateMany({ where: { id }, data: { articleNumber: 'XM-500' } })
  const sold = twins.map(({ shop }) => ({ shop, cells: order({ 商家编码: 'XM-500' }) }))
  for (const { shop, cells } of sold)
    expect(await importOrders(services, file([cells]), { shop })).toMatchObject({ unmatchedRows: 0 })
  expect(await placesOf(sold.map(({ cells }) => cells))).toEqual(
    twins.map(({ enterpriseId }) => [enterpriseId, null, null]),
  )
})

test('the same file once more, with its shop, posts what waited for a word', async () => {
  const sold = order({ 商家编码: mine.articleNumber })
  expect(await importOrders(services, file([sold]))).toMatchObject({ newRows: 1, unmatchedRows: 1 })
  expect(await importOrders(services, file([sold]), { shop: mine.shop })).toMatchObject({
    changedRows: 1,
    unmatchedRows: 0,
  })
  expect(await placesOf([sold])).toEqual([[mine.enterpriseId, null, null]])
  // And a later file that says no shop takes nothing away from one that waits.
  const waiting = order({ 商家编码: mine.articleNumber, 支付完成时间: '-' })
  await importOrders(services, file([waiting]), { shop: mine.shop })
  await importOrders(services, file([{ ...waiting, 支付完成时间: '2026-11-24 20:00:00' }]))
  expect(await placesOf([waiting])).toEqual([[mine.enterpriseId, null, null]])
})

test('what is named at the upload must be there', async () => {
  const start = (said: { fair: string; shop: string }) =>
    startPlatformImport(services, organizer, { file: file([order()]), ...said })
  expect(await start({ fair: 'nowhere', shop: '' })).toMatchObject({ code: 'unknown-fair' })
  expect(await start({ fair: '', shop: 'nobody' })).toMatchObject({ code: 'unknown-shop' })
})

test('two shops that are live at once on their own accounts have each their own orders', async () => {
  const hours = { startsAt: new Date('2026-10-24T12:00:00Z'), endsAt: new Date('2026-10-24T14:00:00Z') }
  const words = { title: '自播', titleEn: 'Own', host: '店主', ...hours }
  const [first, second] = [
    await db.livestream.create({
      data: { ...words, slug: 'own-1', enterprises: { create: { enterpriseId: mine.enterpriseId } } },
    }),
    await db.livestream.create({
      data: {
        ...words,
        slug: 'own-2',
        startsAt: new Date('2026-10-24T12:05:00Z'),
        enterprises: { create: { enterpriseId: theirs.enterpriseId } },
      },
    }),
  ]
  const own = { 达人ID: '0', 支付完成时间: '2026-10-24 20:30:00' }
  const ofMine = order({ ...own, 商家编码: mine.articleNumber })
  const ofTheirs = order({ ...own, 商家编码: theirs.articleNumber })
  await importOrders(services, file([ofMine]), { shop: mine.shop })
  await importOrders(services, file([ofTheirs]), { shop: theirs.shop })
  expect(await placesOf([ofMine, ofTheirs])).toEqual([
    [mine.enterpriseId, first.id, null],
    [theirs.enterpriseId, second.id, null],
  ])
})

test('of two fairs at once one is chosen at the upload, unless the shop has a booth at one of them only', async () => {
  const [fair, other] = [await createFair(db), await createFair(db)]
  const booth = (exhibitionId: number, enterpriseId: number) =>
    db.exhibitionBooth.create({ data: { exhibitionId, enterpriseId, booth: 'A01' } })
  await booth(fair.id, mine.enterpriseId)
  await booth(fair.id, theirs.enterpriseId)
  await booth(other.id, theirs.enterpriseId)
  const start = (orders: ReadonlyArray<OrderCells>, shop: string, slug = '') =>
    startPlatformImport(services, organizer, { file: file(orders), shop, fair: slug })

  const ofMine = order({ 商家编码: mine.articleNumber, 流量体裁: '商品卡' })
  await importOrders(services, file([ofMine]), { shop: mine.shop })
  expect(await placesOf([ofMine])).toEqual([[mine.enterpriseId, null, fair.id]])

  const ofTheirs = order({ 商家编码: theirs.articleNumber, 流量体裁: '商品卡' })
  expect(await start([ofTheirs], theirs.shop)).toMatchObject({ code: 'fair-needed' })
  expect(await start([order()], '')).toMatchObject({ code: 'fair-needed' })
  expect(await start([order({ 支付完成时间: '2026-12-24 20:00:00' })], '')).toMatchObject({ ok: true })
  await importOrders(services, file([ofTheirs]), { shop: theirs.shop, fair: fair.slug })
  expect(await placesOf([ofTheirs])).toEqual([[theirs.enterpriseId, null, fair.id]])

  // Without a booth it is of no fair, whichever is named.
  const guest = await createVariant(db)
  const ofGuest = order({ 商家编码: guest.articleNumber })
  await importOrders(services, file([ofGuest]), { shop: guest.shop, fair: fair.slug })
  expect(await placesOf([ofGuest])).toEqual([[guest.enterpriseId, null, null]])
})

test('of a file whose columns nobody knew the fair is asked for once its days are known', async () => {
  const headings = layoutStandard.map((heading) => (heading === '子订单编号' ? '小单' : heading))
  const cells = order({ 商家编码: theirs.articleNumber })
  const sent = () => file([{ ...cells, 小单: cells.子订单编号 ?? '' }], headings)
  const { slug, id: fairId } = await db.exhibition.findFirstOrThrow({ orderBy: { id: 'asc' } })
  const { id, status, columns } = await importOrders(services, sent(), { shop: theirs.shop })
  expect(status).toBe('mapping')
  const form = new FormData()
  for (const [heading, key] of [...Object.entries(columns.mapping), ['小单', 'subOrder']])
    form.set(`field.${key}`, String(headings.indexOf(String(heading))))
  const map = () => mapPlatformImport(services, organizer, id, { form, file: sent() })
  expect(await map()).toMatchObject({ code: 'fair-needed' })
  form.set('fair', slug)
  expect(await map()).toMatchObject({ ok: true })
  expect(await importOf(services, id)).toMatchObject({ exhibitionId: fairId, status: 'running' })
})
