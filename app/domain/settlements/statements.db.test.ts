import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { refundAmount } from '#app/domain/payments/refund-amount.server.ts'
import { refundLines } from '#app/domain/payments/refund-lines.server.ts'
import { refundWhole } from '#app/domain/payments/refund-whole.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { submitRefund } from '#app/domain/payments/submit-refund.server.ts'
import { day, hour } from '#app/kernel/clock.ts'
import { fen } from '#app/kernel/money.ts'
import { createPool } from '#app/platform/db.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { placeGroup, placePaidGroup, shopServices, tally } from '#tests/support/checkout.ts'
import { countWaiting, useDatabase, withOwner } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { addUp, expectedOf, readMonth, readMonths } from '#tests/support/statements.ts'
import { checkStatements, findStatementDifferences } from './check-statements.server.ts'
import { closePeriod, findNextPeriod } from './close-period.server.ts'
import { findStatement } from './find-statement.server.ts'
import { listAllStatements, sumPeriods } from './list-all-statements.server.ts'
import { markPaid } from './mark-paid.server.ts'
import { mendLines, rebuildLines } from './rebuild-lines.server.ts'

const database = await useDatabase({ poolSize: 20 })
const { db, pool } = database
const shop = shopServices(database)
const finance = await createOrganizer(db, 'finance')
shop.clock.set(new Date('2026-01-10T04:00:00Z'))

/** An enterprise with its owner, at a fee by contract, with more stock than the tests sell. */
async function open(feeBasisPoints: number, priceFen = 1_999) {
  const goods = await createVariant(db, { free: 10_000, priceFen })
  const { enterpriseId } = goods
  await db.enterprise.update({ where: { id: enterpriseId }, data: { feeBasisPoints } })
  return { sku: goods.sku, enterpriseId, owner: await createMember(db, enterpriseId) }
}
type Enterprise = Awaited<ReturnType<typeof open>>
const enterprises = [await open(0), await open(333), await open(1_000, 5)]
const [first, second] = enterprises as [Enterprise, Enterprise]

async function buy(...sellers: ReadonlyArray<Enterprise>) {
  const { groupId } = await placePaidGroup(shop, ...sellers.map(({ sku }) => ({ sku, quantity: 3 })))
  return groupId
}
const linesOf = (groupId: string) =>
  db.orderLine.findMany({ where: { order: { groupId } }, orderBy: { id: 'asc' } })
const orderOf = (groupId: string, { enterpriseId }: Enterprise) =>
  db.order.findFirstOrThrow({ where: { groupId, enterpriseId }, include: { lines: true } })

/** To the tenth of the next month, and all months before it closed. */
async function closeMonth() {
  const next = await findNextPeriod(shop)
  if (!next) throw new Error('nothing was sold')
  if (!next.isOver) shop.clock.set(new Date(`${next.period}-28T00:00:00Z`))
  if (!next.isOver) shop.clock.pass(12 * day)
  expect(await closePeriod(shop, finance, next.period)).toEqual({ ok: true, value: null })
  return next.period
}

async function expectAgreement() {
  for (const { owner, enterpriseId } of enterprises) {
    const { fullyRefunded: _, ...expected } = await expectedOf(database, enterpriseId)
    expect(addUp(await readMonths(shop, owner))).toEqual(expected)
  }
  expect(await findStatementDifferences(sqlOn(pool))).toEqual([])
}

/** The lines that wait, as they were booked one by one, are those that the ledger gives at once. */
async function expectSameRebuilt() {
  const kept = await db.unsettledLine.findMany({ orderBy: { reference: 'asc' } })
  expect(await rebuildLines(shop)).toBe(kept.length)
  expect(await db.unsettledLine.findMany({ orderBy: { reference: 'asc' } })).toEqual(kept)
}

