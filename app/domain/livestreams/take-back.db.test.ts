import pg from 'pg'
import { expect, test } from 'vitest'
import { findRollupDifferences } from '#app/domain/sales/check-rollups.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { countWaiting, useDatabase } from '#tests/support/database.ts'
import { editSql, type SqlEdit } from '#tests/support/edit-sql.ts'
import { createFair } from '#tests/support/fairs.ts'
import { createVariant } from '#tests/support/goods.ts'
import {
  csvText,
  exportFile,
  importOrders,
  type OrderCells,
  orderCells,
  platformServices,
  tableOf,
  upload,
} from '#tests/support/platform-orders.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { watchSteps } from '#tests/support/steps.ts'
import { runPlatformImports } from './import/run-platform-imports.server.ts'
import { matchProduct } from './match-product.server.ts'
import { findPostedProduct, listPostedProducts } from './posted-products.server.ts'
import { takeBack } from './take-back.server.ts'

const database = await useDatabase({ poolSize: 20 })
const services = await platformServices(database)
const { db, organizer } = services
const [wrong, right] = [await createVariant(db), await createVariant(db)]
const fair = await createFair(db)
await db.exhibitionBooth.createMany({
  data: [wrong, right].map(({ enterpriseId }) => ({ exhibitionId: fair.id, enterpriseId, booth: 'A01' })),
})
const reason = '同名不同店'

let next = 0
/** Orders of a product of its own; every second gave 30 of its 100 yuan back. */
function strange(count: number, changes: OrderCells = {}) {
  const externalId = String(360_000_000_000_000 + next)
  const orders = Array.from({ length: count }, (_, index) => {
    next += 1
    return orderCells(next, { 商品ID: externalId, 退款金额: index % 2 === 0 ? '30.00' : '-', ...changes })
  })
  return { orders, key: { externalId, spec: '1kg' } }
}
const headings = (orders: ReadonlyArray<OrderCells>) => Object.keys(orders[0] ?? {})
const file = (orders: ReadonlyArray<OrderCells>) => exportFile(csvText(tableOf(orders, headings(orders))))

/** What each of the two has sold at the fair, by the ledger and by its sums: in fen, pieces and on the day of the payment. */
async function standOf({ enterpriseId }: { enterpriseId: number }) {
  const [stand] = await sqlOn(services.pool).$queryRaw<Array<Record<'ledger' | 'day' | 'total', number>>>`
    SELECT (SELECT COALESCE(sum(amount_fen), 0)::float8 FROM sale_entry WHERE enterprise_id = ${enterpriseId}) AS ledger,
      (SELECT COALESCE(sum(verified_fen), 0)::float8 FROM sale_rollup WHERE exhibition_id = ${fair.id}
        AND dimension = 'enterprise' AND key = ${String(enterpriseId)} AND grain = 'day'
        AND bucket = '2026-11-23T16:00:00Z') AS day,
      (SELECT COALESCE(sum(verified_fen), 0)::float8 FROM sale_rollup WHERE exhibition_id = ${fair.id}
        AND dimension = 'enterprise' AND key = ${String(enterpriseId)} AND grain = 'total') AS total`
  return [stand?.ledger, stand?.day, stand?.total]
}

