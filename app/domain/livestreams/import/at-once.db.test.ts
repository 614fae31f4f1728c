import { expect, test } from 'vitest'
import { type TestDatabase, useDatabase, withOwner } from '#tests/support/database.ts'
import type { SqlEdit } from '#tests/support/edit-sql.ts'
import { createVariant } from '#tests/support/goods.ts'
import {
  csvText,
  exportFile,
  importOf,
  ledgerOf,
  orderCells,
  platformServices,
  tableOf,
  upload,
} from '#tests/support/platform-orders.ts'
import { useWorkers, type Workers } from '#tests/support/workers.ts'

// What keeps two imports from posting an order twice: the order's own row says that it is posted, and the ledger takes
// a reference once. Either is enough; only without both the figure doubles.
const ofOrder: ReadonlyArray<SqlEdit> = [
  ["(o.status <> 'posted' OR o.posted_fen <> o.gross_fen - o.refunded_fen)", 'true'],
  ["old.status = 'posted' AS was_posted", 'false AS was_posted'],
]
const ofLedger: ReadonlyArray<SqlEdit> = [
  ['ON CONFLICT (source, external_ref) DO NOTHING RETURNING id, external_ref', 'RETURNING id, external_ref'],
]

const guarded = await prepare([])
const withoutLedger = await prepare(ofLedger)
const withoutOrder = await prepare(ofOrder)
const withoutBoth = await prepare([...ofOrder, ...ofLedger])

type Prepared = {
  database: TestDatabase
  services: Awaited<ReturnType<typeof platformServices>>
  workers: Workers
}

async function prepare(edits: ReadonlyArray<SqlEdit>): Promise<Prepared> {
  const database = await useDatabase({ checksBooks: false })
  if (edits.some((edit) => ofLedger.includes(edit)))
    await withOwner(database.ownerUrl, (owner) =>
      owner.query('DROP INDEX sale_entry_source_external_ref_key'),
    )
  const services = await platformServices(database)
  process.env.DATA_DIR = services.env.DATA_DIR
  return { database, services, workers: await useWorkers(database, { edits }) }
}

/** Two processes, two files of the same 500 orders, of which one knows of 250 refunds. */
async function importAtOnce({ services, workers }: Prepared) {
  const goods = await createVariant(services.db)
  const orders = Array.from({ length: 500 }, (_, index) =>
    orderCells(index, { 商家编码: goods.articleNumber }),
  )
  const later = orders.map((order, index) => (index % 2 === 0 ? { ...order, 订单状态: '已关闭' } : order))
  const ids = [
    await upload(services, exportFile(csvText(tableOf(orders))), { shop: goods.shop }),
    await upload(services, exportFile(csvText(tableOf(later.reverse()))), { shop: goods.shop }),
  ]
  await workers.runInAll('runPlatformImports')
  for (const id of ids) expect(await importOf(services, id)).toMatchObject({ status: 'done', doneRows: 500 })
  return (await ledgerOf(services)).map(({ kind, entries, fen }) => [kind, entries, fen])
}

const once = [
  ['refund', 250, -2_500_000],
  ['sale', 500, 5_000_000],
]

test('two files of the same orders at once post each order once, and each refund once', async () => {
  expect(await importAtOnce(guarded)).toEqual(once)
})

test('the order’s row alone is enough, and so is the ledger’s reference', async () => {
  expect(await importAtOnce(withoutLedger)).toEqual(once)
  expect(await importAtOnce(withoutOrder)).toEqual(once)
})

test('negative control: without either the figure doubles', async () => {
  const doubled = await importAtOnce(withoutBoth)
  expect(doubled.find(([kind]) => kind === 'sale')).toEqual(['sale', 1_000, 10_000_000])
})
