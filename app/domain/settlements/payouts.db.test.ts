import { expect, test } from 'vitest'
import { createPool } from '#app/platform/db.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { formOf } from '#tests/support/forms.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { findPayout, markAllPaid } from './mark-paid.server.ts'
import { answerPayout } from './pay-statement.server.ts'

// Statements of nothing: their sums are not what is tested.
const database = await useDatabase({ poolSize: 20, checksBooks: false })
const { db, pool } = database
const clock = movableClock()
const shop = { pool, clock }
const [finance, colleague] = [await createOrganizer(db, 'finance'), await createOrganizer(db, 'finance')]

async function close(count: number): Promise<Array<string>> {
  const ids = []
  for (let made = 0; made < count; made += 1) {
    const { enterpriseId } = await createVariant(db)
    const nothing = { itemsFen: 0, shippingFen: 0, refundsFen: 0, feeFen: 0, netFen: 0 }
    const closed = { closedAt: clock.now(), closedBy: finance.staff.staffId }
    const data = { enterpriseId, period: '2026-10', ...nothing, ...closed }
    ids.push((await db.statement.create({ data })).id)
  }
  return ids
}

function payForm(ids: ReadonlyArray<string>, reference = 'HD20261103-0001'): FormData {
  const form = formOf({ reference })
  for (const id of ids) form.append('statement', id)
  return form
}
const undoForm = (paidAt: Date) => formOf({ intent: 'undo', paidAt: paidAt.toISOString() })
const read = (ids: ReadonlyArray<string>) =>
  db.statement.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } })
const references = async (ids: ReadonlyArray<string>) => (await read(ids)).map((row) => row.paidReference)
const auditOf = (action: string, ids: ReadonlyArray<string>) =>
  db.auditEntry.count({ where: { action, subjectId: { in: [...ids] } } })

test('one transfer pays several statements: each has its reference and its row in the audit log; again marks nothing', async () => {
  const ids = await close(3)
  const [paid, waiting] = [ids.slice(0, 2), ids.slice(2)]
  const answer = await answerPayout(shop, finance, payForm(paid))
  expect(answer).toEqual({ done: clock.now() })
  expect(await references(paid)).toEqual(['HD20261103-0001', 'HD20261103-0001'])
  expect(await references(waiting)).toEqual([null])
  expect(await auditOf('mark-paid', ids)).toBe(2)
  clock.pass(1_000)
  expect(await answerPayout(shop, colleague, payForm(paid, 'HD20261103-0002'))).toEqual({
    failure: 'already-paid',
  })
  // Of those that are new the rest is marked all the same.
  expect(await answerPayout(shop, colleague, payForm(ids, 'HD20261103-0003'))).toEqual({ done: clock.now() })
  expect(await references(paid)).toEqual(['HD20261103-0001', 'HD20261103-0001'])
  expect(await references(waiting)).toEqual(['HD20261103-0003'])
  expect(await auditOf('mark-paid', ids)).toBe(3)
})

test('within a minute it is taken back, by who did it, that act and no other, once', async () => {
  const [first, second] = [await close(2), await close(1)]
  const paidAt = clock.now()
  await answerPayout(shop, finance, payForm(first))
  await answerPayout(shop, colleague, payForm(second))
  expect(await findPayout(shop, finance, paidAt)).toEqual({ count: 2, isFresh: true })
  clock.pass(59_000)
  expect(await answerPayout(shop, finance, undoForm(paidAt))).toEqual({ done: 'undone' })
  expect(await read(first)).toMatchObject([
    { paidAt: null, paidBy: null, paidReference: null },
    { paidAt: null, paidBy: null, paidReference: null },
  ])
  expect(await references(second)).toEqual(['HD20261103-0001'])
  expect(await answerPayout(shop, finance, undoForm(paidAt))).toEqual({ done: 'undone' })
  expect(await auditOf('unmark-paid', [...first, ...second])).toBe(2)
  clock.pass(1_000)
  expect(await answerPayout(shop, colleague, undoForm(paidAt))).toEqual({ failure: 'too-late' })
  expect(await references(second)).toEqual(['HD20261103-0001'])
})

test.each([
  ['nothing is ticked', [], 'HD20261103-0001', { statement: 'statements-required' }],
  [
    'the reference is short',
    ['00000000-0000-4000-8000-000000000000'],
    'HD',
    { reference: 'reference-required' },
  ],
  ['what is ticked is no statement', ['x'], 'HD20261103-0001', { statement: 'statements-required' }],
])('where %s, the form says so and keeps the ticks', async (_what, ids, reference, errors) => {
  expect(await answerPayout(shop, finance, payForm(ids, reference))).toMatchObject({ form: { errors } })
})

/** Four clerks mark overlapping halves of twenty statements at once, each by a transfer of their own. */
async function payAtOnce(services: typeof shop) {
  const ids = await close(20)
  const halves = [
    ids.slice(0, 12),
    ids.slice(8),
    ids.toReversed().slice(0, 12),
    ids.filter((_, at) => at % 2),
  ]
  const answers = await Promise.all(
    halves.map((half, index) =>
      markAllPaid(services, finance, { ids: half, reference: `TRANSFER-${index}` }),
    ),
  )
  return { ids, marked: answers.reduce((sum, { count }) => sum + count, 0) }
}

test('of clerks who tick the same statements at once each marks what the others have not', async () => {
  const { ids, marked } = await payAtOnce(shop)
  expect(marked).toBe(20)
  expect(await auditOf('mark-paid', ids)).toBe(20)
})

test('control: without the guard one is marked by several transfers', async () => {
  const bare = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 10 })
  const unmet = editSql(bare, [['AND paid_at IS NULL ORDER BY', 'ORDER BY']])
  const { marked } = await payAtOnce({ ...shop, pool: bare })
  await bare.end()
  expect([...unmet]).toEqual([])
  expect(marked).toBeGreaterThan(20)
})
