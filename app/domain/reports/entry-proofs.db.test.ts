import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { appendEntries, correctEntries } from '#app/domain/sales/append-entries.server.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { placeGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { boothEntry, createFair } from '#tests/support/fairs.ts'
import { createVariant } from '#tests/support/goods.ts'
import { refundWhole } from '#tests/support/refunds.ts'
import { rowsOf } from '#tests/support/workbooks.ts'
import { unstated } from './breakdown.ts'
import { entriesFile } from './entries-file.server.ts'
import { readEntryFilter } from './entry-filter.ts'
import { listEntries } from './list-entries.server.ts'
import { readBreakdown } from './read-breakdown.server.ts'

const database = await useDatabase()
const { db, pool } = database
const shop = shopServices(database)
const goods = await createVariant(db)
const fair = await createFair(db)
const noon = new Date('2026-11-24T04:00:00Z')
shop.clock.set(noon)

const filterOf = (query: string) => readEntryFilter(new URLSearchParams(query), { divisionCode: null })
const list = async (query = '') =>
  (await listEntries(shop, fair.id, 'zh', { ...filterOf(query), after: null })).items

async function sell(amountFen: number, occurredAt = noon, variant = goods) {
  const where = { exhibitionId: fair.id, enterpriseId: variant.enterpriseId, variantId: variant.id }
  const entry = boothEntry(where, { amountFen, occurredAt })
  const [appended] = await withTransaction(pool, (tx) => appendEntries(tx, noon, [entry], 'day-close'))
  return appended!.id
}

const { groupId } = await placeGroup(shop, { sku: goods.sku, quantity: 2 })
await db.orderGroup.update({ where: { id: groupId }, data: { exhibitionId: fair.id } })
await openPayment(shop, groupId)
shop.payments.pay(groupId)
await settleGroup(shop, groupId)
const { number } = await db.order.findFirstOrThrow({ where: { groupId } })

test('what an order brought, its shipping and what was given back of both name the order', async () => {
  await refundWhole(shop, { groupId, key: 'back', reason: 'goodwill' })
  const online = await list('channel=online')
  expect(online.map(({ amountFen }) => amountFen).sort((a, b) => a - b)).toEqual([-4_000, -800, 800, 4_000])
  expect(online.every(({ orderNumber }) => orderNumber === number)).toBe(true)
  expect(online.filter(({ isShipping }) => isShipping).map(({ amountFen }) => Math.abs(amountFen))).toEqual([
    800, 800,
  ])
})

test('a correction and what it corrects lead to each other, on the page and in the file', async () => {
  const id = await sell(5_000)
  await withTransaction(pool, (tx) => correctEntries(tx, noon, [id], { by: 'test', note: '录错' }))
  const pair = await list(`line=${id}`)
  expect(pair.map(({ kind, correctsId }) => [kind, correctsId]).sort()).toEqual([
    ['correction', String(id)],
    ['sale', null],
  ])
  const file = entriesFile(shop, fair.id, 'zh', filterOf(`line=${id}`), messagesFor('zh'), 'xlsx')
  const [headings, ...rows] = await rowsOf(await buffer(file))
  const [reference, corrects] = [headings!.indexOf('凭证'), headings!.indexOf('冲正的行号')]
  expect(rows.map((row) => String(row[corrects] ?? '')).sort()).toEqual(['', String(id)])
  expect(rows.every((row) => String(row[reference]).startsWith('device:'))).toBe(true)
})

test('an hour, and the rest that says no product, lead to the very entries that they are made of', async () => {
  await sell(300, new Date('2026-11-25T06:59:59.999Z'))
  await sell(20, new Date('2026-11-25T07:00:00Z'))
  expect((await list('day=2026-11-25&hour=14:00')).map(({ amountFen }) => amountFen)).toEqual([300])
  expect((await list('day=2026-11-25&hour=15:00')).map(({ amountFen }) => amountFen)).toEqual([20])
  const part = { exhibitionId: fair.id, day: null, division: null }
  for (const by of ['product', 'category', 'district', 'livestream'] as const) {
    const rest = (await readBreakdown(shop, 'zh', by, part, null)).find(({ key }) => key === unstated)
    const entries = await list(new URLSearchParams({ [by]: unstated }).toString())
    const sum = entries.reduce((all, { amountFen }) => all + amountFen, 0)
    expect(sum, by).toBe(rest?.totalFen ?? 0)
  }
})
