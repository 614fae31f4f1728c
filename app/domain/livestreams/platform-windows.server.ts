import { livestreamGrace } from '#app/domain/sales/attribution.ts'
import type {
  PlatformFair,
  PlatformLivestream,
  PlatformWindows,
} from '#app/domain/sales/platform-attribution.ts'
import { after } from '#app/kernel/clock.ts'
import type { Sql } from '#app/platform/sql.server.ts'

type Span = { first: Date; last: Date }

export function spanOf(instants: ReadonlyArray<Date>): Span {
  const times = instants.map((instant) => instant.getTime()).sort((one, other) => one - other)
  return { first: new Date(times[0] ?? 0), last: new Date(times.at(-1) ?? 0) }
}

/**
 * The fairs and livestreams that orders paid in a span may belong to.
 * @param enterprises whose orders they are: of exhibitors and sellers only these are read
 * @param named fairs that count though they are not published
 */
export async function findWindows(
  sql: Sql,
  span: Span,
  enterprises: ReadonlyArray<number>,
  named: ReadonlyArray<number>,
): Promise<PlatformWindows> {
  const livestreams = await sql.$queryRaw<Array<PlatformLivestream>>`
    SELECT l.id, l.starts_at AS "startsAt", l.ends_at AS "endsAt", l.is_cancelled AS "isCancelled",
      l.exhibition_id AS "exhibitionId", l.host_account AS "hostAccount",
      ARRAY(SELECT enterprise_id FROM livestream_enterprise WHERE livestream_id = l.id) AS enterprises,
      ARRAY(SELECT product_id FROM livestream_product WHERE livestream_id = l.id) AS products
    FROM livestream l WHERE l.starts_at <= ${span.last} AND l.ends_at > ${after(span.first, -livestreamGrace)}
      AND NOT l.is_cancelled ORDER BY l.starts_at, l.id`
  return { exhibitions: await findFairs(sql, span, enterprises, named), livestreams }
}

export async function findFairs(
  sql: Sql,
  { first, last }: Span,
  enterprises: ReadonlyArray<number>,
  named: ReadonlyArray<number> = [],
): Promise<Array<PlatformFair>> {
  return await sql.$queryRaw<Array<PlatformFair>>`
    SELECT x.id, x.starts_at AS "startsAt", x.ends_at AS "endsAt", x.is_month_only AS "isMonthOnly",
      x.is_demonstration AS "isDemonstration",
      ARRAY(SELECT enterprise_id FROM exhibition_booth WHERE exhibition_id = x.id AND enterprise_id = ANY(${enterprises}::int[])) AS exhibitors
    FROM exhibition x
    WHERE x.starts_at <= ${last} AND x.ends_at > ${first} AND NOT x.is_month_only
      AND (x.is_published OR x.id = ANY(${named}::int[])) ORDER BY x.id`
}
