import { expect, test } from 'vitest'
import { recordSales } from '#app/domain/booths/record-sales.server.ts'
import { checkStock } from '#app/domain/stock/check-stock.server.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { createBooth, phoneSale } from '#tests/support/booths.ts'
import { placePaidGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { formOf } from '#tests/support/forms.ts'
import { createVariant } from '#tests/support/goods.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { alarmKinds } from './alarm.ts'
import { raiseAlarm } from './alarms.server.ts'
import { listAlarms } from './list-alarms.server.ts'
import { settleAlarm } from './settle-alarm.server.ts'

// The stock is made not to add up.
const database = await useDatabase({ checksBooks: false })
const { db } = database
const shop = shopServices(database)
shop.clock.set(new Date('2026-11-24T10:00:00Z'))
const finance = await createOrganizer(db, 'finance')

const open = async () => (await listAlarms(shop, finance, 'zh', 'open', null)).items
const settled = async () => (await listAlarms(shop, finance, 'zh', 'settled', null)).items

const settleForm = ({ id, raisedAt }: { id: string; raisedAt: Date }, note: string) =>
  formOf({ id, raisedAt: raisedAt.toISOString(), note })

test('what a booth sold past its pool is shown with whose goods it is, until somebody says what was done', async () => {
  const booth = await createBooth(db, { free: 1 })
  const staff = await createOrganizer(db, 'exhibition-staff')
  await recordSales(shop, staff, {
    sentAt: shop.clock.now().toISOString(),
    sales: [phoneSale(booth, { pieces: 3 })],
  })
  const { enterpriseId } = booth.goods
  const { slug, name } = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })
  const [alarm] = await open()
  expect(alarm).toMatchObject({ kind: 'pool-short', detail: { missing: 2 }, enterprise: { slug, name } })
  expect(alarm!.goods).not.toBeNull()

  expect(await settleAlarm(shop, finance, settleForm(alarm!, ' '))).toMatchObject({
    id: alarm!.id,
    errors: { note: 'alarm-note-required' },
  })
  expect(await settleAlarm(shop, finance, settleForm(alarm!, '企业已补货 2 件'))).toBeNull()
  expect([await open(), (await settled()).map(({ id }) => id)]).toEqual([[], [alarm!.id]])
  const entry = await db.auditEntry.findFirstOrThrow({ where: { action: 'settle-alarm' } })
  expect(entry).toMatchObject({ staffId: finance.staff.staffId, reason: '企业已补货 2 件' })
})

test('an alarm that came again since the page was opened is not settled by it', async () => {
  const { id: variantId } = await createVariant(db)
  await db.stock.updateMany({ where: { variantId }, data: { free: { increment: 1 } } })
  await checkStock(shop)
  const [seen] = await open()
  expect(seen).toMatchObject({ kind: 'stock-difference', detail: { physical: 10, free: 11 } })
  expect(await settleAlarm(shop, finance, settleForm(seen!, '已盘点'))).toBeNull()
  shop.clock.pass(60_000)
  await checkStock(shop)
  expect(await settleAlarm(shop, finance, settleForm(seen!, '已盘点'))).toEqual({
    id: seen!.id,
    isOvertaken: true,
    values: { note: '已盘点' },
    errors: { note: 'changed-meanwhile' },
  })
  const [again] = await open()
  expect(again!.id).toBe(seen!.id)
  expect(await settleAlarm(shop, finance, settleForm(again!, '再次盘点'))).toBeNull()
})

test('every kind is listed, twenty a page, and those of money by the order', async () => {
  const { groupId } = await placePaidGroup(shop, { sku: (await createVariant(db)).sku, quantity: 1 })
  const { number } = await db.orderGroup.findUniqueOrThrow({ where: { id: groupId } })
  const payment = await db.payment.findFirstOrThrow({ where: { groupId } })
  const sql = sqlOn(shop.pool)
  const references: Partial<Record<(typeof alarmKinds)[number], string>> = {
    'amount-mismatch': payment.id,
    'paid-twice': payment.id,
    'paid-after-release': groupId,
    'refund-failed': timeOrderedId(shop.clock.now()),
  }
  for (const kind of alarmKinds)
    for (const part of ['a', 'b']) {
      shop.clock.pass(1_000)
      const reference = references[kind] ?? `${kind}:${part}`
      await raiseAlarm(sql, shop.clock.now(), { kind, reference })
    }
  const first = await listAlarms(shop, finance, 'zh', 'open', null)
  const second = await listAlarms(shop, finance, 'zh', 'open', first.next)
  const all = [...first.items, ...second.items]
  expect([first.items.length, second.next]).toEqual([20, null])
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(alarmKinds))
  expect(all.filter(({ order }) => order === number).map(({ kind }) => kind)).toEqual([
    'paid-after-release',
    'paid-twice',
    'amount-mismatch',
  ])
})