test('a refund of one enterprise’s line changes its statement only; the platform’s total is their sum (T41)', async () => {
  const groupId = await buy(first, second)
  const period = '2026-01'
  const before = await readMonth(shop, first.owner, period)
  shop.clock.pass(hour)
  const { id: lineId } = (await orderOf(groupId, second)).lines[0]!
  const [seller] = [await readMonth(shop, second.owner, period)]
  await refundLines(shop, { groupId, key: 'one', reason: 'after-sale', lines: [{ lineId, quantity: 1 }] })
  expect(await readMonth(shop, first.owner, period)).toEqual(before)
  const after = await readMonth(shop, second.owner, period)
  expect(after.statement.refundsFen - seller.statement.refundsFen).toBe(1_999)
  expect(after.lines.map((line) => line.kind)).toEqual(['sale', 'refund'])
  await expectAgreement()

  await closeMonth()
  const months = await Promise.all(enterprises.map(({ owner }) => readMonths(shop, owner)))
  const closed = months.flat().filter((month) => month.period === period)
  const total = (await sumPeriods(shop, finance)).find((each) => each.period === period)!
  expect(closed.map((month) => month.state)).toEqual(['closed', 'closed'])
  expect(addUp([total])).toEqual(addUp(closed))
})

test('an order that is refunded whole leaves nothing to be paid, neither fee nor shipping (T41)', async () => {
  const groupId = await buy(second)
  const [before] = await readMonths(shop, second.owner)
  shop.clock.pass(hour)
  await refundWhole(shop, { groupId, key: 'all', reason: 'goodwill' })
  const [after] = await readMonths(shop, second.owner)
  const { totalFen, number } = await orderOf(groupId, second)
  expect(after!.refundsFen - before!.refundsFen).toBe(totalFen)
  const { lines } = await readMonth(shop, second.owner, after!.period)
  const ofOrder = lines.filter((line) => line.orderNumber === number)
  expect(ofOrder.map((line) => line.kind)).toEqual(['sale', 'refund'])
  expect(ofOrder.reduce((sum, line) => sum + line.netFen, 0)).toBe(0)
  expect(ofOrder.reduce((sum, line) => sum + line.feeFen, 0)).toBe(0)
  await expectAgreement()
})

test('a closed month keeps its figures; a later refund falls into the next, one sent back by the bank into its own', async () => {
  const groupId = await buy(first)
  const period = await closeMonth()
  const closed = await readMonth(shop, first.owner, period)
  await refundWhole(shop, { groupId, key: 'late', reason: 'after-sale' })
  expect(await readMonth(shop, first.owner, period)).toEqual(closed)
  const later = await closeMonth()
  const { totalFen } = await orderOf(groupId, first)
  expect((await readMonth(shop, first.owner, later)).statement).toMatchObject({
    refundsFen: totalFen,
    netFen: -totalFen,
  })

  const { id, providerRefundId } = await db.refund.findFirstOrThrow({ where: { groupId } })
  shop.payments.settleRefund(providerRefundId!, 'failed')
  await submitRefund(shop, id)
  const back = await closeMonth()
  const month = await readMonth(shop, first.owner, back)
  expect(month.lines.map((line) => line.kind)).toEqual(['correction'])
  expect(month.statement).toMatchObject({ refundsFen: -totalFen, netFen: totalFen })
  await expectAgreement()
})

test('the shop has no right to change what was closed', async () => {
  const change = (column: string) => pool.query(`UPDATE statement SET ${column} = ${column}`)
  await expect(change('net_fen')).rejects.toThrow('permission denied')
  await expect(pool.query('DELETE FROM statement_line')).rejects.toThrow('permission denied')
  await expect(pool.query('UPDATE statement_line SET net_fen = 0')).rejects.toThrow('permission denied')
  await expect(change('paid_reference')).resolves.toBeDefined()
})

test('months are closed in their order, when they are over, and again without effect', async () => {
  await buy(first)
  const next = (await findNextPeriod(shop))!
  expect(next.isOver).toBe(false)
  expect(await closePeriod(shop, finance, next.period)).toEqual({ ok: false, code: 'not-over' })
  expect(await closePeriod(shop, finance, '2031-01')).toEqual({ ok: false, code: 'not-next' })
  const period = await closeMonth()
  const audited = { where: { action: 'close-statements', subjectId: period } }
  expect(await closePeriod(shop, finance, period)).toEqual({ ok: false, code: 'already-closed' })
  expect(await db.auditEntry.count(audited)).toBe(1)
})

