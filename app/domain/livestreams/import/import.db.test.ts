import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { layoutB, layoutStandard } from '#tests/support/douyin-layouts.ts'
import { createFair } from '#tests/support/fairs.ts'
import { encodeGbk } from '#tests/support/gbk.ts'
import { createVariant } from '#tests/support/goods.ts'
import {
  csvText,
  exportFile,
  importOf,
  importOrders,
  ledgerOf,
  type OrderCells,
  orderCells,
  platformServices,
  tableOf,
} from '#tests/support/platform-orders.ts'
import { runPlatformImports } from './run-platform-imports.server.ts'
import { mapPlatformImport, startPlatformImport } from './start-platform-import.server.ts'

const database = await useDatabase()
const services = await platformServices(database)
const { db } = services
const goods = await createVariant(db)
const fair = await createFair(db)
await db.exhibitionBooth.create({
  data: { exhibitionId: fair.id, enterpriseId: goods.enterpriseId, booth: 'A01' },
})
const livestream = await db.livestream.create({
  data: {
    slug: 'aohan-1',
    exhibitionId: fair.id,
    title: '敖汉专场',
    titleEn: 'Aohan',
    host: '小满',
    hostAccount: '900000001',
    startsAt: new Date('2026-11-24T12:00:00Z'),
    endsAt: new Date('2026-11-24T14:00:00Z'),
  },
})

/** Each test has numbers of its own. */
let next = 0
function ours(changes: OrderCells = {}): OrderCells {
  next += 1
  return orderCells(next, { 商家编码: goods.articleNumber, ...changes })
}
const file = (orders: ReadonlyArray<OrderCells>, headings?: ReadonlyArray<string>) =>
  exportFile(csvText(tableOf(orders, headings)))

const importOurs = (exported: File) => importOrders(services, exported, { shop: goods.shop })

/** What the ledger has of these orders, by number: [channel, kind, pieces, fen, livestream, fair]. */
async function entriesOf(orders: ReadonlyArray<OrderCells>) {
  const refs = orders.map(({ 子订单编号 = '' }) => `douyin:${子订单编号.trim()}`)
  const entries = await db.saleEntry.findMany({
    where: { source: 'import' },
    orderBy: { externalRef: 'asc' },
  })
  return entries
    .filter(({ externalRef }) => refs.some((ref) => externalRef.split(':refund')[0] === ref))
    .map((entry) => [
      entry.channel,
      entry.kind,
      entry.quantity,
      Number(entry.amountFen),
      entry.livestreamId,
      entry.exhibitionId,
    ])
}

