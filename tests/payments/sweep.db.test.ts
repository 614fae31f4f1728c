import { expect, test } from 'vitest'
import { sweepPayments } from '#app/domain/payments/sweep-payments.server.ts'
import { minute } from '#app/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { openTill, placeAndOpen } from '#tests/support/till.ts'

const till = await openTill(await useDatabase())
const { db, sandbox, clock } = till

const countByStatus = async () => {
  const groups = await db.orderGroup.groupBy({ by: ['status'], _count: true })
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count]))
}
const askedOf = (sessionId: string) =>
  sandbox.requests().filter(({ path }) => path === `/v1/checkout/sessions/${sessionId}`).length

test('a payment that nobody reported is found by the next sweep, however many wait before it (T19)', async () => {
  const orders: Array<Awaited<ReturnType<typeof placeAndOpen>>> = []
  for (let count = 0; count < 105; count += 1) orders.push(await placeAndOpen(till))
  sandbox.pay(orders.at(-1)!.sessionId, { method: 'wechat_pay' })
  clock.pass(minute)
  sandbox.clearRequests()
  await Promise.all([sweepPayments(till), sweepPayments(till), sweepPayments(till)])
  expect(await countByStatus()).toEqual({ 'awaiting-payment': 104, paid: 1 })
  for (const { sessionId } of orders) expect(askedOf(sessionId), 'three sweeps share the work').toBe(1)
})

test('a sweep that is told to stop leaves the rest to the next (T32)', async () => {
  clock.pass(42 * minute)
  const stopping = new AbortController()
  sandbox.clearRequests()
  const sweep = sweepPayments(till, stopping.signal)
  stopping.abort()
  await sweep
  expect(sandbox.requests()).toEqual([])
  clock.pass(minute)
  await sweepPayments(till)
  expect(await countByStatus()).toEqual({ expired: 104, paid: 1 })
})

test('what the provider does not answer for is not released, and holds nothing else up (T22)', async () => {
  const [first, second] = [await placeAndOpen(till), await placeAndOpen(till)]
  clock.pass(42 * minute)
  // Both when they are looked at, and one when it is to be closed.
  sandbox.addFault({ operation: '*', kind: 'status', status: 429, times: 3 })
  await sweepPayments(till)
  const statusOf = async (id: string) => (await db.orderGroup.findUniqueOrThrow({ where: { id } })).status
  expect([await statusOf(first.groupId), await statusOf(second.groupId)].sort()).toEqual([
    'awaiting-payment',
    'expired',
  ])
  clock.pass(minute)
  await sweepPayments(till)
  expect(await countByStatus()).toEqual({ expired: 106, paid: 1 })
})
