import { expect, test } from 'vitest'
import { findOrderGroup } from '#app/domain/orders/order-views.server.ts'
import { placePaidGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { createMember } from '#tests/support/staff.ts'
import { correctTracking } from './correct-tracking.server.ts'
import { shipParcel } from './ship-parcel.server.ts'

const database = await useDatabase()
const { db } = database
const shop = shopServices(database)
const wrong = { trackingNumber: 'SF1234567890123', courier: 'SF' as const }
const right = { trackingNumber: 'YT1234567890123', courier: 'YTO' as const, reason: '抄错了单号' }

/** An order that is ready to leave. */
async function sell() {
  const { sku, enterpriseId } = await createVariant(db)
  const { groupId, token } = await placePaidGroup(shop, { sku, quantity: 1 })
  const { number, parcels } = await db.order.findFirstOrThrow({
    where: { groupId },
    include: { parcels: true },
  })
  return { token, number, parcelId: parcels[0]!.id, shipper: await createMember(db, enterpriseId, 'shipper') }
}

test('a wrong number is corrected: the buyer sees the right one and is told, the audit has both and the reason (T106)', async () => {
  const { token, number, parcelId, shipper } = await sell()
  expect(await correctTracking(shop, shipper, number, { ...right, parcelId })).toEqual({
    ok: false,
    code: 'not-found',
  })
  await shipParcel(shop, shipper, { ...wrong, parcelId })
  expect(await correctTracking(shop, shipper, number, { ...right, parcelId })).toEqual({
    ok: true,
    value: null,
  })
  const group = (await findOrderGroup(shop, token, 'zh'))!
  expect(group.orders[0]?.parcels[0]).toMatchObject({ trackingNumber: 'YT1234567890123', courier: 'YTO' })
  expect(group.events.map(({ kind }) => kind).slice(-2)).toEqual(['shipped', 'tracking-corrected'])
  expect(await db.outboxMessage.count({ where: { kind: 'tracking-corrected' } })).toBe(1)
  const entry = await db.auditEntry.findFirstOrThrow({
    where: { action: 'correct-tracking', subjectId: number },
  })
  const { reason, ...after } = right
  expect(entry).toMatchObject({ actor: shipper.staff.name, reason, before: wrong, after })
})

test('the same number changes nothing, and a parcel of another enterprise does not exist (T43)', async () => {
  const [mine, theirs] = [await sell(), await sell()]
  for (const { shipper, parcelId } of [mine, theirs]) await shipParcel(shop, shipper, { ...wrong, parcelId })
  const same = { ...wrong, reason: '再确认一次', parcelId: mine.parcelId }
  expect(await correctTracking(shop, mine.shipper, mine.number, same)).toMatchObject({
    code: 'nothing-changed',
  })
  const foreign = { ...right, parcelId: theirs.parcelId }
  for (const number of [mine.number, theirs.number])
    expect(await correctTracking(shop, mine.shipper, number, foreign)).toMatchObject({ code: 'not-found' })
  expect(
    await db.parcel.count({ where: { trackingNumber: right.trackingNumber, id: theirs.parcelId } }),
  ).toBe(0)
})