test('5,000 orders in GBK, twice, then a longer period with refunds: the ledger to the fen, and only what is new (T76)', async () => {
  const before = await ledgerOf(services)
  const refundable = { 订单状态: '已关闭', 售后状态: '同意退款，退款成功' }
  const states = [
    {},
    { 流量体裁: '商品卡', 达人ID: '-' },
    refundable,
    { 支付完成时间: '-', 订单状态: '待支付' },
    {},
  ]
  const orders = Array.from({ length: 5_000 }, (_, index) =>
    ours({
      ...states[index % 5],
      订单应付金额: `1,0${String(index % 100).padStart(2, '0')}.07`,
      商品数量: String((index % 3) + 1),
    }),
  )
  const fenOf = (wanted: (index: number) => boolean) =>
    orders.reduce((sum, _order, index) => (wanted(index) ? sum + 100_007 + (index % 100) * 100 : sum), 0)
  const gbk = exportFile(encodeGbk(csvText(tableOf(orders, layoutStandard))))

  const from = performance.now()
  const id = await importOurs(gbk)
  const seconds = (performance.now() - from) / 1_000
  console.info(`5,000 rows of GBK in ${seconds.toFixed(1)} s: ${Math.round(5_000 / seconds)} rows/s`)
  expect(id).toMatchObject({
    status: 'done',
    totalRows: 5_000,
    doneRows: 5_000,
    newRows: 5_000,
    changedRows: 0,
    faultyRows: 0,
    unmatchedRows: 0,
  })
  const expected = [
    { channel: 'livestream', kind: 'refund', entries: 1_000, fen: -fenOf((index) => index % 5 === 2) },
    {
      channel: 'livestream',
      kind: 'sale',
      entries: 3_000,
      fen: fenOf((index) => ![1, 3].includes(index % 5)),
    },
    { channel: 'online', kind: 'sale', entries: 1_000, fen: fenOf((index) => index % 5 === 1) },
  ]
  expect(before).toEqual([])
  expect(await ledgerOf(services)).toMatchObject(expected)

  const again = await startPlatformImport(services, services.organizer, {
    file: gbk,
    fair: '',
    shop: goods.shop,
  })
  expect(again).toMatchObject({ value: { id: id.id, isRepeated: true } })
  // The same content in another file: read, and nothing of it is new.
  const other = await importOurs(file(orders))
  expect(other).toMatchObject({ status: 'done', doneRows: 5_000, newRows: 0, changedRows: 0 })
  expect(await ledgerOf(services)).toMatchObject(expected)

  // A week later: 500 more orders, every tenth of the first given back, and those that waited have paid.
  const later = orders.map((order, index) => {
    if (index % 10 === 0) return { ...order, ...refundable }
    return index % 5 === 3 ? { ...order, 支付完成时间: '2026-11-25 09:00:00', 订单状态: '待发货' } : order
  })
  const more = Array.from({ length: 500 }, () => ours({ 订单应付金额: '19.99' }))
  const longer = await importOurs(exportFile(encodeGbk(csvText(tableOf([...later, ...more], layoutB)))))
  expect(longer).toMatchObject({ newRows: 500, faultyRows: 0 })
  expect(await ledgerOf(services)).toMatchObject([
    { kind: 'refund', entries: 1_500, fen: -fenOf((index) => index % 5 === 2 || index % 10 === 0) },
    { kind: 'sale', entries: 4_500, fen: fenOf((index) => index % 5 !== 1) + 500 * 1_999 },
    { channel: 'online', kind: 'sale', entries: 1_000, fen: fenOf((index) => index % 5 === 1) },
  ])
  // The first file once more, of before the refunds: what is known stays known.
  const sums = await ledgerOf(services)
  expect(await importOurs(file(orders, layoutStandard))).toMatchObject({
    status: 'done',
    newRows: 0,
  })
  expect(await ledgerOf(services)).toEqual(sums)
}, 120_000)

test('sold in a livestream it is the livestream’s within its hours and grace, and the fair’s on the fair’s days', async () => {
  const orders = [
    ours({ 支付完成时间: '2026-11-24 20:00:00' }),
    ours({ 支付完成时间: '2026-11-24 19:59:59' }),
    ours({ 支付完成时间: '2026-11-24 23:59:59' }),
    ours({ 支付完成时间: '2026-11-25 00:00:00' }),
    ours({ 达人ID: '900000002' }),
    ours({ 流量体裁: '短视频' }),
    ours({ 支付完成时间: '2026-11-22 23:59:59' }),
    ours({ 支付完成时间: '2026-11-28 00:00:00' }),
  ]
  await importOurs(file(orders))
  const origin = (await entriesOf(orders)).map(([channel, , , , live, own]) => [channel, live, own])
  expect(origin).toEqual([
    ['livestream', livestream.id, fair.id],
    ['livestream', null, fair.id],
    ['livestream', livestream.id, fair.id],
    ['livestream', null, fair.id],
    ['livestream', null, fair.id],
    ['online', null, fair.id],
    ['livestream', null, null],
    ['livestream', null, null],
  ])
  const verified = await db.saleVerification.findMany({ where: { rule: 'platform-export' } })
  expect(verified.length).toBe(await db.saleEntry.count({ where: { source: 'import' } }))
})

