import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import type { SqlEdit } from '#tests/support/edit-sql.ts'
import { runningClock } from '#tests/support/people.ts'
import { openTill, placeAndOpen, signed } from '#tests/support/till.ts'
import { paidOnce, tracesOf } from '#tests/support/traces.ts'
import { repeats, useWorkers, type Workers } from '#tests/support/workers.ts'

// tests/shop/webhooks.shop.test.ts has the claim itself, on the whole shop.

const withoutGuards: ReadonlyArray<SqlEdit> = [
  ['WHERE id = $1::uuid FOR NO KEY UPDATE', 'WHERE id = $1::uuid'],
  ['AND status = ANY(', "AND '' <> ALL("],
]

const database = await useDatabase({ checksBooks: false })
const till = await openTill(database, { clock: runningClock() })
const { paymentsUrl } = till
const guarded = await useWorkers(database, { paymentsUrl })
const lawless = await useWorkers(database, { paymentsUrl, edits: withoutGuards })

async function ringTenTimes({ run }: Workers) {
  const { groupId, sessionId } = await placeAndOpen(till)
  till.sandbox.pay(sessionId)
  const { data } = await till.stripe.events.list({ type: 'checkout.session.completed', limit: 1 })
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, () => run('receiveEvent', ...signed(till, data[0]!))),
  )
  const failed = answers.filter(({ status }) => status === 'rejected').length
  return { failed, ...(await tracesOf(till.db, groupId)) }
}

test('one event ten times at once in two processes is one sale (T13)', { repeats }, async () => {
  expect(await ringTenTimes(guarded)).toEqual({ failed: 0, ...paidOnce })
})

test('control: it is not without the lock of the group and the condition on the old state (T13)', async () => {
  expect(await ringTenTimes(lawless)).not.toEqual({ failed: 0, ...paidOnce })
})
