import { expect, test } from 'vitest'
import type { OrganizerRole } from '#app/domain/staff/roles.ts'
import { openStaffSession } from '#app/domain/staff/sessions.server.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { useDatabase } from '#tests/support/database.ts'
import { openPages } from '#tests/support/pages.ts'
import { listRoutes } from '#tests/support/routes.ts'
import { createStaff } from '#tests/support/staff.ts'

const database = await useDatabase({ seeded: true })
const { db } = database
const { ask, services } = openPages(database)
const routes = await listRoutes()
const contract = await db.contract.findFirstOrThrow({ where: { status: 'verified', kind: 'framework' } })

async function post(role: OrganizerRole, fields: Record<string, string>): Promise<number | undefined> {
  const { staffId } = await createStaff(db, role)
  const session = { staffId, isVerified: true, device: 'test' }
  const cookie = `staff=${await openStaffSession(db, services.clock, session)}`
  const leaf = routes.find(({ pattern }) => pattern === '/organizer/contracts/:contract')
  if (!leaf) throw new Error('no such route')
  const body = new URLSearchParams(fields)
  const address = `http://localhost:3000/organizer/contracts/${contract.id}`
  return (await ask(leaf, new Request(address, { method: 'POST', headers: { cookie }, body })))?.status
}

const payment = () => ({
  intent: 'fulfil',
  key: timeOrderedId(services.clock.now()),
  kind: 'payment',
  amount: '100',
  on: '2026-11-20',
})

test('finance records that the money of a contract has come, whoever records contracts does, and a viewer does not', async () => {
  expect(await post('finance', payment())).toBe(200)
  expect(await post('exhibition-staff', payment())).toBe(200)
  expect(await post('viewer', payment())).toBe(403)
  expect(await db.contractFulfilment.count({ where: { contractId: contract.id, amountFen: 10_000n } })).toBe(
    2,
  )
})

test('a contract that somebody else recorded is cancelled by who verifies, not by who records', async () => {
  const cancelled = { intent: 'cancel', reason: '双方协商解除' }
  expect(await post('viewer', cancelled)).toBe(403)
  expect(await post('exhibition-staff', cancelled)).toBe(409)
  expect(await post('finance', cancelled)).toBe(200)
})
