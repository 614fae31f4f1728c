import { buffer, text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { messagesFor } from '#app/messages/messages.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { rowsOf } from '#tests/support/workbooks.ts'
import type { ProviderDifference } from './book-check.ts'
import { type DayRange, differencesFile, readDayRange } from './differences-file.server.ts'

const { db, pool } = await useDatabase()
const now = new Date('2026-11-28T04:00:00Z')
const words = messagesFor('zh')
const none = { oursFen: 0, theirsFen: 0 }

async function compared(day: string, differences: Array<Partial<ProviderDifference>>): Promise<void> {
  const detail = { paid: none, refunded: none, differences }
  await db.bookCheck.create({
    data: {
      kind: 'provider',
      day: new Date(day),
      differences: differences.length,
      detail: JSON.parse(JSON.stringify(detail)),
      checkedAt: now,
      tookMs: 5,
    },
  })
}

const csvOf = async (range: DayRange) =>
  (await text(differencesFile({ pool }, range, words, 'csv')))
    .replace(/^\ufeff/, '')
    .split('\r\n')
    .slice(1)

test('each day of the range has its differences by the last comparison, or a row that says there are none (O11)', async () => {
  await compared('2026-11-20', [
    { kind: 'payment', id: 'gone', order: 'A1', oursFen: 1 as never, theirsFen: null },
  ])
  await compared('2026-11-20', [
    { kind: 'payment', id: 'pi_1', order: 'A1', oursFen: 2_801 as never, theirsFen: 2_800 as never },
    // A provider's text is no formula here.
    { kind: 'refund', id: '=1+1', order: null, oursFen: null, theirsFen: 500 as never },
  ])
  await compared('2026-11-21', [])
  const range = { from: '2026-11-20', to: '2026-11-22' }
  expect(await csvOf(range)).toEqual([
    '2026-11-20,收款,pi_1,A1,28.01,28,0.01,2026-11-28 12:00',
    "2026-11-20,退款,'=1+1,我们没有这一笔,,5,-5,2026-11-28 12:00",
    '2026-11-21,没有差异,,,,,,2026-11-28 12:00',
    '2026-11-22,还没有核对过,,,,,,',
  ])
  const [headings, ...rows] = await rowsOf(await buffer(differencesFile({ pool }, range, words, 'xlsx')))
  expect(headings?.slice(4, 7)).toEqual(['我们', '支付机构', '相差（我们减支付机构）'])
  expect(rows.map((row) => row[6])).toEqual([0.01, -5, null, null])
})

test('a range of many months is read month by month, every day of it once', async () => {
  const days = (await csvOf({ from: '2025-12-01', to: '2026-11-30' })).map((line) => line.slice(0, 10))
  expect(new Set(days).size).toBe(365)
  expect(days).toEqual(days.toSorted())
})

test('no range is longer than a year, and a wrong one is none', () => {
  const read = (query: string) => readDayRange(new URLSearchParams(query), now)
  expect(read('')).toEqual({ from: '2026-10-30', to: '2026-11-28' })
  expect(read('from=2026-11-01&to=2026-11-03')).toEqual({ from: '2026-11-01', to: '2026-11-03' })
  expect(read('from=1999-01-01&to=2026-11-28')).toEqual({ from: '2025-11-28', to: '2026-11-28' })
  expect(read('from=2026-12-01&to=2026-11-28')).toEqual({ from: '2026-11-28', to: '2026-11-28' })
  expect(read('from=9999-01-01&to=9999-12-31')).toEqual({ from: '2026-11-28', to: '2026-11-28' })
  expect(read('from=x&to=2026-13-41')).toEqual({ from: '2026-10-30', to: '2026-11-28' })
})
