import { hash } from 'node:crypto'
import { channels } from '#app/domain/sales/sale-entry.ts'
import { threeFigures } from '#app/domain/sales/three-figures.ts'
import { after, day, shanghaiDay, startOfShanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { Audience, LiveSnapshot } from './snapshot.ts'

type Named = { name: string; nameEn: string }
type Sum = { channel: string; amountFen: number; verifiedFen: number }
type Row = {
  exhibition: Named & {
    slug: string
    isDemonstration: boolean
    isPublic: boolean
    version: number
    startsAt: string
    endsAt: string
  }
  /** How often the sums have been bumped: entries appended, and entries verified. */
  appended: number
  verified: number
  sums: Array<Sum>
  divisions: LiveSnapshot['divisions']
  enterprises: LiveSnapshot['enterprises']
  products: LiveSnapshot['products']
  categories: LiveSnapshot['categories']
  districts: LiveSnapshot['districts']
  flows: LiveSnapshot['flows']
  minutes: Array<{ hour: number; amountFen: number }>
  lastSales: Array<LastSale>
}
type LastSale = Omit<LiveSnapshot['lastSales'][number], 'at'> & {
  at: string
  enterprise: Named
  district: Named | null
  isVerified: boolean
}

/**
 * The figures of a fair from its sums, in one statement, so that all parts are of one instant; null where this audience may
 * not see them.
 */
export async function readSnapshot(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  exhibitionId: number,
  audience: Audience,
): Promise<LiveSnapshot | null> {
  const now = clock.now()
  const row = await readRow(pool, exhibitionId, audience === 'public', now)
  if (!row || (audience === 'public' && !row.exhibition.isPublic)) return null
  const { slug, name, nameEn, isDemonstration } = row.exhibition
  const today = shanghaiDay(shownDay(row.exhibition, now))
  const asOf = now.toISOString()
  const shared = {
    exhibition: { slug, name, nameEn, isDemonstration },
    figures: threeFigures(row.sums.map(({ channel, amountFen }) => [channel, amountFen])),
    channels: channels.map((channel) => ({
      channel,
      amountFen: row.sums.find((sum) => sum.channel === channel)?.amountFen ?? 0,
    })),
    divisions: row.divisions,
    enterprises: row.enterprises,
    products: row.products,
    categories: row.categories,
    districts: row.districts,
    flows: row.flows,
    hours: { day: today, amountFen: byHour(row.minutes) },
  }
  const sales = row.lastSales.map((sale) => ({ ...sale, at: new Date(sale.at).toISOString() }))
  const since = { day: today, version: row.exhibition.version }
  if (audience === 'public') {
    const lastSales = sales.map(({ enterprise: _, district: __, isVerified: ___, ...sale }) => sale)
    const told = { ...shared, counts: 'verified' as const, lastSales }
    return { id: idOf(told, since, row.verified), asOf, ...told }
  }
  const told = {
    ...shared,
    counts: 'claimed-and-verified' as const,
    isRehearsal: false,
    isOver: false,
    verified: threeFigures(row.sums.map(({ channel, verifiedFen }) => [channel, verifiedFen])),
    lastSales: sales,
  }
  return { id: idOf(told, since, row.appended + row.verified), asOf, ...told }
}

/**
 * The same in whichever process it is read, and another with whatever it tells: a name or a rebuilt sum, too. They are in
 * order by their day, at whose end the hours begin anew, by the entries that count, of which none is ever taken out of the
 * ledger, and by the changes of the fair.
 */
function idOf(told: object, { day, version }: { day: string; version: number }, entries: number): string {
  const mark = hash('sha1', JSON.stringify(told)).slice(0, 8)
  return [day.replaceAll('-', ''), entries, version, mark].join('-')
}

/** Until when a snapshot of this instant holds if nothing is sold. */
export function endOfDay(now: Date): Date {
  return after(startOfShanghaiDay(now), day)
}

/** An instant of today; of the last day of a fair that is over, of the first of one that comes. */
function shownDay({ startsAt, endsAt }: { startsAt: string; endsAt: string }, now: Date): Date {
  const last = after(new Date(endsAt), -1)
  return now > last ? last : now < new Date(startsAt) ? new Date(startsAt) : now
}

function byHour(minutes: Row['minutes']): Array<number> {
  return Array.from({ length: 24 }, (_, hour) => minutes.find((row) => row.hour === hour)?.amountFen ?? 0)
}

/** The last sales are looked for among the latest thousand entries: a fair with none verified is not searched through. */
async function readRow(
  pool: Services['pool'],
  exhibitionId: number,
  isVerifiedOnly: boolean,
  now: Date,
): Promise<Row | null> {
  const [row] = await sqlOn(pool).$queryRaw<Array<Row>>`
    WITH fair AS (
      SELECT *, LEAST(GREATEST(${now}::timestamptz, starts_at), ends_at - interval '1 ms') AS shown
      FROM exhibition WHERE id = ${exhibitionId}
    ), total AS MATERIALIZED (
      SELECT dimension, key, channel, verified_entries, entries, amount_fen, verified_fen,
        CASE WHEN ${isVerifiedOnly} THEN verified_fen ELSE amount_fen END AS fen
      FROM sale_rollup WHERE exhibition_id = ${exhibitionId} AND grain = 'total' AND bucket = timestamptz 'epoch'
        AND dimension IN ('all', 'enterprise', 'division', 'category', 'product', 'district', 'flow')
    ), part AS (
      SELECT dimension, key, sum(fen) AS fen FROM total WHERE dimension <> 'all' GROUP BY 1, 2
    ), entry AS (
      SELECT e.*, v.entry_id IS NOT NULL AS is_verified FROM (
        SELECT * FROM sale_entry WHERE exhibition_id = ${exhibitionId} AND occurred_at <= ${now}::timestamptz
          AND NOT is_shipping(sale_entry)
        ORDER BY occurred_at DESC LIMIT 1000
      ) e LEFT JOIN sale_verification v ON v.entry_id = e.id
      WHERE e.kind = 'sale' AND (v.entry_id IS NOT NULL OR NOT ${isVerifiedOnly})
        AND NOT EXISTS (SELECT FROM sale_entry c WHERE c.corrects_id = e.id)
      ORDER BY e.occurred_at DESC, e.id DESC LIMIT 12
    )
    SELECT
      (SELECT json_build_object('slug', slug, 'name', name, 'nameEn', name_en, 'isDemonstration', is_demonstration,
        'isPublic', is_published AND has_public_figure, 'startsAt', starts_at, 'endsAt', ends_at,
        'version', version) FROM fair) AS exhibition,
      (SELECT COALESCE(sum(entries), 0)::float8 FROM total WHERE dimension = 'all') AS appended,
      (SELECT COALESCE(sum(verified_entries), 0)::float8 FROM total WHERE dimension = 'all') AS verified,
      (SELECT COALESCE(json_agg(json_build_object('channel', channel, 'amountFen', fen, 'verifiedFen', verified_fen)), '[]')
        FROM total WHERE dimension = 'all') AS sums,
      (SELECT json_agg(json_build_object('code', d.code, 'name', d.name, 'nameEn', d.name_en, 'amountFen', COALESCE(p.fen, 0))
          ORDER BY COALESCE(p.fen, 0) DESC, d.sort)
        FROM division d LEFT JOIN part p ON p.dimension = 'division' AND p.key = d.code) AS divisions,
      (SELECT COALESCE(json_agg(json_build_object('slug', e.slug, 'name', e.name, 'nameEn', e.name_en,
          'divisionCode', e.division_code, 'amountFen', p.fen) ORDER BY p.fen DESC, e.id), '[]')
        FROM (SELECT key, fen FROM part WHERE dimension = 'enterprise' AND fen > 0 ORDER BY fen DESC, key LIMIT 10) p
        JOIN enterprise e ON e.id = p.key::int) AS enterprises,
      (SELECT COALESCE(json_agg(json_build_object('slug', g.slug, 'name', g.title, 'nameEn', g.title_en,
          'divisionCode', g.division_code, 'amountFen', p.fen) ORDER BY p.fen DESC, g.id), '[]')
        FROM (SELECT key, fen FROM part WHERE dimension = 'product' AND fen > 0 ORDER BY fen DESC, key LIMIT 10) p
        JOIN product g ON g.id = p.key::int) AS products,
      (SELECT COALESCE(json_agg(json_build_object('code', c.code, 'name', c.name, 'nameEn', c.name_en, 'amountFen', p.fen)
          ORDER BY p.fen DESC, c.sort), '[]')
        FROM part p JOIN category c ON c.code = p.key WHERE p.dimension = 'category' AND p.fen > 0) AS categories,
      (SELECT COALESCE(json_agg(json_build_object('code', d.code, 'name', d.name, 'nameEn', d.name_en, 'amountFen', p.fen)
          ORDER BY p.fen DESC, d.sort), '[]')
        FROM part p JOIN district d ON d.code = p.key WHERE p.dimension = 'district' AND p.fen > 0) AS districts,
      (SELECT COALESCE(json_agg(json_build_object('district', json_build_object('name', b.name, 'nameEn', b.name_en),
          'divisionCode', d.code, 'isPaired', d.pair_code IS NOT DISTINCT FROM b.code, 'amountFen', p.fen)
          ORDER BY p.fen DESC, p.key), '[]')
        FROM (SELECT key, fen FROM part WHERE dimension = 'flow' AND fen > 0 ORDER BY fen DESC, key LIMIT 12) p
        JOIN district b ON b.code = split_part(p.key, ':', 1) JOIN division d ON d.code = split_part(p.key, ':', 2)) AS flows,
      (SELECT COALESCE(json_agg(json_build_object('hour', hour, 'amountFen', fen)), '[]') FROM (
          SELECT extract(hour FROM bucket AT TIME ZONE 'Asia/Shanghai')::int AS hour,
            sum(CASE WHEN ${isVerifiedOnly} THEN verified_fen ELSE amount_fen END) AS fen
          FROM sale_rollup, fair WHERE exhibition_id = ${exhibitionId} AND grain = 'minute' AND dimension = 'all'
            AND bucket >= date_trunc('day', shown, 'Asia/Shanghai') AND bucket < date_trunc('day', shown, 'Asia/Shanghai') + interval '1 day'
          GROUP BY 1) AS hours) AS minutes,
      (SELECT COALESCE(json_agg(json_build_object('at', e.occurred_at, 'channel', e.channel, 'divisionCode', e.division_code,
          'product', CASE WHEN g.id IS NOT NULL THEN json_build_object('name', g.title, 'nameEn', g.title_en) END,
          'amountFen', e.amount_fen, 'enterprise', json_build_object('name', n.name, 'nameEn', n.name_en),
          'district', CASE WHEN b.code IS NOT NULL THEN json_build_object('name', b.name, 'nameEn', b.name_en) END,
          'isVerified', e.is_verified) ORDER BY e.occurred_at DESC, e.id DESC), '[]')
        FROM entry e JOIN enterprise n ON n.id = e.enterprise_id LEFT JOIN product g ON g.id = e.product_id
        LEFT JOIN district b ON b.code = e.beijing_district_code) AS "lastSales"`
  return row?.exhibition ? row : null
}
