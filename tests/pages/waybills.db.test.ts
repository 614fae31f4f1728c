import { expect, test } from 'vitest'
import { openStaffSession } from '#app/domain/staff/sessions.server.ts'
import { createLimits } from '#app/platform/limits.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createOrderGroup, createVariant } from '#tests/support/goods.ts'
import { openPages } from '#tests/support/pages.ts'
import { listRoutes } from '#tests/support/routes.ts'
import { createMember } from '#tests/support/staff.ts'

const database = await useDatabase()
const { db, pool } = database
const { services, ask } = openPages(database)
services.limits = createLimits(pool)
const leaf = (await listRoutes()).find(({ pattern }) => pattern.endsWith('/waybills/:file'))!

/** Somebody with one order to send, as a function that sends the form of the page for waybills. */
async function openSeller() {
  const goods = await createVariant(db)
  const { id, orders } = await createOrderGroup(db, { orderStatus: 'to-ship', goods })
  await db.orderGroup.update({ where: { id }, data: { paidAt: new Date('2026-11-20T01:00:00Z') } })
  const { staff, slug } = await createMember(db, goods.enterpriseId, 'shipper')
  const session = { staffId: staff.staffId, isVerified: true, device: 'test' }
  const cookie = `staff=${await openStaffSession(db, services.clock, session)}`
  return async (form: Record<string, string>) => {
    const body = new URLSearchParams({ order: orders[0]!.number, back: '?storage=ambient', ...form })
    const address = `http://localhost:3000/enterprise/${slug}/orders/waybills/waybills.csv`
    return (await ask(leaf, new Request(address, { method: 'POST', headers: { cookie }, body })))!
  }
}

test('without a reason there is no file, but the question again with what the list showed', async () => {
  const send = await openSeller()
  const answer = await send({ reason: '打单' })
  expect(answer.status).toBe(302)
  expect(answer.headers.get('Location')).toMatch(/\/orders\/waybills\?storage=ambient&failure=reason-needed$/)
  expect(await db.auditEntry.count({ where: { action: 'take-waybill' } })).toBe(0)
})

test('an enterprise takes twenty files a day, and another its own', async () => {
  const [send, other] = [await openSeller(), await openSeller()]
  const reason = '打印今天的快递面单'
  for (let file = 0; file < 20; file += 1) {
    const answer = await send({ reason })
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="waybills.csv"')
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
  }
  expect((await send({ reason })).status).toBe(429)
  expect((await other({ reason })).status).toBe(200)
})
