import { channels } from '#app/domain/sales/sale-entry.ts'
import { after, day as oneDay, shanghaiDay, startOfDay } from '#app/kernel/clock.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { addFen, type Fen, subtractFen, zeroFen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { type Breakdown, type BreakdownRow, type FairPart, otherGoods, unstated } from './breakdown.ts'

/** Without a key: of all entries of the part, where the others may not have them all. */
type Sum = { key: string | null; entries: number; salesFen: Fen; signedFen: Fen; verifiedFen: Fen }
type Named = { key: string; slug: string; name: string; nameEn: string; targetFen: Fen | null }

/** As many as one looks through: products have a longer tail, which the entries show. */
const mostRows = 200

/**
 * A fair's figures by one dimension, from its sums: as quick with a million entries as with a thousand. The rows come
 * to the fair's figures whatever they are broken down by: what they leave out is the last of them.
 * @param before what the figures are compared with; null for nothing
 */
export async function readBreakdown(
  { pool }: Pick<Services, 'pool'>,
  locale: Locale,
  by: Breakdown,
  part: FairPart,
  before: FairPart | null,
): Promise<Array<BreakdownRow>> {
  const sql = sqlOn(pool)
  const [now, earlier] = await Promise.all([
    readParts(sql, by, part, mostRows),
    before && readParts(sql, by, before, null),
  ])
  const keys = now.parts.map(({ key }) => key)
  const named = keys.filter((key) => key !== otherGoods)
  const names = by === 'day' || by === 'hour' ? [] : await readNames(sql, by, part, named)
  const nameOf = new Map(names.map((name) => [name.key, name]))
  const beforeOf = new Map(earlier?.parts.map((sum) => [sum.key, sum]))
  const rows = now.parts.map((sum): BreakdownRow => {
    const name = nameOf.get(sum.key)
    return {
      ...rowOf(sum),
      key: name?.slug ?? sum.key,
      name: name ? inLocale(locale, name.name, name.nameEn) : sum.key,
      beforeFen: earlier && totalOf(beforeOf.get(sum.key) ?? noSum),
      targetFen: name?.targetFen ?? null,
    }
  })
  const shownBefore = keys.flatMap((key) => beforeOf.get(key) ?? [])
  const rest = {
    ...rowOf(minus(now.whole, now.parts)),
    beforeFen: earlier && totalOf(minus(earlier.whole, shownBefore)),
  }
  const isEmpty = rest.entries === 0 && totalOf(rest) === 0 && !rest.beforeFen
  const key = rows.length < mostRows ? unstated : null
  return isEmpty ? rows : [...rows, { ...rest, key, name: '', targetFen: null }]
}

const noSum = { entries: 0, salesFen: zeroFen, signedFen: zeroFen, verifiedFen: zeroFen }
type Figures = typeof noSum

function totalOf({ salesFen, signedFen }: Pick<Figures, 'salesFen' | 'signedFen'>): Fen {
  return addFen(salesFen, signedFen)
}

function rowOf({ entries, salesFen, signedFen, verifiedFen }: Figures) {
  return { entries, salesFen, signedFen, verifiedFen, totalFen: totalOf({ salesFen, signedFen }) }
}

function added(parts: ReadonlyArray<Figures>): Figures {
  const sum = (of: 'salesFen' | 'signedFen' | 'verifiedFen') => addFen(...parts.map((part) => part[of]))
  return {
    entries: parts.reduce((all, { entries }) => all + entries, 0),
    salesFen: sum('salesFen'),
    signedFen: sum('signedFen'),
    verifiedFen: sum('verifiedFen'),
  }
}

function minus(whole: Figures, parts: ReadonlyArray<Figures>): Figures {
  const shown = added(parts)
  return {
    entries: whole.entries - shown.entries,
    salesFen: subtractFen(whole.salesFen, shown.salesFen),
    signedFen: subtractFen(whole.signedFen, shown.signedFen),
    verifiedFen: subtractFen(whole.verifiedFen, shown.verifiedFen),
  }
}

