import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import type { BookCheckKind, ProviderDay } from './book-check.ts'

type Reading = Pick<Services, 'pool'>

export type CheckItem = { kind: BookCheckKind; differences: number; checkedAt: Date; tookMs: number }
export type ProviderDayItem = CheckItem & { day: string; detail: ProviderDay }

export type Books = { last: Array<CheckItem>; days: Array<ProviderDayItem> }

/** The last result of each check, and of each of the last thirty days that were compared with the provider. */
export async function readBookChecks({ pool }: Reading): Promise<Books> {
  const sql = sqlOn(pool)
  const [last, days] = await Promise.all([readLast(sql), readDays(sql)])
  return { last, days }
}

/** When the sums of a fair were last compared with the ledger, and what came of it; null before the first time. */
export async function findLastRollupCheck(
  { pool }: Reading,
  exhibitionId: number,
): Promise<CheckItem | null> {
  const [last] = await sqlOn(pool).$queryRaw<Array<CheckItem>>`
    SELECT kind, differences, checked_at AS "checkedAt", took_ms AS "tookMs" FROM book_check
    WHERE kind = 'rollups' AND (detail->'of' @> to_jsonb(${exhibitionId}::int) OR detail->>'of' = 'all')
    ORDER BY id DESC LIMIT 1`
  return last ?? null
}

/** Of the sums: the last check of all fairs. Those of the running ones, every few minutes, say nothing of the others. */
async function readLast(sql: Sql): Promise<Array<CheckItem>> {
  return await sql.$queryRaw<Array<CheckItem>>`
    SELECT c.kind, c.differences, c.checked_at AS "checkedAt", c.took_ms AS "tookMs"
    FROM unnest(ARRAY['rollups', 'orders']) AS k (kind)
    CROSS JOIN LATERAL (
      SELECT * FROM book_check WHERE kind = k.kind AND (kind <> 'rollups' OR detail->>'of' = 'all')
      ORDER BY id DESC LIMIT 1
    ) c`
}

async function readDays(sql: Sql): Promise<Array<ProviderDayItem>> {
  return await sql.$queryRaw<Array<ProviderDayItem>>`
    SELECT * FROM (
      SELECT DISTINCT ON (day) kind, to_char(day, 'YYYY-MM-DD') AS day, differences, detail, checked_at AS "checkedAt",
        took_ms AS "tookMs"
      FROM (SELECT * FROM book_check WHERE kind = 'provider' ORDER BY id DESC LIMIT 500) recent
      ORDER BY day DESC, id DESC
    ) AS days ORDER BY day DESC LIMIT 30`
}
