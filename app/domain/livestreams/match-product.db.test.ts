import pg from 'pg'
import { expect, test } from 'vitest'
import { countWaiting, useDatabase } from '#tests/support/database.ts'
import { editSql, type SqlEdit } from '#tests/support/edit-sql.ts'
import { formOf } from '#tests/support/forms.ts'
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
import { findCodedVariant } from './find-coded-variant.server.ts'
import { runPlatformImports } from './import/run-platform-imports.server.ts'
import { matchProduct } from './match-product.server.ts'
import { actOnProduct } from './matching-forms.server.ts'
import { findWaitingProduct, listWaitingProducts } from './matching-queue.server.ts'

const database = await useDatabase()
const services = await platformServices(database)
const { db, organizer } = services
const goods = await createVariant(db)
const other = await createVariant(db)
const unused: SqlEdit = ['no such text', '']

let next = 0
/** Orders of a product of its own, of which nobody has said what it is. */
function strange(count: number, changes: OrderCells = {}) {
  const externalId = String(360_000_000_000_000 + next)
  const orders = Array.from({ length: count }, () => {
    next += 1
    return orderCells(next, { 商品ID: externalId, ...changes })
  })
  return { externalId, orders, key: { externalId, spec: '1kg' } }
}
const file = (orders: ReadonlyArray<OrderCells>) => exportFile(csvText(tableOf(orders)))
const posted = async (externalId: string) =>
  await db.platformOrder.groupBy({
    by: ['status'],
    where: { externalId },
    _count: true,
    _sum: { postedFen: true },
  })

test('orders of a product that nobody knows wait in one place; a word posts them all, and is remembered', async () => {
  const { externalId, orders, key } = strange(40)
  const job = await importOrders(services, file(orders.slice(0, 30)))
  expect(job).toMatchObject({ status: 'done', unmatchedRows: 30 })
  expect((await listWaitingProducts(services, 'unmatched', null)).items).toContainEqual({
    ...key,
    title: '【赤峰好物】敖汉小米',
    merchantCode: 'nobody-knows',
    orders: 30,
    quantity: 30,
    netFen: 300_000,
  })
  expect(await matchProduct(services, organizer, key, 'no-such-sku')).toMatchObject({
    code: 'unknown-variant',
  })
  expect(await matchProduct(services, organizer, key, goods.sku)).toMatchObject({ value: { orders: 30 } })
  expect(await findWaitingProduct(services, key)).toBeNull()
  expect(await importOrders(services, file(orders))).toMatchObject({ newRows: 10, unmatchedRows: 0 })
  expect(await posted(externalId)).toMatchObject([
    { status: 'posted', _count: 40, _sum: { postedFen: 400_000n } },
  ])
  const entries = await db.saleEntry.aggregate({
    where: { variantId: goods.id },
    _count: true,
    _sum: { amountFen: true },
  })
  expect([entries._count, entries._sum.amountFen]).toEqual([40, 400_000n])
  const audits = await db.auditEntry.findMany({ where: { action: 'match-product', subjectId: externalId } })
  expect(audits).toMatchObject([{ after: { variant: `${goods.shop}/${goods.articleNumber}`, orders: 30 } }])
})

test('a product that is not ours is never asked about again, until somebody says that it is', async () => {
  const { externalId, orders, key } = strange(3)
  await importOrders(services, file(orders.slice(0, 2)))
  expect(await matchProduct(services, organizer, key, null)).toMatchObject({ value: { orders: 2 } })
  await importOrders(services, file(orders))
  expect(await posted(externalId)).toMatchObject([{ status: 'ignored', _count: 3, _sum: { postedFen: 0n } }])
  expect((await listWaitingProducts(services, 'ignored', null)).items).toMatchObject([{ ...key, orders: 3 }])
  expect(await matchProduct(services, organizer, key, goods.sku)).toMatchObject({ value: { orders: 3 } })
  expect(await posted(externalId)).toMatchObject([{ status: 'posted', _count: 3 }])
})

test('of two who say different things at once one is heard, and the other is told; twice the same is once', async () => {
  const { externalId, orders, key } = strange(5)
  await importOrders(services, file(orders))
  const colleague = await createOrganizer(db)
  const answers = await Promise.all([
    matchProduct(services, organizer, key, goods.sku),
    matchProduct(services, colleague, key, other.sku),
    matchProduct(services, colleague, key, null),
  ])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.filter((answer) => !answer.ok && answer.code === 'matched-meanwhile')).toHaveLength(2)
  const { variantId } = await db.platformProduct.findFirstOrThrow({ where: { externalId } })
  const sku = variantId === goods.id ? goods.sku : variantId === other.id ? other.sku : null
  expect(await matchProduct(services, organizer, key, sku)).toMatchObject({ ok: true })
  const externalRef = { in: orders.map(({ 子订单编号 = '' }) => `douyin:${子订单编号.trim()}`) }
  const entries = await db.saleEntry.findMany({ where: { externalRef } })
  expect(entries.map((entry) => entry.variantId)).toEqual(sku === null ? [] : Array(5).fill(variantId))
})

test('a number that is typed is the shop’s who sold it; where no shop is known, it must be of one enterprise', async () => {
  const [first, second] = [await createVariant(db), await createVariant(db)]
  const id = { in: [first.id, second.id] }
  await db.variant.updateMany({ where: { id }, data: { articleNumber: 'LF-1' } })
  const { orders, key, externalId } = strange(2)
  await importOrders(services, file(orders))
  const type = (code: string) =>
    actOnProduct(
      services,
      organizer,
      formOf({ intent: 'match', product: externalId, spec: key.spec, code, sku: '', stand: 'unmatched' }),
    )
  expect(await type('LF-1')).toEqual({ failure: 'several-variants' })
  expect(await type('LF-2')).toEqual({ failure: 'unknown-variant' })
  for (const code of [other.articleNumber, other.sku])
    expect(await findCodedVariant(services, key, code)).toEqual({ ok: true, value: other.sku })
  await importOrders(services, file(orders), { shop: second.shop })
  expect(await type('LF-1')).toHaveProperty('query')
  const entries = await db.saleEntry.findMany({ where: { variantId: id } })
  expect(entries.map(({ variantId }) => variantId)).toEqual([second.id, second.id])
})

/** A word that is said just when a file's orders have been looked up and not yet written. */
async function sayWhileImporting(edits: ReadonlyArray<SqlEdit>) {
  const { externalId, orders, key } = strange(10)
  const pool = new pg.Pool({ connectionString: database.url, options: '-c role=shop_app' })
  const unmet = editSql(pool, edits)
  let said: Promise<unknown> | undefined
  const watched = watchSteps({ ...services, pool, payments: {} as never }, async (_step, what) => {
    if (said || !what.includes('UPDATE platform_order')) return
    said = matchProduct({ ...services, pool }, organizer, key, goods.sku)
    await Promise.race([said, expect.poll(() => countWaiting(database.ownerUrl)).toBe(1)])
  })
  await upload(services, file(orders))
  await runPlatformImports(watched)
  await said
  await pool.end()
  expect([...unmet].filter((edit) => edit !== unused)).toEqual([])
  return await posted(externalId)
}

test('a word that is said while a file comes in reaches every order of it', async () => {
  expect(await sayWhileImporting([])).toMatchObject([{ status: 'posted', _count: 10 }])
})

test('negative control: without taking turns orders wait for a word that was said already', async () => {
  const turns: SqlEdit = ["pg_advisory_xact_lock(hashtext('platform-products'), 0)", '1']
  expect(await sayWhileImporting([turns])).toMatchObject([{ status: 'unmatched', _count: 10 }])
})
