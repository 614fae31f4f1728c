import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { appendEntries, verifyEntries } from '#app/domain/sales/append-entries.server.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { boothEntry, createFair } from '#tests/support/fairs.ts'
import { formOf } from '#tests/support/forms.ts'
import { createVariant } from '#tests/support/goods.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { writePlan } from './plan-file.server.ts'
import { listPlans, openPlan, readPlanMonths } from './read-plan.server.ts'
import { setSalesPlan } from './set-plan.server.ts'

const { db, pool } = await useDatabase({ seeded: true })
let now = new Date('2026-11-28T02:00:00Z')
const services = { pool, clock: { now: () => now } }
const scope = await createOrganizer(db)
const real = { isDemonstration: false }

async function ledgerMonths(year: number, { isDemonstration }: typeof real) {
  const { rows } = await pool.query<{ month: string; total: number; verified: number }>(`
    SELECT to_char(e.occurred_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, sum(e.amount_fen)::float8 AS total,
      COALESCE(sum(e.amount_fen) FILTER (WHERE v.entry_id IS NOT NULL), 0)::float8 AS verified
    FROM sale_entry e LEFT JOIN sale_verification v ON v.entry_id = e.id
    LEFT JOIN exhibition x ON x.id = e.exhibition_id JOIN enterprise s ON s.id = e.enterprise_id
    WHERE extract(year FROM e.occurred_at AT TIME ZONE 'Asia/Shanghai') = ${year}
      AND COALESCE(x.is_demonstration, s.is_demonstration) = ${isDemonstration} GROUP BY 1`)
  return new Map(rows.map((row) => [row.month, row]))
}

test('each month comes to what the ledger has, of all fairs and of none, claimed and verified apart', async () => {
  const goods = await createVariant(db)
  const fair = await createFair(db)
  const where = { enterpriseId: goods.enterpriseId, variantId: goods.id }
  // The last minute of October in Shanghai, and the first of November; of a fair and of none.
  const entries = [
    boothEntry({ ...where, exhibitionId: fair.id }, { occurredAt: new Date('2026-10-31T15:59:00Z') }),
    boothEntry({ ...where, exhibitionId: null }, { occurredAt: new Date('2026-10-31T16:00:00Z') }),
  ]
  const [first] = await withTransaction(pool, (tx) => appendEntries(tx, now, entries))
  if (!first) throw new Error('nothing was appended')
  await withTransaction(pool, (tx) => verifyEntries(tx, now, [first.id], { rule: 'day-close', by: 'test' }))
  for (const [year, of] of [
    [2026, real],
    [2023, { isDemonstration: true }],
    [2026, { isDemonstration: true }],
  ] as const) {
    const ledger = await ledgerMonths(year, of)
    const months = await readPlanMonths(services, year, of)
    expect(months.length).toBe(12)
    for (const { month, totalFen, salesFen, signedFen, verifiedFen } of months) {
      const expected = ledger.get(month) ?? { total: 0, verified: 0 }
      expect([month, totalFen, verifiedFen]).toEqual([month, expected.total, expected.verified])
      expect(salesFen + signedFen).toBe(totalFen)
    }
    expect([...ledger.values()].some(({ total }) => total > 0)).toBe(true)
  }
  const months = await readPlanMonths(services, 2026, real)
  expect(
    months.filter(({ totalFen }) => totalFen > 0).map(({ month, totalFen }) => [month, totalFen]),
  ).toEqual([
    ['2026-10', 2_000],
    ['2026-11', 2_000],
  ])
  expect(months.reduce((sum, { verifiedFen }) => sum + verifiedFen, 0)).toBe(2_000)
})

test('what the demonstration brought is in no real month, and stands apart when it is asked for', async () => {
  const november = async (query: string) => {
    const { months, isDemonstration } = await openPlan(services, new URLSearchParams(query))
    return [isDemonstration, months.find(({ month }) => month === '2023-11')?.totalFen]
  }
  expect(await november('year=2023')).toEqual([false, 0])
  expect(await november('year=2023&demo=1')).toEqual([true, expect.any(Number)])
  expect((await november('year=2023&demo=1'))[1]).toBeGreaterThan(7_300_000_000)
})

test('the file has the months of the page as numbers, and says what the demonstration is (T67)', async () => {
  const view = await openPlan(services, new URLSearchParams('year=2026&demo=1'))
  const { sheets } = await readXlsx(await writePlan(view, messagesFor('zh'), 'xlsx'))
  const [headings = [], ...rows] = sheets[0]?.rows ?? []
  expect(headings[0]).toBe('月份 (演示数据)')
  const cells = view.months.map(({ month, salesFen, signedFen, totalFen, verifiedFen }) => [
    month,
    ...[salesFen, signedFen, totalFen, verifiedFen, totalFen - verifiedFen].map((amount) => amount / 100),
  ])
  expect(rows).toEqual(cells)
})

function planForm(changes: Record<string, string> = {}): FormData {
  return formOf({ year: '2026', baseYear: '2025', base: '2.4亿', target: '4.8亿', seen: '', ...changes })
}

test('a plan is set and changed, and whoever saves second is told', async () => {
  expect(await setSalesPlan(services, scope, planForm())).toEqual({ year: 2026 })
  const [plan] = await listPlans(services)
  expect(plan).toMatchObject({ year: 2026, baseFen: 24_000_000_000, targetFen: 48_000_000_000 })
  now = new Date('2026-11-28T03:00:00Z')
  expect(await setSalesPlan(services, scope, planForm({ target: '9亿' }))).toMatchObject({
    state: { errors: { year: 'changed-meanwhile' } },
  })
  const seen = plan?.updatedAt.toISOString() ?? ''
  expect(await setSalesPlan(services, scope, planForm({ target: '5亿', seen }))).toEqual({ year: 2026 })
  expect(await setSalesPlan(services, scope, planForm({ target: '6亿', seen }))).toMatchObject({
    state: { errors: { year: 'changed-meanwhile' } },
  })
  expect((await listPlans(services))[0]?.targetFen).toBe(50_000_000_000)
  const audits = await db.auditEntry.findMany({ where: { action: 'set-sales-plan' }, orderBy: { id: 'asc' } })
  expect(audits.map(({ before }) => before)).toEqual([
    null,
    { baseYear: 2025, baseFen: 24_000_000_000, targetFen: 48_000_000_000 },
  ])
})

test('a plan without sense is refused beside its field', async () => {
  const errors = async (changes: Record<string, string>) => {
    const answer = await setSalesPlan(services, scope, planForm(changes))
    return 'state' in answer ? answer.state.errors : answer
  }
  expect(await errors({ baseYear: '2026' })).toEqual({ baseYear: 'base-not-before' })
  expect(await errors({ target: '0' })).toEqual({ target: 'not-an-amount' })
  expect(await errors({ target: '很多' })).toEqual({ target: 'not-an-amount' })
  expect(await errors({ year: '1' })).toMatchObject({ year: 'not-a-year' })
})