test('what waits for its traffic is posted by the next file; refunds come as differences, by the day of the payment', async () => {
  const withRefund = [...layoutStandard, '退款金额']
  const order = ours({ 流量体裁: '数据将于第二天更新', 商品数量: '2' })
  const day = (changes: OrderCells) => importOurs(file([{ ...order, ...changes }], withRefund))
  expect(await day({})).toMatchObject({ newRows: 1, unmatchedRows: 0, waitingRows: 1 })
  expect(await entriesOf([order])).toEqual([])
  expect(await day({ 流量体裁: '直播' })).toMatchObject({ changedRows: 1, waitingRows: 0 })
  const sale = ['livestream', 'sale', 2, 10_000, livestream.id, fair.id]
  const refund = (pieces: number, fen: number) => [
    'livestream',
    'refund',
    pieces,
    fen,
    livestream.id,
    fair.id,
  ]
  expect(await entriesOf([order])).toEqual([sale])
  await day({ 流量体裁: '直播', 退款金额: '30.00' })
  await day({ 流量体裁: '直播', 退款金额: '30.00', 订单状态: '已完成' })
  expect(await entriesOf([order])).toEqual([sale, refund(0, -3_000)])
  await day({ 流量体裁: '直播', 退款金额: '10.00' })
  await day({ 流量体裁: '数据将于第二天更新', 订单状态: '已关闭' })
  expect(await entriesOf([order])).toEqual([sale, refund(0, -3_000), refund(-2, -7_000)])
  const entries = await db.saleEntry.findMany({
    where: { externalRef: { startsWith: `douyin:${order.子订单编号?.trim()}` } },
  })
  expect(new Set(entries.map(({ occurredAt }) => occurredAt.toISOString()))).toEqual(
    new Set(['2026-11-24T12:40:41.000Z']),
  )
  // What stands in the ledger keeps its amount, and somebody is told.
  const told = await day({ 流量体裁: '直播', 订单应付金额: '90.00', 订单状态: '已关闭' })
  expect(told).toMatchObject({
    faultyRows: 0,
    problems: [{ row: 2, value: '90.00', code: 'amount-differs' }],
  })
})

test('a file with unreadable rows imports the others, and tells each of them', async () => {
  const [good, bad] = [ours(), ours({ 订单应付金额: '很多' })]
  const job = await importOurs(file([bad, good]))
  expect(job).toMatchObject({ status: 'done', totalRows: 1, newRows: 1, faultyRows: 1 })
  expect(job.problems).toEqual([{ row: 2, column: '订单应付金额', value: '很多', code: 'not-an-amount' }])
  expect(await entriesOf([good, bad])).toHaveLength(1)
})

test('a layout that nobody knows waits for a person, and the next one like it does not (T76)', async () => {
  const renamed = layoutStandard.map((heading) => (heading === '子订单编号' ? '小单' : heading))
  const table = (order: OrderCells) =>
    exportFile(csvText(tableOf([{ ...order, 小单: order.子订单编号 ?? '' }], renamed)))
  const order = ours()
  const job = await importOurs(table(order))
  expect(job).toMatchObject({ status: 'mapping', totalRows: 0 })
  const form = new FormData()
  const choose = (heading: string, key: string) => form.set(`field.${key}`, String(renamed.indexOf(heading)))
  for (const [heading, key] of Object.entries(job.columns.mapping)) choose(heading, key)
  const say = () => mapPlatformImport(services, services.organizer, job.id, { form, file: table(order) })
  expect(await say()).toMatchObject({ code: 'column-needed' })
  choose('小单', 'subOrder')
  // A column of who ordered is read under no name.
  choose('收件人', 'title')
  form.set('name', '小店')
  expect(await say()).toMatchObject({ ok: true })
  expect(await say()).toMatchObject({ code: 'not-ready' })
  await runPlatformImports(services)
  expect(await importOf(services, job.id)).toMatchObject({ status: 'done', newRows: 1 })
  expect(await importOurs(table(ours()))).toMatchObject({ status: 'done', newRows: 1 })
})
