import { expect, test } from 'vitest'
import { messagesFor } from '#app/messages/messages.server.ts'
import { createPool } from '#app/platform/db.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { formOf } from '#tests/support/forms.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { correctReference } from './correct-reference.server.ts'
import { listAllStatements } from './list-all-statements.server.ts'
import { findPayout, markAllPaid } from './mark-paid.server.ts'
import { answerPayout } from './pay-statement.server.ts'
import { writePayouts } from './payout-file.server.ts'

// Statements of no order: their sums are not what is tested.
const database = await useDatabase({ poolSize: 20, checksBooks: false })
const { db, pool } = database
const clock = movableClock()
const shop = { pool, clock }
const [finance, colleague] = [await createOrganizer(db, 'finance'), await createOrganizer(db, 'finance')]

async function close(count: number, netFen = 100): Promise<Array<string>> {
  const ids = []
  for (let made = 0; made < count; made += 1) {
    const { enterpriseId } = await createVariant(db)
    const sums = {
      itemsFen: Math.max(netFen, 0),
      shippingFen: 0,
      refundsFen: Math.max(-netFen, 0),
      feeFen: 0,
      netFen,
    }
    const closed = { closedAt: clock.now(), closedBy: finance.staff.staffId }
    const data = { enterpriseId, period: '2026-10', ...sums, ...closed }
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

test('what an enterprise owes is in a list of its own, is never paid out, and is marked as recovered', async () => {
  const [due, owed] = [await close(1), await close(1, -300)]
  const list = async (paid: 'unpaid' | 'owed') =>
    (await listAllStatements(shop, finance, { period: '', paid, after: null })).items.map(({ id }) => id)
  expect(await list('unpaid')).toContain(due[0])
  expect(await list('unpaid')).not.toContain(owed[0])
  expect(await list('owed')).toEqual(owed)
  // Ticked together by a hand-made form, only those of the direction are marked.
  await answerPayout(shop, finance, payForm([...due, ...owed]))
  expect([await references(due), await references(owed)]).toEqual([['HD20261103-0001'], [null]])
  const recovered = payForm(owed, 'SK20261103-0001')
  recovered.set('direction', 'recover')
  expect(await answerPayout(shop, finance, recovered)).toEqual({ done: clock.now() })
  expect(await references(owed)).toEqual(['SK20261103-0001'])
  expect([await auditOf('mark-recovered', owed), await auditOf('mark-paid', owed)]).toEqual([1, 0])
})

test('a mistyped reference is corrected with its reason, in the audit log; of two the second is told', async () => {
  const [id = ''] = await close(1)
  await answerPayout(shop, finance, payForm([id], 'HD2O261103'))
  const correction = { id, was: 'HD2O261103', reference: 'HD20261103', reason: '字母 O 写成了数字' }
  expect(await correctReference(shop, colleague, { ...correction, was: 'HD' })).toMatchObject({
    code: 'changed-meanwhile',
  })
  expect(await correctReference(shop, colleague, { ...correction, reference: 'HD2O261103' })).toMatchObject({
    code: 'same-reference',
  })
  expect(await correctReference(shop, colleague, correction)).toMatchObject({ ok: true })
  expect(await correctReference(shop, finance, correction)).toMatchObject({ code: 'changed-meanwhile' })
  const [row] = await read([id])
  expect(row).toMatchObject({ paidReference: 'HD20261103', paidBy: finance.staff.staffId })
  const entry = await db.auditEntry.findFirstOrThrow({
    where: { action: 'correct-reference', subjectId: id },
  })
  expect(entry).toMatchObject({
    before: { reference: 'HD2O261103' },
    after: { reference: 'HD20261103' },
    reason: correction.reason,
  })
  expect(await correctReference(shop, finance, { ...correction, id: (await close(1))[0]! })).toMatchObject({
    code: 'changed-meanwhile',
  })
})

test('the bank’s list has what is ticked, or all that is due, and nothing that is paid or owed', async () => {
  await db.statement.updateMany({
    where: { paidAt: null },
    data: { paidAt: clock.now(), paidBy: finance.staff.staffId, paidReference: 'before' },
  })
  const [first, second] = await close(2, 123_456)
  const owed = await close(1, -300)
  const sheet = async (ids: ReadonlyArray<string>) => {
    const text = new TextDecoder().decode(await writePayouts(shop, finance, ids, messagesFor('zh'), 'csv'))
    return text.trim().split('\r\n').slice(1)
  }
  const { enterprise } = await db.statement.findUniqueOrThrow({
    where: { id: first! },
    include: { enterprise: true },
  })
  const [line, ...more] = await sheet([first!, ...owed])
  expect(more).toEqual([])
  expect(line).toContain(enterprise.name)
  expect(line).toContain(enterprise.creditCode ?? '')
  expect(line).toContain('1234.56')
  expect(line).toContain('赤峰好物2026 年 10 月结算款')
  expect(await sheet([])).toHaveLength(2)
  await answerPayout(shop, finance, payForm([second!]))
  expect(await sheet([])).toEqual([line])
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
      markAllPaid(services, finance, { ids: half, direction: 'pay', reference: `TRANSFER-${index}` }),
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
