import type { Pool } from 'pg'
import { expect, test } from 'vitest'
import { cancelGroup } from '#app/domain/orders/cancel-group.server.ts'
import { after, minute } from '#app/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { openSession, openTill, placeAndOpen } from '#tests/support/till.ts'
import { expireGroup } from './sweep-payments.server.ts'

const till = await openTill(await useDatabase())
const { db } = till

/** The till of which, once the group's session is closed, another tab opens the next, before the goods are released. */
function withHasteIn(groupId: string) {
  let isOpened = false
  const pool: Pool = Object.create(till.pool, { query: { value: till.pool.query.bind(till.pool) } })
  pool.connect = async () => {
    const open = await db.payment.count({ where: { groupId, status: 'open' } })
    if (open === 0 && !isOpened) {
      isOpened = true
      await openSession(till, groupId)
    }
    return till.pool.connect()
  }
  return { ...till, pool }
}

async function readGroup(groupId: string) {
  const { status, holds, payments } = await db.orderGroup.findUniqueOrThrow({
    where: { id: groupId },
    include: { holds: true, payments: { orderBy: { attempt: 'asc' } } },
  })
  return [status, holds[0]?.status, payments.map((payment) => payment.status)]
}

const whole = ['awaiting-payment', 'held', ['expired', 'open']]

test('goods that somebody has begun to pay for again are not released by a cancelling (T24)', async () => {
  const { groupId } = await placeAndOpen(till)
  expect(await cancelGroup(withHasteIn(groupId), groupId)).toMatchObject({ code: 'payment-in-progress' })
  expect(await readGroup(groupId)).toEqual(whole)
})

test('nor by a sweep whose clock says that their time is over (T22)', async () => {
  const { groupId } = await placeAndOpen(till)
  const { expiresAt } = await db.orderGroup.findUniqueOrThrow({ where: { id: groupId } })
  const clock = { now: () => after(expiresAt, minute) }
  expect(await expireGroup({ ...withHasteIn(groupId), clock }, groupId)).toBe(false)
  expect(await readGroup(groupId)).toEqual(whole)
})