/**
 * The largest sums by one dimension (`most` of them; null for all), of products what booths sold of none, and what all
 * entries of the part come to.
 */
async function readParts(sql: Sql, by: Breakdown, part: FairPart, most: number | null) {
  const sums = await readSums(sql, by, part, most)
  const parts = sums.flatMap(({ key, ...sum }) => (key === null ? [] : [{ ...sum, key }]))
  return { parts, whole: sums.find(({ key }) => key === null) ?? added(parts) }
}

async function readSums(sql: Sql, by: Breakdown, part: FairPart, most: number | null): Promise<Array<Sum>> {
  if (by === 'day') return await sumDays(sql, part)
  if (by === 'hour') return part.day ? await sumHours(sql, part.exhibitionId, part.day) : []
  const { exhibitionId, division } = part
  const [grain, bucket] = part.day ? ['day', startOfDay(part.day)] : ['total', new Date(0)]
  return await sql.$queryRaw<Array<Sum>>`
    (SELECT CASE WHEN ${by} = 'channel' THEN channel WHEN dimension = 'flow' THEN split_part(key, ':', 1) ELSE key END AS key,
      sum(entries)::int AS entries,
      sum(sales_fen)::float8 AS "salesFen", sum(signed_fen)::float8 AS "signedFen", sum(verified_fen)::float8 AS "verifiedFen"
    FROM sale_figure
    WHERE exhibition_id = ${exhibitionId} AND dimension = ${dimensionOf(by, division)} AND grain = ${grain}
      AND bucket = ${bucket} AND (${division}::text IS NULL OR CASE dimension
        WHEN 'division' THEN key = ${division}
        WHEN 'flow' THEN split_part(key, ':', 2) = ${division}
        WHEN 'enterprise' THEN key IN (SELECT id::text FROM enterprise WHERE division_code = ${division})
        WHEN 'product' THEN key IN (SELECT id::text FROM product WHERE division_code = ${division})
        ELSE false END)
    GROUP BY 1 ORDER BY sum(amount_fen) DESC, 1 LIMIT ${most}::int)
    UNION ALL SELECT ${otherGoods}, sum(sign * entries)::int, sum(sign * amount_fen)::float8, 0, sum(sign * verified_fen)::float8
    FROM (
      SELECT *, CASE dimension WHEN 'product' THEN -1 ELSE 1 END AS sign FROM sale_rollup
      WHERE ${by} = 'product' AND exhibition_id = ${exhibitionId} AND channel = 'onsite' AND grain = ${grain} AND bucket = ${bucket}
    ) AS onsite
    WHERE dimension = ${dimensionOf('day', division)} AND key = ${division ?? 'all'} OR dimension = 'product'
      AND (${division}::text IS NULL OR key IN (SELECT id::text FROM product WHERE division_code = ${division}))
    HAVING sum(sign * entries) <> 0
    UNION ALL SELECT NULL, COALESCE(sum(entries), 0)::int,
      COALESCE(sum(sales_fen), 0)::float8, COALESCE(sum(signed_fen), 0)::float8, COALESCE(sum(verified_fen), 0)::float8
    FROM sale_figure
    WHERE exhibition_id = ${exhibitionId} AND dimension = ${dimensionOf('day', division)} AND key = ${division ?? 'all'}
      AND grain = ${grain} AND bucket = ${bucket}`
}

/** The sums of a breakdown: of one division, those that say which division they are of. */
function dimensionOf(by: Breakdown, division: string | null): string {
  if (by === 'channel' || by === 'day') return division === null ? 'all' : 'division'
  return by === 'district' && division !== null ? 'flow' : by
}

async function sumDays(sql: Sql, { exhibitionId, division }: FairPart): Promise<Array<Sum>> {
  return await sql.$queryRaw<Array<Sum>>`
    SELECT to_char(bucket AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS key, sum(entries)::int AS entries,
      sum(sales_fen)::float8 AS "salesFen", sum(signed_fen)::float8 AS "signedFen", sum(verified_fen)::float8 AS "verifiedFen"
    FROM sale_figure
    WHERE exhibition_id = ${exhibitionId} AND dimension = ${dimensionOf('day', division)} AND key = ${division ?? 'all'}
      AND grain = 'day'
    GROUP BY 1 ORDER BY 1 LIMIT 400`
}

