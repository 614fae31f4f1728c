import { expect, test } from 'vitest'
import { readEntryFilter } from '#app/domain/reports/entry-filter.ts'
import { listEntries } from '#app/domain/reports/list-entries.server.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { readAll } from '#tests/support/read-all.ts'
import { rowsOf } from '#tests/support/workbooks.ts'
import { writeFlows } from './flows-file.server.ts'
import { readFlows } from './read-flows.server.ts'

// The demonstration copy of the 2023 fair: generated entries of four channels in five days.
const { db, pool } = await useDatabase({ seeded: true })
const fair = await db.exhibition.findUniqueOrThrow({ where: { slug: 'beijing-2023-demo' } })
const part = { exhibitionId: fair.id, day: null, division: null }

async function sumOf(condition: string): Promise<number> {
  const { rows } = await pool.query(
    `SELECT COALESCE(sum(amount_fen), 0)::float8 AS sum FROM sale_entry WHERE exhibition_id = ${fair.id} AND ${condition}`,
  )
  return Number(rows[0].sum)
}

test('the flows come to what the ledger holds with a district, of the fair and of each day', async () => {
  const flows = await readFlows({ pool }, 'zh', part)
  expect(flows.totalFen).toBe(await sumOf('true'))
  expect(flows.knownFen).toBe(await sumOf('beijing_district_code IS NOT NULL'))
  expect(flows.knownFen).toBeGreaterThan(0)
  const days = ['2023-11-23', '2023-11-24', '2023-11-25', '2023-11-26', '2023-11-27']
  const parts = await Promise.all(days.map((day) => readFlows({ pool }, 'zh', { ...part, day })))
  expect(parts.reduce((sum, { knownFen }) => sum + knownFen, 0)).toBe(flows.knownFen)
})

test('of one division only what was bought from it', async () => {
  const flows = await readFlows({ pool }, 'zh', { ...part, division: '150430' })
  expect(flows.totalFen).toBe(await sumOf("division_code = '150430'"))
  expect(flows.knownFen).toBe(await sumOf("division_code = '150430' AND beijing_district_code IS NOT NULL"))
  expect(new Set(flows.rows.map(({ divisionCode }) => divisionCode))).toEqual(new Set(['150430']))
})

test('the file is the table: amounts are numbers, and the last row is their sum (T67)', async () => {
  const { rows, knownFen } = await readFlows({ pool }, 'zh', part)
  const [, ...lines] = await rowsOf(await writeFlows(rows, messagesFor('zh'), 'xlsx'))
  const sums = lines.pop()
  expect(lines.map(([district, division]) => [district, division])).toEqual(
    rows.map(({ district, division }) => [district, division]),
  )
  expect(lines.reduce((sum, line) => sum + Math.round(Number(line[6]) * 100), 0)).toBe(knownFen)
  expect(Math.round(Number(sums?.[6]) * 100)).toBe(knownFen)
  expect(typeof sums?.[6]).toBe('number')
})

test('paired are those whom the city paired, and nobody else', async () => {
  const { rows, pairedFen } = await readFlows({ pool }, 'zh', part)
  const divisions = await db.division.findMany({ where: { pairCode: { not: null } } })
  const pairs = divisions.map(({ code, pairCode }) => `${pairCode}:${code}`)
  for (const { districtCode, divisionCode, isPaired } of rows)
    expect(isPaired).toBe(pairs.includes(`${districtCode}:${divisionCode}`))
  const inPairs = pairs.map((pair) => `'${pair}'`).join(', ')
  expect(pairedFen).toBe(await sumOf(`beijing_district_code || ':' || division_code IN (${inPairs})`))
  expect(pairedFen).toBeGreaterThan(0)
})

test('a flow leads to the entries that make it', async () => {
  const [largest] = (await readFlows({ pool }, 'zh', part)).rows
  if (!largest) throw new Error('no flow')
  const query = { district: largest.districtCode, division: largest.divisionCode }
  const filter = readEntryFilter(new URLSearchParams(query), { divisionCode: null })
  const entries = await readAll((after) => listEntries({ pool }, fair.id, 'zh', { ...filter, after }))
  const sum = entries.reduce((all, { amountFen }) => all + amountFen, 0)
  expect([sum, entries.length]).toEqual([largest.totalFen, largest.entries])
})
