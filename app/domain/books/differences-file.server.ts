import type { Readable } from 'node:stream'
import { after, day as oneDay, shanghaiDay, shanghaiMinute, startOfDay } from '#app/kernel/clock.ts'
import { subtractFen, zeroFen } from '#app/kernel/money.ts'
import { queryDay } from '#app/kernel/query-text.ts'
import type { StaffMessages } from '#app/messages/messages.ts'
import type { Services } from '#app/platform/services.server.ts'
import {
  type SheetCell,
  type SheetFormat,
  streamSheet,
  yuanCell,
} from '#app/platform/sheets/write-sheet.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { ProviderDay, ProviderDifference } from './book-check.ts'

/** Shanghai days, both of them included. */
export type DayRange = { from: string; to: string }

/** A year, and the day that makes it a leap year. */
const mostDays = 366
const shownAtFirst = 30
/** Of a day, all differences are one document. */
const daysAtOnce = 31

/** The range of an address: the last thirty days, if it says none; of too long a one the end, and no day to come. */
export function readDayRange(query: URLSearchParams, now: Date): DayRange {
  const today = shanghaiDay(now)
  const asked = queryDay(query, 'to') || today
  const [to = today] = [asked, today].toSorted()
  const from = queryDay(query, 'from') || daysBefore(to, shownAtFirst - 1)
  // Of the three days in their order the middle one is neither too early nor after the end.
  const [, first = to] = [daysBefore(to, mostDays - 1), from, to].toSorted()
  return { from: first, to }
}

function daysBefore(day: string, days: number): string {
  return shanghaiDay(after(startOfDay(day), -days * oneDay))
}

/**
 * What our books and the provider's differ in, day by day, by the last comparison of each (O11). A day without a
 * difference, or that was not compared yet, has a row that says so, and no amounts.
 */
export function differencesFile(
  services: Pick<Services, 'pool'>,
  range: DayRange,
  { books: t }: Pick<StaffMessages, 'books'>,
  format: SheetFormat,
): Readable {
  async function* parts() {
    for await (const days of readCompared(services, range))
      yield days.flatMap((compared) => rowsOf(compared, t))
  }
  const c = t.columns
  const columns = [
    ...[t.day, c.kind, c.reference, c.order].map((heading) => ({ heading, width: 18 })),
    ...[t.ours, t.theirs, c.difference].map((heading) => ({ heading, width: 16, isMoney: true })),
    { heading: c.checkedAt, width: 18 },
  ]
  return streamSheet(format, { name: t.list, columns }, parts())
}

type Compared = { day: string; detail: ProviderDay | null; checkedAt: Date | null }

function rowsOf({ day, detail, checkedAt }: Compared, t: StaffMessages['books']): Array<Array<SheetCell>> {
  const checked = checkedAt && shanghaiMinute(checkedAt)
  if (detail === null || detail.differences.length === 0)
    return [[day, detail ? t.fine : t.never, null, null, null, null, null, checked]]
  return detail.differences.map((difference) => [day, ...cellsOf(difference, t), checked])
}

/** What one side does not know is empty there, and nothing in the difference: ours less theirs. */
function cellsOf(
  { kind, id, order, oursFen, theirsFen }: ProviderDifference,
  t: StaffMessages['books'],
): Array<SheetCell> {
  const side = (amount: typeof oursFen) => (amount === null ? null : yuanCell(amount))
  const difference = subtractFen(oursFen ?? zeroFen, theirsFen ?? zeroFen)
  return [t[kind], id, order ?? t.unknownOrder, side(oursFen), side(theirsFen), yuanCell(difference)]
}

async function* readCompared(
  { pool }: Pick<Services, 'pool'>,
  { from, to }: DayRange,
): AsyncGenerator<Array<Compared>> {
  for (let first = from; first <= to; first = daysBefore(first, -daysAtOnce)) {
    const last = daysBefore(first, 1 - daysAtOnce)
    yield await sqlOn(pool).$queryRaw<Array<Compared>>`
      SELECT to_char(each, 'YYYY-MM-DD') AS day, c.detail, c.checked_at AS "checkedAt"
      FROM generate_series(${first}::date, LEAST(${last}::date, ${to}::date), interval '1 day') AS each
      LEFT JOIN (
        SELECT DISTINCT ON (day) day, detail, checked_at FROM book_check
        WHERE kind = 'provider' AND day BETWEEN ${first}::date AND ${last}::date ORDER BY day, id DESC
      ) c ON c.day = each::date
      ORDER BY each`
  }
}