async function sumHours(sql: Sql, exhibitionId: number, day: string): Promise<Array<Sum>> {
  const start = startOfDay(day)
  return await sql.$queryRaw<Array<Sum>>`
    SELECT to_char(bucket AT TIME ZONE 'Asia/Shanghai', 'HH24:00') AS key, sum(entries)::int AS entries,
      sum(sales_fen)::float8 AS "salesFen", sum(signed_fen)::float8 AS "signedFen", sum(verified_fen)::float8 AS "verifiedFen"
    FROM sale_figure
    WHERE exhibition_id = ${exhibitionId} AND dimension = 'all' AND key = 'all' AND grain = 'minute'
      AND bucket >= ${start} AND bucket < ${after(start, oneDay)}
    GROUP BY 1 ORDER BY 1`
}

/** What the keys of the sums are called, how the filter names them, and what was aimed at with the whole fair. */
async function readNames(
  sql: Sql,
  by: Breakdown,
  { exhibitionId, day, division }: FairPart,
  keys: ReadonlyArray<string>,
): Promise<Array<Named>> {
  return await sql.$queryRaw<Array<Named>>`
    SELECT n.key, n.slug, n.name, n.name_en AS "nameEn", t.amount_fen::float8 AS "targetFen" FROM (
      SELECT code AS key, code AS slug, name, name_en FROM division WHERE ${by} = 'division'
      UNION ALL SELECT code, code, name, name_en FROM category WHERE ${by} = 'category' AND parent_code IS NULL
      UNION ALL SELECT code, code, name, name_en FROM district WHERE ${by} = 'district'
      UNION ALL SELECT id::text, slug, name, name_en FROM enterprise
        WHERE ${by} = 'enterprise' AND id = ANY(${by === 'enterprise' ? keys : []}::int[])
      UNION ALL SELECT id::text, slug, title, title_en FROM product
        WHERE ${by} = 'product' AND id = ANY(${by === 'product' ? keys : []}::int[])
      UNION ALL SELECT id::text, slug, title, title_en FROM livestream
        WHERE ${by} = 'livestream' AND id = ANY(${by === 'livestream' ? keys : []}::int[])
      UNION ALL SELECT channel, channel, channel, channel
        FROM unnest(${channels}::text[]) AS channel WHERE ${by} = 'channel'
    ) AS n LEFT JOIN exhibition_target t ON t.exhibition_id = ${exhibitionId} AND t.dimension = ${by} AND t.key = n.key
      AND ${division}::text IS NULL AND ${day}::text IS NULL`
}

export type Comparison = { part: FairPart; name: string | null }

/** A day is compared with the day before; a fair with the last one before it that has figures. */
export async function findComparison(
  { pool }: Pick<Services, 'pool'>,
  locale: Locale,
  part: FairPart,
): Promise<Comparison | null> {
  const { exhibitionId, day } = part
  if (day) return { part: { ...part, day: shanghaiDay(after(startOfDay(day), -oneDay)) }, name: null }
  const [earlier] = await sqlOn(pool).$queryRaw<Array<{ id: number; name: string; nameEn: string }>>`
    SELECT x.id, x.name, x.name_en AS "nameEn" FROM exhibition x
    WHERE x.starts_at < (SELECT starts_at FROM exhibition WHERE id = ${exhibitionId})
      AND EXISTS (SELECT FROM sale_rollup WHERE exhibition_id = x.id AND dimension = 'all' AND grain = 'total')
    ORDER BY x.starts_at DESC, x.id DESC LIMIT 1`
  if (!earlier) return null
  return {
    part: { ...part, exhibitionId: earlier.id },
    name: inLocale(locale, earlier.name, earlier.nameEn),
  }
}
