import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { layoutStandard } from '#tests/support/douyin-layouts.ts'
import { createLivestream } from '#tests/support/fairs.ts'
import { createVariant } from '#tests/support/goods.ts'
import {
  csvText,
  exportFile,
  importOrders,
  type OrderCells,
  orderCells,
  platformServices,
  tableOf,
} from '#tests/support/platform-orders.ts'
import { matchProduct } from '../match-product.server.ts'

// What a later file says of an order that is known already.

const database = await useDatabase()
const services = await platformServices(database)
const { db, organizer } = services
const goods = await createVariant(db)
await db.district.createMany({
  data: [
    { code: '110105', name: '朝阳区', nameEn: 'Chaoyang', sort: 1 },
    { code: '110108', name: '海淀区', nameEn: 'Haidian', sort: 2 },
  ],
})
const livestream = await createLivestream(db)

const file = (order: OrderCells, headings?: ReadonlyArray<string>) =>
  exportFile(csvText(tableOf([order], headings)))

const importOurs = (exported: File) => importOrders(services, exported, { shop: goods.shop })

/** What the ledger has of an order: [kind, channel, district, livestream, pieces, fen]. */
async function entriesOf(order: OrderCells) {
  const entries = await db.saleEntry.findMany({
    where: { externalRef: { startsWith: `douyin:${order.子订单编号?.trim()}` } },
    orderBy: { externalRef: 'asc' },
  })
  return entries.map(({ kind, channel, beijingDistrictCode, livestreamId, quantity, amountFen }) => [
    kind,
    channel,
    beijingDistrictCode,
    livestreamId,
    quantity,
    Number(amountFen),
  ])
}

test('a file that changes traffic and district together with a refund gives back where it was sold', async () => {
  const order = orderCells(1, { 商家编码: goods.articleNumber })
  await importOurs(file(order))
  const moved = { ...order, 流量体裁: '商品卡', 区: '朝阳区' }
  expect(await importOurs(file({ ...moved, 订单状态: '已关闭' }))).toMatchObject({
    newRows: 0,
    changedRows: 1,
  })
  expect(await entriesOf(order)).toEqual([
    ['sale', 'livestream', '110108', livestream.id, 1, 10_000],
    ['refund', 'livestream', '110108', livestream.id, -1, -10_000],
  ])
  // And what is only said otherwise of what is posted is no change.
  expect(await importOurs(file({ ...moved, 订单状态: '已关闭', 商品数量: '2' }))).toMatchObject({
    newRows: 0,
    changedRows: 0,
  })
})

test('a part that was given back is booked as a part, though the after-sale has succeeded; the rest follows', async () => {
  const order = orderCells(3, { 商家编码: goods.articleNumber, 售后状态: '同意退款，退款成功' })
  const sale = ['sale', 'livestream', '110108', livestream.id, 1, 10_000]
  const refund = (pieces: number, fen: number) => ['refund', ...sale.slice(1, 4), pieces, fen]
  const given = (退款金额: string) =>
    importOurs(file({ ...order, 退款金额 }, [...layoutStandard, '退款金额']))
  await given('34.56')
  expect(await entriesOf(order)).toEqual([sale, refund(0, -3_456)])
  await given('100.00')
  expect(await entriesOf(order)).toEqual([sale, refund(0, -3_456), refund(-1, -6_544)])
})

test('host, district, pieces, size and code that only a later file knows reach an order that waits, and its livestream', async () => {
  const missing = ['达人ID', '区', '商品规格', '商家编码', '选购商品']
  const poorer = layoutStandard.filter((heading) => !missing.includes(heading))
  const order = orderCells(2)
  expect(await importOurs(file(order, poorer))).toMatchObject({ newRows: 1, unmatchedRows: 1 })
  expect(await importOurs(file({ ...order, 商品数量: '2' }))).toMatchObject({ changedRows: 1 })
  // Known once it is known: the poorer layout takes nothing away.
  expect(await importOurs(file({ ...order, 商品数量: '2' }, [...poorer].reverse()))).toMatchObject({
    changedRows: 0,
  })
  const kept = await db.platformOrder.findFirstOrThrow({ where: { subOrder: order.子订单编号!.trim() } })
  expect(kept).toMatchObject({ spec: '1kg', merchantCode: 'nobody-knows', title: '【赤峰好物】敖汉小米' })
  const key = { externalId: '360000000000025083', spec: '1kg' }
  expect(await matchProduct(services, organizer, key, goods.sku)).toMatchObject({ value: { orders: 1 } })
  expect(await entriesOf(order)).toEqual([['sale', 'livestream', '110108', livestream.id, 2, 10_000]])
})
