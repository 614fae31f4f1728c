import { expect, test } from 'vitest'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { day } from '#app/kernel/clock.ts'
import { fen } from '#app/kernel/money.ts'
import { createPool } from '#app/platform/db.server.ts'
import { placeGroup, placePaidGroup, tally } from '#tests/support/checkout.ts'
import { countWaiting, useDatabase, withOwner } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { movableClock } from '#tests/support/people.ts'
import { refundAmount, refundWhole } from '#tests/support/refunds.ts'
import { openMarket, readMonth, type Seller } from '#tests/support/statements.ts'
import { closePeriod, findNextPeriod } from './close-period.server.ts'
import { findStatement } from './find-statement.server.ts'

const database = await useDatabase({ poolSize: 20 })
const { db, pool } = database
const { shop, finance, first, second, enterprises, buy, orderOf, endMonth, closeMonth, expectAgreement } =
  await openMarket(database)

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

test('a month that adds up to nothing is settled with its closing; one below nothing waits to be recovered', async () => {
  const { enterpriseId } = first
  const closeWith = async (groupId: string) => {
    await refundWhole(shop, { groupId, key: 'all', reason: 'goodwill' })
    const period = await closeMonth()
    return await db.statement.findUniqueOrThrow({
      where: { enterpriseId_period: { enterpriseId, period } },
    })
  }
  await closeMonth()
  const nothing = await closeWith(await buy(first))
  expect(nothing).toMatchObject({ netFen: 0n, paidAt: nothing.closedAt, paidReference: null })
  const sold = await buy(first)
  await closeMonth()
  expect(await closeWith(sold)).toMatchObject({ paidAt: null, paidBy: null })
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
  endMonth(period)
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
const numbersOf = async ({ owner }: Seller, period: string) =>
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
  endMonth(period)
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
