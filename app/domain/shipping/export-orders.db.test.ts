import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createOrderGroup, createVariant } from '#tests/support/goods.ts'
import { createMember } from '#tests/support/staff.ts'
import { exportOrders } from './export-orders.server.ts'
import { readOrderFilter } from './order-filter.ts'

const database = await useDatabase()
const { db } = database
const services = { ...database, clock: systemClock }

type Goods = Awaited<ReturnType<typeof createVariant>>
type Order = Omit<NonNullable<Parameters<typeof createOrderGroup>[1]>, 'goods'>

/** An order that was paid at that hour. */
async function pay(goods: Goods, hour: number, order: Order = {}) {
  const { id, orders } = await createOrderGroup(db, { orderStatus: 'to-ship', ...order, goods })
  const paidAt = new Date(Date.UTC(2026, 10, 20, hour))
  await db.orderGroup.update({ where: { id }, data: { paidAt } })
  return orders[0]!
}

/** The lines of the file below its headings. */
async function exported(scope: EnterpriseScope, query = 'stand=all', locale: Locale = 'zh') {
  const t = messagesFor(locale)
  const words = {
    headings: t.shipping.export.headings,
    status: t.orders.status,
    storage: t.catalog.storage,
  }
  const filter = readOrderFilter(new URLSearchParams(query))
  const file = await text(await exportOrders(services, scope, locale, words, filter))
  const [headings, ...lines] = file.split('\r\n')
  expect(headings?.split(',')).toEqual(words.headings)
  return lines
}

test('an order is a line in the words of its reader, with no number, street or note of its buyer (T97)', async () => {
  const goods = await createVariant(db)
  const owner = await createMember(db, goods.enterpriseId)
  const { number } = await pay(goods, 1)
  const { title, titleEn } = goods.product
  expect(await exported(owner)).toEqual([
    `${number},2026-11-20 09:00,等待发货,赵晓梅,北京市 海淀区,${title},1kg,1,常温,20,0,`,
  ])
  const [line] = await exported(owner, 'stand=all', 'en')
  expect(line).toContain(titleEn)
  for (const words of [title, '13800138000', '1 号楼', '留言']) expect(line).not.toContain(words)
})

test('a file has the orders that the list shows, and none of another enterprise (T44)', async () => {
  const goods = await createVariant(db)
  const owner = await createMember(db, goods.enterpriseId)
  const waiting = await pay(goods, 1)
  const sent = await pay(goods, 2, { orderStatus: 'completed' })
  await pay(await createVariant(db), 3)
  await createOrderGroup(db, { status: 'awaiting-payment', orderStatus: 'awaiting-payment', goods })
  const numbers = async (query: string) => (await exported(owner, query)).map((line) => line.split(',')[0])
  expect(await numbers('stand=all')).toEqual([sent.number, waiting.number])
  expect(await numbers('')).toEqual([waiting.number])
  expect(await numbers('stand=shipped')).toEqual([sent.number])
  expect(await numbers(`stand=all&q=${waiting.number}`)).toEqual([waiting.number])
  expect(await numbers('storage=frozen')).toEqual([])
})

test('whoever takes a file of orders is noted, with what was in it (T97, T106)', async () => {
  const goods = await createVariant(db)
  const owner = await createMember(db, goods.enterpriseId)
  await pay(goods, 1)
  await exported(owner, 'stand=all&storage=frozen')
  const rows = await db.auditEntry.findMany({ where: { enterpriseId: goods.enterpriseId } })
  expect(rows).toMatchObject([
    {
      action: 'export-orders',
      staffId: owner.staff.staffId,
      subjectKind: 'enterprise',
      subjectId: owner.slug,
      after: { stand: 'all', storage: 'frozen', number: '' },
    },
  ])
})

test("a buyer's name that would be a formula is a text (T67)", async () => {
  const goods = await createVariant(db)
  const owner = await createMember(db, goods.enterpriseId)
  await pay(goods, 1, { recipient: '=HYPERLINK("http://evil.test")' })
  const [line] = await exported(owner)
  expect(line).toContain(`"'=HYPERLINK(""http://evil.test"")"`)
})

test('an export longer than what is read at once has every order once, also of one instant (T71)', async () => {
  const goods = await createVariant(db)
  const owner = await createMember(db, goods.enterpriseId)
  const first = await pay(goods, 1, { status: 'awaiting-payment', orderStatus: 'cancelled' })
  const copies = 1_200
  for (const [table, row, changes] of copied)
    await database.pool.query(
      `INSERT INTO ${table} SELECT made.*
       FROM order_group g JOIN shop_order o ON o.group_id = g.id JOIN order_line l ON l.order_id = o.id,
         generate_series(1, $1::int) n, jsonb_populate_record(${row}, jsonb_build_object(${changes})) made
       WHERE o.id = $2`,
      [copies, first.id],
    )
  const lines = await exported(owner)
  expect(lines).toHaveLength(copies + 1)
  expect(new Set(lines).size).toBe(copies + 1)
})

/** Ten orders a second. */
const copied = [
  [
    'order_group',
    'g',
    `'id', md5('group' || n), 'number', 'G' || n, 'token', md5('token' || n), 'idempotency_key', n,
     'paid_at', g.paid_at + n / 10 * interval '1 second'`,
  ],
  ['shop_order', 'o', `'id', md5('order' || n), 'group_id', md5('group' || n), 'number', 'O' || n`],
  ['order_line', 'l', `'id', md5('line' || n), 'order_id', md5('order' || n)`],
] as const