test('postings of a wrong match are taken back whole, and posted anew as what it is: every figure as if it had never been', async () => {
  const { orders, key } = strange(4)
  await importOrders(services, file(orders), { shop: wrong.shop })
  await matchProduct(services, organizer, key, wrong.sku)
  expect(await standOf(wrong)).toEqual([34_000, 34_000, 34_000])
  const { items } = await listPostedProducts(services, 'zh', null)
  expect(items).toMatchObject([{ ...key, sku: wrong.sku, orders: 4, quantity: 4, netFen: 34_000 }])

  const how = { sku: wrong.sku, reason }
  expect(await takeBack(services, organizer, key, { ...how, sku: right.sku })).toMatchObject({
    code: 'nothing-posted',
  })
  const colleague = await createOrganizer(db)
  const answers = await Promise.all(
    [organizer, colleague, organizer].map((by) => takeBack(services, by, key, how)),
  )
  expect(answers.filter(({ ok }) => ok)).toMatchObject([{ value: { orders: 4 } }])
  expect(await standOf(wrong)).toEqual([0, 0, 0])
  expect(await findPostedProduct(services, 'zh', key, wrong.sku)).toBeNull()
  const corrections = await db.saleEntry.findMany({
    where: { kind: 'correction' },
    include: { corrects: true },
  })
  expect(corrections).toHaveLength(6)
  for (const { corrects, amountFen, note, occurredAt } of corrections)
    expect([amountFen, note, occurredAt]).toEqual([
      -(corrects?.amountFen ?? 0n),
      reason,
      corrects?.occurredAt,
    ])
  const audits = await db.auditEntry.findMany({ where: { action: 'take-back-product' } })
  expect(audits).toMatchObject([
    {
      subjectId: key.externalId,
      before: { variant: `${wrong.shop}/${wrong.articleNumber}`, orders: 4 },
      reason,
    },
  ])

  expect(await matchProduct(services, organizer, key, right.sku)).toMatchObject({ value: { orders: 4 } })
  expect(await standOf(right)).toEqual([34_000, 34_000, 34_000])
  // And a second time, by the references of the second posting.
  await takeBack(services, organizer, key, { sku: right.sku, reason })
  expect(await standOf(right)).toEqual([0, 0, 0])
  await matchProduct(services, organizer, key, right.sku)
  await importOrders(services, file(orders.map((order) => ({ ...order, 订单状态: '已关闭' }))))
  expect(await standOf(right)).toEqual([0, 0, 0])
  expect(await findRollupDifferences(sqlOn(services.pool))).toEqual([])
})

test('what its code was taken for is not taken for it again: the next file’s orders wait for a word', async () => {
  const { orders, key } = strange(3, { 商家编码: wrong.articleNumber })
  await importOrders(services, file(orders.slice(0, 2)), { shop: wrong.shop })
  expect(await takeBack(services, organizer, key, { sku: wrong.sku, reason })).toMatchObject({ ok: true })
  expect(await importOrders(services, file(orders), { shop: wrong.shop })).toMatchObject({ unmatchedRows: 3 })
  expect(await matchProduct(services, organizer, key, null)).toMatchObject({ value: { orders: 3 } })
  expect(await matchProduct(services, organizer, key, right.sku)).toMatchObject({ value: { orders: 3 } })
  const posted = await db.platformOrder.findMany({ where: { externalId: key.externalId } })
  expect(posted.map(({ status, variantId }) => [status, variantId])).toEqual(
    Array(3).fill(['posted', right.id]),
  )
})

/** Taken back while a file brings refunds of the same orders: they have been written, and are not yet seen by others. */
async function takeBackWhileImporting(edits: ReadonlyArray<SqlEdit>) {
  const { orders, key } = strange(10)
  await importOrders(services, file(orders))
  await matchProduct(services, organizer, key, wrong.sku)
  const pool = new pg.Pool({ connectionString: database.url, options: '-c role=shop_app' })
  const unmet = editSql(pool, edits)
  let taken: Promise<unknown> | undefined
  const watched = watchSteps({ ...services, pool, payments: {} as never }, async (_step, what) => {
    if (taken || !what.includes('INSERT INTO sale_entry')) return
    taken = takeBack({ ...services, pool }, organizer, key, { sku: wrong.sku, reason })
    await Promise.race([taken, expect.poll(() => countWaiting(database.ownerUrl)).toBe(1)])
  })
  await upload(services, file(orders.map((order) => ({ ...order, 退款金额: '50.00' }))))
  await runPlatformImports(watched)
  expect(await taken).toMatchObject({ ok: true })
  await pool.end()
  expect(unmet).toEqual(new Set())
  const refs = orders.map(({ 子订单编号 = '' }) => `douyin:${子订单编号.trim()}`)
  const entries = await db.saleEntry.findMany({ where: { source: 'import' } })
  return entries
    .filter(({ externalRef }) => refs.includes(externalRef.split(':').slice(0, 2).join(':')))
    .reduce((sum, { amountFen }) => sum + Number(amountFen), 0)
}

test('refunds that come in meanwhile are taken back with their sales', async () => {
  expect(await takeBackWhileImporting([])).toBe(0)
})

test('negative control: without taking turns with imports the refunds stay, of sales that are gone', async () => {
  const turns: SqlEdit = ["pg_advisory_xact_lock(hashtext('platform-products'), 0)", '1']
  expect(await takeBackWhileImporting([turns])).toBe(-35_000)
})