test('what is under way while its month is closed is in the next, once', async () => {
  const { groupId } = await placeGroup(shop, { sku: first.sku, quantity: 1 })
  await openPayment(shop, groupId)
  shop.payments.pay(groupId)
  const period = (await findNextPeriod(shop))!.period
  // The settling reads its clock, then waits for the group: the month ends, and is closed, in between.
  const client = await pool.connect()
  await client.query('BEGIN')
  await client.query('SELECT FROM order_group WHERE id = $1 FOR UPDATE', [groupId])
  const settling = settleGroup(shop, groupId)
  await expect.poll(() => countWaiting(database.ownerUrl)).toBe(1)
  expect(await closeMonth()).toBe(period)
  await client.query('COMMIT')
  client.release()
  await settling
  const { number } = await orderOf(groupId, first)
  const later = await closeMonth()
  const { lines } = await readMonth(shop, first.owner, later)
  expect(lines.map((line) => line.orderNumber)).toEqual([number])
  expect(lines[0]!.occurredAt < new Date(`${later}-01T00:00:00+08:00`)).toBe(true)
  await expectAgreement()
})

/** Eight clerks close the month at once, while the enterprises go on selling and giving back. */
async function closeAtOnce(closing: Pick<typeof shop, 'pool' | 'clock'>) {
  const groups = await Promise.all([buy(...enterprises), buy(first, second), buy(second)])
  const { period } = (await findNextPeriod(shop))!
  shop.clock.set(new Date(`${period}-28T00:00:00Z`))
  shop.clock.pass(12 * day)
  // All of them have looked for the statement before the first may write it.
  const answers = await withOwner(database.ownerUrl, async (gate) => {
    await gate.query('BEGIN; LOCK TABLE statement IN SHARE MODE')
    const clerks = Array.from({ length: 8 }, () => closePeriod(closing, finance, period))
    await expect.poll(() => countWaiting(database.ownerUrl)).toBe(8)
    await gate.query('COMMIT')
    return await Promise.allSettled(clerks)
  })
  const refunds = groups.map((groupId) => refundWhole(shop, { groupId, key: 'x', reason: 'goodwill' }))
  await Promise.all(refunds)
  return { period, answers }
}

test('eight clerks close a month at once and make one statement an enterprise', async () => {
  const { period, answers } = await closeAtOnce(shop)
  const said = answers.map((answer) =>
    answer.status === 'fulfilled' ? answer.value : { ok: false as const, code: 'threw' },
  )
  expect(Object.keys(tally(said)).filter((code) => code !== 'done' && code !== 'already-closed')).toEqual([])
  expect(await db.statement.count({ where: { period } })).toBe(3)
  await expectAgreement()
})

/**
 * A clerk has taken what waits for the first enterprise's statement, and is held up before it stands: meanwhile a sale
 * of that month is booked late, an earlier one is given back in part, and a second clerk begins.
 */
async function bookMeanwhile(closing: Pick<typeof shop, 'pool' | 'clock'>) {
  const early = await buy(first, second)
  const { period } = (await findNextPeriod(shop))!
  const inMonth = movableClock(new Date(`${period}-28T00:00:00Z`))
  shop.clock.set(inMonth.now())
  shop.clock.pass(12 * day)
  const [{ id: heldId }, { lines }] = [await orderOf(early, first), await orderOf(early, second)]
  const held = `INSERT INTO statement_line (statement_id, kind, reference, order_number, occurred_at, items_fen, shipping_fen, fee_fen,
      net_fen) SELECT id, 'sale', 'sale:${heldId}', '', closed_at, 0, 0, 0, 0 FROM statement LIMIT 1`
  return await withOwner(database.ownerUrl, async (gate) => {
    await gate.query('BEGIN')
    await gate.query(held)
    const clerks = [closePeriod(closing, finance, period)]
    await expect.poll(() => countWaiting(database.ownerUrl)).toBe(1)
    const late = await placePaidGroup({ ...shop, clock: inMonth }, { sku: first.sku, quantity: 1 })
    const back = { key: 'meanwhile', reason: 'goodwill' as const, amountFen: fen(777) }
    await refundAmount(shop, { ...back, groupId: early, lineIds: [lines[0]!.id] })
    clerks.push(closePeriod(closing, finance, period))
    await expect.poll(() => countWaiting(database.ownerUrl)).toBe(2)
    await gate.query('ROLLBACK')
    return { period, early, late, answers: await Promise.allSettled(clerks) }
  })
}
const numbersOf = async ({ owner }: Enterprise, period: string) =>
  (await readMonth(shop, owner, period)).lines.map((line) => line.orderNumber)

