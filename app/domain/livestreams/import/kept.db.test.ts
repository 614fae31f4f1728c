import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createPool } from '#app/platform/db.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { useDatabase, withOwner } from '#tests/support/database.ts'
import { layoutB, layoutStandard } from '#tests/support/douyin-layouts.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { createVariant } from '#tests/support/goods.ts'
import { keptFiles } from '#tests/support/kept-files.ts'
import {
  canaries,
  csvText,
  exportFile,
  importOf,
  importOrders,
  ledgerOf,
  type OrderCells,
  orderCells,
  platformServices,
  tableOf,
  upload,
} from '#tests/support/platform-orders.ts'
import { watchSteps } from '#tests/support/steps.ts'
import { runMortal } from '#tests/support/workers.ts'
import { runPlatformImports } from './run-platform-imports.server.ts'
import { mapPlatformImport } from './start-platform-import.server.ts'

const database = await useDatabase()
const services = await platformServices(database)
const { db, env } = services
process.env.DATA_DIR = env.DATA_DIR
const goods = await createVariant(db)

const file = (orders: ReadonlyArray<OrderCells>, headings?: ReadonlyArray<string>) =>
  exportFile(csvText(tableOf(orders, headings)))

test('killed anywhere it goes on with the rows that are left, and each order is posted once (T31)', async () => {
  const orders = Array.from({ length: 600 }, (_, index) =>
    orderCells(index, { 商家编码: goods.articleNumber, 订单状态: '已关闭' }),
  )
  const id = await upload(services, file(orders), { shop: goods.shop })
  let isDone = false
  let kills = 0
  for (let lastStep = 4; !isDone && kills < 12; lastStep += 3) {
    isDone = await runMortal(database, { lastStep }, 'runPlatformImports')
    if (!isDone) kills += 1
    services.clock.pass(2 * 60_000)
    await db.platformImport.update({ where: { id }, data: { leasedUntil: null } })
  }
  await runPlatformImports(services)
  expect(kills).toBeGreaterThan(2)
  expect(await importOf(services, id)).toMatchObject({ status: 'done', doneRows: 600, newRows: 600 })
  expect(await ledgerOf(services)).toMatchObject([
    { kind: 'refund', entries: 600, fen: -6_000_000 },
    { kind: 'sale', entries: 600, fen: 6_000_000 },
  ])
}, 120_000)

test('who ordered stands nowhere: in no table, in no file, in no line of a log (T76)', async () => {
  const lines: Array<string> = []
  const log = { error: (line: unknown) => lines.push(JSON.stringify(line)) } as never
  const told = { ...services, log }
  await importOrders(told, file([orderCells(901), orderCells(902, { 订单应付金额: 'x' })], layoutB))
  await upload(told, file([orderCells(903)], [...layoutB].reverse()))
  const [dump, files] = [await dumpDatabase(), await readFiles(env.DATA_DIR)]
  expect(files.length).toBeGreaterThan(0)
  for (const [heading, word] of Object.entries(canaries)) {
    expect(dump.includes(word), heading).toBe(false)
    for (const kept of files) expect(kept.includes(word), heading).toBe(false)
    expect(lines.join().includes(word), heading).toBe(false)
  }
  // The same look finds what is there.
  expect(dump).toContain('敖汉小米')
  expect(files.join()).toContain('敖汉小米')
  await runPlatformImports(services)
  expect(await readFiles(env.DATA_DIR), 'rows that are imported are kept in no file').toEqual([])
})

test('of two who say at once what the columns are, the rows of the one who was heard are imported, and no others are kept', async () => {
  // The amount is in a column of an unknown name, and one of the two takes another for it.
  const renamed = layoutStandard.map((heading) => (heading === '订单应付金额' ? '应付' : heading))
  const order: OrderCells = {
    ...orderCells(950, { 商家编码: goods.articleNumber, 商品单价: '7.00' }),
    应付: '100.00',
  }
  const id = await upload(services, file([order], renamed), { shop: goods.shop })
  const { columns } = await importOf(services, id)
  const map = (on: typeof services, amount: string) => {
    const form = new FormData()
    for (const [heading, key] of [...Object.entries(columns.mapping), [amount, 'gross']])
      form.set(`field.${key}`, String(renamed.indexOf(String(heading))))
    return mapPlatformImport(on, services.organizer, id, { form, file: file([order], renamed) })
  }
  // The first has seen the import wait when the second comes, is heard and done.
  let heard: Promise<unknown> | undefined
  const slow = watchSteps({ ...services, payments: {} as never }, async (_step, what) => {
    if (what.includes('FROM district')) heard ??= map(services, '应付')
    await heard
  })
  expect(await map(slow, '商品单价')).toMatchObject({ code: 'not-ready' })
  expect(await heard).toMatchObject({ ok: true })
  expect(await readFiles(env.DATA_DIR)).toHaveLength(1)
  await runPlatformImports(services)
  const externalRef = `douyin:${order.子订单编号?.trim()}`
  expect(await db.saleEntry.findMany({ where: { externalRef } })).toMatchObject([{ amountFen: 10_000n }])
  expect(await readFiles(env.DATA_DIR)).toEqual([])
})

test('of an import that could not be written no rows are left', async () => {
  const broken = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 2 })
  editSql(broken, [['INSERT INTO platform_import', 'INSERT INTO nothing']])
  const sent = upload({ ...services, pool: broken }, file([orderCells(700)]))
  await expect(sent).rejects.toThrow('nothing')
  await broken.end()
  expect(await readFiles(env.DATA_DIR)).toEqual([])
})

/** Every row of every table, as text. */
async function dumpDatabase(): Promise<string> {
  return await withOwner(database.ownerUrl, async (owner) => {
    const sql = sqlOn(owner)
    const tables = await sql.$queryRaw<Array<{ name: string }>>`
      SELECT quote_ident(table_name) AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`
    const texts: Array<string> = []
    for (const { name } of tables) {
      const { rows } = await owner.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`)
      texts.push(...rows.map(({ text }) => text))
    }
    return texts.join('\n')
  })
}

async function readFiles(folder: string): Promise<Array<string>> {
  const files = await keptFiles(folder)
  return await Promise.all(files.map((file) => readFile(file, 'utf8')))
}
