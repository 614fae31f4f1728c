import { expect, test } from 'vitest'
import { findOrganizerTodos } from '#app/domain/enterprises/organizer-todos.server.ts'
import { appendEntries } from '#app/domain/sales/append-entries.server.ts'
import { day } from '#app/kernel/clock.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { boothEntry, createFair } from '#tests/support/fairs.ts'
import { createOrderGroup, createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { closePeriod, findNextPeriod } from './close-period.server.ts'

const { db, pool } = await useDatabase()
const clock = movableClock()
const services = { pool, clock }
const finance = await createOrganizer(db, 'finance')

async function toClose(): Promise<number> {
  return (await findOrganizerTodos(services, finance)).find(({ kind }) => kind === 'closing')?.count ?? 0
}

test('the first month to close is that of the first line of a statement, not of a fair of years ago', async () => {
  const goods = await createVariant(db)
  const fair = await createFair(db)
  const at = { exhibitionId: fair.id, enterpriseId: goods.enterpriseId, variantId: goods.id }
  const occurredAt = new Date('2023-11-24T05:00:00Z')
  await withTransaction(pool, (tx) => appendEntries(tx, clock.now(), [{ ...boothEntry(at), occurredAt }]))
  expect(await findNextPeriod(services)).toBeNull()
  expect(await toClose()).toBe(0)
  // Paid for on 20 November 2026.
  await createOrderGroup(db)
  expect(await findNextPeriod(services)).toEqual({ period: '2026-11', isOver: false, ended: 0 })
})

test('every month that is over and not closed is a to-do of finance, and of nobody else', async () => {
  expect(await toClose()).toBe(0)
  clock.pass(10 * day)
  expect(await toClose()).toBe(1)
  clock.pass(62 * day)
  expect(await toClose()).toBe(3)
  const city = await findOrganizerTodos(services, await createOrganizer(db, 'city-organizer'))
  expect(city.map(({ kind }) => kind)).not.toContain('closing')
  expect(await closePeriod(services, finance, '2026-11')).toMatchObject({ ok: true })
  expect(await toClose()).toBe(2)
})

test('a closing that was begun is gone on with, also when its first lines are in statements already', async () => {
  await db.statementPeriod.deleteMany()
  await db.statementPeriod.create({
    data: { period: '2026-11', startedAt: clock.now(), startedBy: finance.staff.staffId },
  })
  expect(await findNextPeriod(services)).toMatchObject({ period: '2026-11' })
})