test('what is booked while two clerks close a month is in the next, sale and refund, at its own fee', async () => {
  const { period, early, late, answers } = await bookMeanwhile(shop)
  const ended = answers.map((answer) => answer.status === 'fulfilled' && answer.value)
  expect(ended).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ])
  const later = await closeMonth()
  const lateNumber = (await orderOf(late.groupId, first)).number
  expect(await numbersOf(first, period)).toContain((await orderOf(early, first)).number)
  expect(await numbersOf(first, period)).not.toContain(lateNumber)
  expect(await numbersOf(first, later)).toContain(lateNumber)
  const { lines } = await readMonth(shop, second.owner, later)
  // 3.33 % of 59.97 less that of 52.20.
  expect(lines.find(({ itemsFen }) => itemsFen === -777)).toMatchObject({ kind: 'refund', feeFen: -26 })
  await expectAgreement()
})

test.each([
  ['one clerk does not wait for the other', ['FOR UPDATE', '']],
  [
    'the second does not look for what the first has made',
    ['FROM statement WHERE', 'FROM statement WHERE false AND'],
  ],
] as const)('control: where %s, it runs into it, and takes nothing', async (_, edit) => {
  const bare = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 20 })
  const unmet = editSql(bare, [edit])
  const { answers } = await bookMeanwhile({ ...shop, pool: bare })
  await bare.end()
  expect([...unmet]).toEqual([])
  expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
  while ((await findNextPeriod(shop))?.isOver) await closeMonth()
  await expectAgreement()
})

test('a closing that was killed is gone on with', async () => {
  await buy(...enterprises)
  const { period } = (await findNextPeriod(shop))!
  shop.clock.set(new Date(`${period}-28T00:00:00Z`))
  shop.clock.pass(12 * day)
  const dying = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 1 })
  let statements = 0
  dying.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: Array<unknown>) => unknown
    Object.assign(client, {
      query: (first: { text?: string }, ...rest: Array<unknown>) => {
        if (first.text?.includes('INSERT INTO statement_line')) statements += 1
        if (statements === 2) throw new Error('killed')
        return query(first, ...rest)
      },
    })
  })
  await expect(closePeriod({ ...shop, pool: dying }, finance, period)).rejects.toThrow('killed')
  await dying.end()
  expect(await db.statement.count({ where: { period } })).toBe(1)
  expect(await db.statementPeriod.findUnique({ where: { period } })).toMatchObject({ closedAt: null })
  expect((await findStatement(shop, first.owner, period))?.statement.state).toBe('closed')
  expect(await closePeriod(shop, finance, period)).toMatchObject({ ok: true })
  expect(await db.statement.count({ where: { period } })).toBe(3)
  await expectAgreement()
})

test('paid out once, with the bank’s reference, in the audit log', async () => {
  const { items } = await listAllStatements(shop, finance, { period: '2026-01', paid: 'unpaid', after: null })
  expect(items.length).toBe(2)
  const { id } = items[0]!
  const answers = await Promise.all(
    [1, 2, 3].map((index) => markPaid(shop, finance, { id, reference: `NO-${index}` })),
  )
  expect(tally(answers)).toEqual({ done: 1, 'already-paid': 2 })
  const paid = await listAllStatements(shop, finance, { period: '2026-01', paid: 'paid', after: null })
  expect(paid.items.map((item) => [item.id, item.state])).toEqual([[id, 'paid']])
  const audit = await db.auditEntry.findMany({ where: { action: 'mark-paid', subjectId: id } })
  expect(audit).toMatchObject([{ staffId: finance.staff.staffId, after: { period: '2026-01' } }])
})

