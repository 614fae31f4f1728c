import { expect, test } from 'vitest'
import { day, hour, minute } from '#app/kernel/clock.ts'
import { createSmsOutbox } from '#app/platform/sms.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { placeGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { deliverOutbox } from './deliver-outbox.server.ts'
import { writeOutbox } from './outbox.server.ts'
import { purgeMessages } from './purge-messages.server.ts'

const database = await useDatabase()
const { db, pool } = database
const shop = shopServices(database)
const { clock } = shop
const services = { ...shop, sms: createSmsOutbox(db, clock) }
const unreachable = { ...shop, sms: { send: () => Promise.reject(new Error('13800138000: no route')) } }

/** An order whose buyer is to be told that it was placed, and then that it was paid. */
async function tellTwice(): Promise<string> {
  const { groupId } = await placeGroup(shop, { sku: (await createVariant(db)).sku, quantity: 1 })
  await writeOutbox(sqlOn(pool), clock.now(), {
    kind: 'order-paid',
    dedupeKey: `order-paid:${groupId}`,
    groupId,
  })
  return groupId
}

async function sentAbout(groupId: string): Promise<Array<string>> {
  const sent = await db.smsMessage.findMany({
    where: { dedupeKey: { endsWith: groupId } },
    orderBy: { id: 'asc' },
  })
  return sent.map(({ dedupeKey }) => dedupeKey.split(':')[0] ?? '')
}

test('an hour without the provider delays the messages: each is sent once, in the order of its order (T107)', async () => {
  const groups = [await tellTwice(), await tellTwice(), await tellTwice()]
  for (let minutes = 0; minutes < 60; minutes += 1) {
    await deliverOutbox(unreachable)
    clock.pass(minute)
  }
  expect(await db.smsMessage.count()).toBe(0)
  clock.pass(hour / 2)
  await Promise.all(Array.from({ length: 4 }, () => deliverOutbox(services)))
  await deliverOutbox(services)
  for (const groupId of groups) expect(await sentAbout(groupId)).toEqual(['order-placed', 'order-paid'])
  expect(await db.alarm.count()).toBe(0)
})

test('what cannot be delivered in two hours is left to a person, and says no number', async () => {
  const groupId = await tellTwice()
  for (let tries = 0; tries < 12; tries += 1) {
    await deliverOutbox(unreachable)
    clock.pass(hour / 2)
  }
  const alarms = await db.alarm.findMany({ where: { kind: 'message-undeliverable' } })
  expect(alarms.map(({ reference }) => reference)).toContain(`order-placed:${groupId}`)
  expect(JSON.stringify(alarms.map(({ detail }) => detail))).not.toContain('13800138000')
})

test('a process that is told to stop leaves the rest to the others', async () => {
  const groupId = await tellTwice()
  expect(await deliverOutbox(services, AbortSignal.abort())).toBe(0)
  await deliverOutbox(services)
  expect(await sentAbout(groupId)).toEqual(['order-placed', 'order-paid'])
})

test('phones and codes are forgotten after a week, and what was said after a quarter', async () => {
  const groupId = await tellTwice()
  await deliverOutbox(services)
  const left = async () => [
    await sentAbout(groupId),
    await db.outboxMessage.count({ where: { deliveredAt: { not: null } } }),
  ]
  clock.pass(6 * day)
  await purgeMessages(services)
  expect(await sentAbout(groupId)).toHaveLength(2)
  clock.pass(2 * day)
  await purgeMessages(services)
  expect(await left()).toEqual([[], expect.any(Number)])
  clock.pass(90 * day)
  await purgeMessages(services)
  expect(await left()).toEqual([[], 0])
})
