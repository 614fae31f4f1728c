import { buffer, text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { messagesFor } from '#app/messages/messages.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { readAll } from '#tests/support/read-all.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { rowsOf } from '#tests/support/workbooks.ts'
import { writeAnalysis } from './analysis-file.server.ts'
import { breakdowns, breakdownsFor } from './breakdown.ts'
import { entriesFile } from './entries-file.server.ts'
import { readEntryFilter } from './entry-filter.ts'
import { listEntries } from './list-entries.server.ts'
import { readAnalysis } from './read-analysis.server.ts'
import { findComparison, readBreakdown } from './read-breakdown.server.ts'

// The demonstration copy of the 2023 fair: generated entries of four channels in five days.
const { db, pool } = await useDatabase({ seeded: true })
const fair = await db.exhibition.findUniqueOrThrow({ where: { slug: 'beijing-2023-demo' } })
const part = { exhibitionId: fair.id, day: null, division: null }
const total = await sumOf(`exhibition_id = ${fair.id}`)

async function sumOf(condition: string): Promise<number> {
  const { rows } = await pool.query(
    `SELECT sum(amount_fen)::float8 AS sum FROM sale_entry WHERE ${condition}`,
  )
  return Number(rows[0].sum)
}

const shown = { id: fair.id, startsOn: '2023-11-23' }
const city = await createOrganizer(db)
const words = messagesFor('zh')
const noFilter = readEntryFilter(new URLSearchParams(), city)

test('the parts of each breakdown come to the total, what they leave out with them', async () => {
  for (const by of breakdowns.filter((each) => each !== 'hour')) {
    const rows = await readBreakdown({ pool }, 'zh', by, part, null)
    expect(
      rows.reduce((sum, { totalFen }) => sum + totalFen, 0),
      by,
    ).toBe(total)
  }
  const hours = await Promise.all(
    ['2023-11-23', '2023-11-24', '2023-11-25', '2023-11-26', '2023-11-27'].map((day) =>
      readBreakdown({ pool }, 'zh', 'hour', { ...part, day }, null),
    ),
  )
  expect(hours.flat().reduce((sum, { totalFen }) => sum + totalFen, 0)).toBe(total)
})

test('a target is of the whole fair: no day is measured against it', async () => {
  const where = { exhibitionId: fair.id, dimension: 'channel', key: 'onsite' }
  await db.exhibitionTarget.upsert({
    where: { exhibitionId_dimension_key: where },
    create: { ...where, amountFen: 70_000n },
    update: { amountFen: 70_000n },
  })
  const targetOf = async (day: string | null) => {
    const rows = await readBreakdown({ pool }, 'zh', 'channel', { ...part, day }, null)
    return rows.find(({ key }) => key === 'onsite')?.targetFen
  }
  expect(await targetOf(null)).toBe(70_000)
  expect(await targetOf('2023-11-24')).toBeNull()
})

test('what only the fair before had is in the rest of its column', async () => {
  const running = await db.exhibition.findUniqueOrThrow({ where: { slug: 'beijing-2026' } })
  const now = { ...part, exhibitionId: running.id }
  for (const by of ['product', 'district', 'livestream', 'category'] as const) {
    const rows = await readBreakdown({ pool }, 'zh', by, now, part)
    expect([by, rows.reduce((sum, { beforeFen }) => sum + (beforeFen ?? 0), 0)]).toEqual([by, total])
  }
  // Of a product that sells well now and sold little then, the little is shown.
  const { rows: then } = await pool.query<{ slug: string; sum: number }>(
    `SELECT p.slug, sum(e.amount_fen)::float8 AS sum FROM sale_entry e JOIN product p ON p.id = e.product_id
     WHERE e.exhibition_id = ${fair.id} GROUP BY p.slug`,
  )
  const thenOf = new Map(then.map(({ slug, sum }) => [slug, sum]))
  const products = await readBreakdown({ pool }, 'zh', 'product', now, part)
  const named = products.filter(({ key }) => key !== null)
  expect(then.length).toBeGreaterThan(named.length)
  expect(named.map(({ beforeFen }) => beforeFen)).toEqual(named.map(({ key }) => thenOf.get(key ?? '') ?? 0))
})

test('one click leads from a total to the entries that make it', async () => {
  for (const by of breakdowns.filter((each) => each !== 'hour')) {
    const [row] = await readBreakdown({ pool }, 'zh', by, part, null)
    if (!row) throw new Error(`nothing by ${by}`)
    const filter = readEntryFilter(new URLSearchParams({ [by]: row.key ?? '' }), city)
    const entries = await readAll((after) => listEntries({ pool }, fair.id, 'zh', { ...filter, after }))
    const sum = entries.reduce((all, { amountFen }) => all + amountFen, 0)
    expect([by, sum, entries.length]).toEqual([by, row.totalFen, row.entries])
  }
}, 120_000)

test('a day is compared with the day before, a fair with the fair before', async () => {
  const day = { ...part, day: '2023-11-24' }
  const before = await findComparison({ pool }, 'zh', day)
  expect(before).toEqual({ part: { ...day, day: '2023-11-23' }, name: null })
  const first = await readBreakdown({ pool }, 'zh', 'channel', before!.part, null)
  const second = await readBreakdown({ pool }, 'zh', 'channel', day, before!.part)
  for (const row of second)
    expect(row.beforeFen).toBe(first.find(({ key }) => key === row.key)?.totalFen ?? 0)
  const running = await db.exhibition.findUniqueOrThrow({ where: { slug: 'beijing-2026' } })
  expect(await findComparison({ pool }, 'zh', { ...part, exhibitionId: running.id })).toMatchObject({
    part: { exhibitionId: fair.id },
  })
})

test('who works for one division sees its part alone, by each breakdown, and its entries whatever is asked for', async () => {
  const reviewer = await createOrganizer(db, 'division-reviewer', '150430')
  const own = await sumOf(`exhibition_id = ${fair.id} AND division_code = '150430'`)
  expect(own).toBeGreaterThan(0)
  expect(own).toBeLessThan(total)
  for (const by of breakdownsFor('150430')) {
    const { rows, ...asked } = await readAnalysis(
      { pool },
      'zh',
      shown,
      reviewer,
      new URLSearchParams({ by }),
    )
    expect(asked.by).toBe(by)
    expect([by, rows.reduce((sum, { totalFen }) => sum + totalFen, 0)]).toEqual([by, own])
    expect(rows.every(({ targetFen }) => targetFen === null)).toBe(true)
    const [row] = rows
    const filter = readEntryFilter(new URLSearchParams({ [by]: row?.key ?? '' }), reviewer)
    const csv = await text(entriesFile({ pool }, fair.id, 'zh', filter, words, 'csv'))
    const amounts = csv.trim().split('\r\n').slice(1)
    const sum = amounts.reduce((all, line) => all + Math.round(Number(line.split(',')[8]) * 100), 0)
    expect([by, sum]).toEqual([by, row?.totalFen])
  }
  for (const by of ['division', 'category', 'livestream', 'hour', 'nonsense']) {
    const query = new URLSearchParams({ by })
    expect((await readAnalysis({ pool }, 'zh', shown, reviewer, query)).by).toBe('channel')
  }
  const asked = readEntryFilter(new URLSearchParams({ division: '150426' }), reviewer)
  expect(asked.division).toBe('150430')
})

test('the files hold every entry that the list shows, and come to the same sum (T67)', async () => {
  const filter = { ...noFilter, day: '2023-11-24', channel: 'onsite' as const }
  const csv = await text(entriesFile({ pool }, fair.id, 'zh', filter, words, 'csv'))
  const lines = csv
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n')
    .slice(1)
  const expected = await sumOf(
    `exhibition_id = ${fair.id} AND channel = 'onsite' AND occurred_at >= '2023-11-24 00:00+08' AND occurred_at < '2023-11-25 00:00+08'`,
  )
  const sum = lines.reduce((all, line) => all + Math.round(Number(line.split(',')[8]) * 100), 0)
  expect(sum).toBe(expected)
  expect(lines.length).toBeGreaterThan(100)
  const workbook = await buffer(entriesFile({ pool }, fair.id, 'zh', filter, words, 'xlsx'))
  const [, ...rows] = await rowsOf(workbook)
  expect(rows.length).toBe(lines.length)
  expect(sumOfNumbers(rows, 8)).toBe(expected)
})

test('a breakdown’s file is its table: amounts are numbers, and the last row is their sum (T67)', async () => {
  const query = new URLSearchParams({ by: 'division' })
  const analysis = await readAnalysis({ pool }, 'zh', shown, city, query)
  const [headings, ...rows] = await rowsOf(await writeAnalysis(analysis, words, 'xlsx'))
  expect(headings?.slice(0, 6)).toEqual(['名称', '笔数', '销售额', '签约额', '合计', '其中已核实'])
  const sums = rows.pop()
  expect(rows.map(([name]) => name)).toEqual(analysis.rows.map(({ name }) => name))
  for (const column of [2, 3, 4, 5]) expect(sumOfNumbers(rows, column)).toBe(toFen(sums?.[column]))
  expect(toFen(sums?.[4])).toBe(total)
})

function sumOfNumbers(rows: ReadonlyArray<ReadonlyArray<unknown>>, column: number): number {
  return rows.reduce((sum, row) => sum + toFen(row[column]), 0)
}

function toFen(cell: unknown): number {
  if (typeof cell !== 'number') throw new Error(`${cell} is no number`)
  return Math.round(cell * 100)
}