test('another enterprise’s month does not exist, nor one before the first or after the running one (T44)', async () => {
  const stranger = await open(0)
  expect(await findStatement(shop, stranger.owner, '2026-01')).toBeNull()
  expect(await findStatement(shop, first.owner, '2025-12')).toBeNull()
  expect(await findStatement(shop, first.owner, '2099-01')).toBeNull()
})

test('over any history of sales, refunds and closings, closed and open months are what the orders say, rebuilt or not', async () => {
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('sell' as const), sellers: fc.integer({ min: 1, max: 7 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('units' as const),
        pick: fc.nat(),
        quantity: fc.integer({ min: 1, max: 3 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('amount' as const),
        pick: fc.nat(),
        amount: fc.integer({ min: 1, max: 2_000 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('whole' as const), pick: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('send-back' as const), pick: fc.nat() }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('close' as const) }) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const groups = [await buy(...enterprises)]
      const at = (pick: number) => groups[pick % groups.length]!
      for (const [index, each] of steps.entries()) {
        shop.clock.pass(7 * hour)
        const command = { key: `step-${index}`, reason: 'goodwill' as const }
        if (each.kind === 'sell')
          groups.push(await buy(...enterprises.filter((_, bit) => each.sellers & (1 << bit))))
        else if (each.kind === 'close') await closeMonth()
        else if (each.kind === 'send-back') await sendBack(at(each.pick))
        else if (each.kind === 'whole') await refundWhole(shop, { ...command, groupId: at(each.pick) })
        else {
          const groupId = at(each.pick)
          const lines = await linesOf(groupId)
          const { id: lineId } = lines[each.pick % lines.length]!
          if (each.kind === 'units')
            await refundLines(shop, { ...command, groupId, lines: [{ lineId, quantity: each.quantity }] })
          else
            await refundAmount(shop, { ...command, groupId, lineIds: [lineId], amountFen: fen(each.amount) })
        }
      }
      await expectAgreement()
      await expectSameRebuilt()
    }),
    { numRuns: 12, seed: 20261128 },
  )
}, 120_000)

async function sendBack(groupId: string) {
  const refund = await db.refund.findFirst({ where: { groupId, status: 'succeeded' } })
  if (!refund) return
  shop.payments.settleRefund(refund.providerRefundId!, 'failed')
  await submitRefund(shop, refund.id)
}

test('the nightly check tells of a statement that somebody changed', async () => {
  expect(await checkStatements(shop)).toBe(0)
  await withOwner(database.ownerUrl, async (owner) => {
    await owner.query(
      'UPDATE statement SET refunds_fen = refunds_fen + 1, net_fen = net_fen - 1 WHERE enterprise_id = $1',
      [first.enterpriseId],
    )
    expect(await checkStatements(shop)).toBe(1)
    await owner.query(
      'UPDATE statement SET refunds_fen = refunds_fen - 1, net_fen = net_fen + 1 WHERE enterprise_id = $1',
      [first.enterpriseId],
    )
  })
  expect(await db.alarm.count({ where: { kind: 'statement-difference' } })).toBe(1)
  expect(await checkStatements(shop)).toBe(0)
})

test.each([
  ['is missing', 'DELETE FROM unsettled_line'],
  ['has another amount', 'UPDATE unsettled_line SET items_fen = items_fen + 1, net_fen = net_fen + 1'],
  ['has another fee', 'UPDATE unsettled_line SET fee_fen = fee_fen + 1, net_fen = net_fen - 1'],
  ['is another order’s', `UPDATE unsettled_line SET reference = 'sale:none'`],
])('the check tells of a line that %s, and the rebuild mends it', async (_, damage) => {
  const groupId = await buy(second)
  const { id } = await orderOf(groupId, second)
  await pool.query(`${damage} WHERE reference = $1`, [`sale:${id}`])
  const differences = await findStatementDifferences(sqlOn(pool))
  expect(differences.map(({ enterpriseId }) => enterpriseId)).toEqual([second.enterpriseId])
  expect(await checkStatements(shop)).toBe(1)
  expect(await mendLines(shop)).toMatchObject({ differences })
  expect(await db.alarm.count({ where: { kind: 'statement-difference', resolvedAt: null } })).toBe(0)
  await expectAgreement()
})
