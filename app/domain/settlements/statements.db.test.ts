import fc from 'fast-check'
import { expect, test } from 'vitest'
import { submitRefund } from '#app/domain/payments/submit-refund.server.ts'
import { hour } from '#app/kernel/clock.ts'
import { fen } from '#app/kernel/money.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { tally } from '#tests/support/checkout.ts'
import { useDatabase, withOwner } from '#tests/support/database.ts'
import { refundAmount, refundLines, refundWhole } from '#tests/support/refunds.ts'
import { addUp, openMarket, openSeller, readMonth, readMonths } from '#tests/support/statements.ts'
import { checkStatements, findStatementDifferences } from './check-statements.server.ts'
import { findStatement } from './find-statement.server.ts'
import { listAllStatements, sumPeriods } from './list-all-statements.server.ts'
import { markPaid } from './mark-paid.server.ts'
import { mendLines, rebuildLines } from './rebuild-lines.server.ts'

const database = await useDatabase({ poolSize: 20 })
const { db, pool } = database
const { shop, finance, first, second, enterprises, buy, orderOf, closeMonth, expectAgreement } =
  await openMarket(database)
const linesOf = (groupId: string) =>
  db.orderLine.findMany({ where: { order: { groupId } }, orderBy: { id: 'asc' } })

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

test('paid out once, with the bank’s reference, in the audit log', async () => {
  const { items } = await listAllStatements(shop, finance, { period: '2026-01', paid: 'unpaid', after: null })
  expect(items.length).toBe(2)
  const { id } = items[0]!
  const answers = await Promise.all(
    [1, 2, 3].map((index) => markPaid(shop, finance, { id, direction: 'pay', reference: `NO-${index}` })),
  )
  expect(tally(answers)).toEqual({ done: 1, 'already-paid': 2 })
  const paid = await listAllStatements(shop, finance, { period: '2026-01', paid: 'paid', after: null })
  expect(paid.items.map((item) => [item.id, item.state])).toEqual([[id, 'paid']])
  const audit = await db.auditEntry.findMany({ where: { action: 'mark-paid', subjectId: id } })
  expect(audit).toMatchObject([{ staffId: finance.staff.staffId, after: { period: '2026-01' } }])
})

test('another enterprise’s month does not exist, nor one before the first or after the running one (T44)', async () => {
  const stranger = await openSeller(database, 0)
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
