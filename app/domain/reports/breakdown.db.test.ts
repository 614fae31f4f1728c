import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { messagesFor } from '#app/messages/messages.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { breakdowns } from './breakdown.ts'
import { entriesFile } from './entries-file.server.ts'
import { readEntryFilter } from './entry-filter.ts'
import { listEntries } from './list-entries.server.ts'
import { findComparison, readBreakdown } from './read-breakdown.server.ts'

// The demonstration copy of the 2023 fair: generated entries of four channels in five days.
const { db, pool } = await useDatabase({ seeded: true })
const fair = await db.exhibition.findUniqueOrThrow({ where: { slug: 'beijing-2023-demo' } })
const window = { exhibitionId: fair.id, day: null }
const total = await sumOf(`exhibition_id = ${fair.id}`)

async function sumOf(condition: string): Promise<number> {
  const { rows } = await pool.query(
    `SELECT sum(amount_fen)::float8 AS sum FROM sale_entry WHERE ${condition}`,
  )
  return Number(rows[0].sum)
}

const noFilter = readEntryFilter(new URLSearchParams())

test('the parts of each complete breakdown come to the total', async () => {
  for (const by of ['channel', 'division', 'enterprise', 'day'] as const) {
    const rows = await readBreakdown({ pool }, 'zh', by, window, null)
    expect(
      rows.reduce((sum, { totalFen }) => sum + totalFen, 0),
      by,
    ).toBe(total)
  }
  const hours = await Promise.all(
    ['2023-11-23', '2023-11-24', '2023-11-25', '2023-11-26', '2023-11-27'].map((day) =>
      readBreakdown({ pool }, 'zh', 'hour', { ...window, day }, null),
    ),
  )
  expect(hours.flat().reduce((sum, { totalFen }) => sum + totalFen, 0)).toBe(total)
})

test('one click leads from a total to the entries that make it', async () => {
  for (const by of breakdowns.filter((each) => each !== 'hour')) {
    const [row] = await readBreakdown({ pool }, 'zh', by, window, null)
    if (!row) throw new Error(`nothing by ${by}`)
    const filter = readEntryFilter(new URLSearchParams({ [by]: row.key }))
    let [sum, count] = [0, 0]
    for (let after: string | null = null; ; ) {
      const page = await listEntries({ pool }, fair.id, 'zh', { ...filter, after })
      sum += page.items.reduce((all, { amountFen }) => all + amountFen, 0)
      count += page.items.length
      after = page.next
      if (after === null) break
    }
    expect([by, sum, count]).toEqual([by, row.totalFen, row.entries])
  }
}, 120_000)

test('a day is compared with the day before, a fair with the fair before', async () => {
  const day = { ...window, day: '2023-11-24' }
  const before = await findComparison({ pool }, 'zh', day)
  expect(before).toEqual({ window: { exhibitionId: fair.id, day: '2023-11-23' }, name: null })
  const first = await readBreakdown({ pool }, 'zh', 'channel', before!.window, null)
  const second = await readBreakdown({ pool }, 'zh', 'channel', day, before!.window)
  for (const row of second)
    expect(row.beforeFen).toBe(first.find(({ key }) => key === row.key)?.totalFen ?? 0)
  const running = await db.exhibition.findUniqueOrThrow({ where: { slug: 'beijing-2026' } })
  expect(await findComparison({ pool }, 'zh', { exhibitionId: running.id, day: null })).toMatchObject({
    window: { exhibitionId: fair.id },
  })
})

test('the file holds every entry that the list shows, and comes to the same sum (T67)', async () => {
  const filter = { ...noFilter, day: '2023-11-24', channel: 'onsite' as const }
  const csv = await text(entriesFile({ pool }, fair.id, 'zh', filter, messagesFor('zh')))
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
})
