import { isInstant } from '#app/kernel/clock.ts'
import { isIntegerId } from '#app/kernel/ids.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { Fen } from '#app/kernel/money.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { type LiveMetrics, liveMetrics } from './metrics.ts'

type Reading = Pick<Services, 'pool'>

export type ScheduledLivestream = {
  slug: string
  title: string
  host: string
  fair: string | null
  startsAt: Date
  endsAt: Date
  isCancelled: boolean
  isDemonstration: boolean
  /** What the ledger has of it, refunds taken off; claimed and verified together. */
  netFen: Fen
}
export type LivestreamFilter = { fair: string; after: string | null }

const pageSize = 30

/** The latest first. The ledger's figure is a row of the rollups, not a sum of entries. */
export async function listSchedule(
  { pool }: Reading,
  locale: Locale,
  { fair, after }: LivestreamFilter,
): Promise<Page<ScheduledLivestream>> {
  const [from, id] = readCursor(after, isInstant, isIntegerId) ?? [null, null]
  const rows = await sqlOn(pool).$queryRaw<
    Array<ScheduledLivestream & { id: number; titleEn: string; fairEn: string | null }>
  >`
    SELECT l.id, l.slug, l.title, l.title_en AS "titleEn", l.host, x.name AS fair, x.name_en AS "fairEn", l.starts_at AS "startsAt",
      l.ends_at AS "endsAt", l.is_cancelled AS "isCancelled",
      l.is_demonstration OR COALESCE(x.is_demonstration, false) AS "isDemonstration", COALESCE(r.fen, 0)::float8 AS "netFen"
    FROM livestream l LEFT JOIN exhibition x ON x.id = l.exhibition_id
    LEFT JOIN LATERAL (
      SELECT sum(amount_fen) AS fen FROM sale_rollup
      WHERE exhibition_id = ANY(ARRAY(SELECT 0 UNION ALL SELECT id FROM exhibition)) AND channel IN ('livestream', 'online') AND dimension = 'livestream'
        AND key = l.id::text AND grain = 'total'
    ) r ON true
    WHERE (${fair} = '' OR x.slug = ${fair}) AND (${from}::timestamptz IS NULL OR (l.starts_at, l.id) < (${from}, ${id}::int))
    ORDER BY l.starts_at DESC, l.id DESC LIMIT ${pageSize + 1}`
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    items: shown.map(({ id: _, titleEn, fairEn, ...item }) => ({
      ...item,
      title: inLocale(locale, item.title, titleEn),
      fair: inLocale(locale, item.fair ?? '', fairEn ?? '') || null,
    })),
    next: rows.length > pageSize && last ? encodeCursor([last.startsAt.toISOString(), last.id]) : null,
  }
}

export type LivestreamRecord = {
  id: number
  slug: string
  title: string
  titleEn: string
  host: string
  hostAccount: string | null
  fair: string | null
  fairName: string | null
  startsAt: Date
  endsAt: Date
  isCancelled: boolean
  isDemonstration: boolean
  version: number
  metrics: LiveMetrics
  products: Array<{ slug: string; title: string; enterprise: string }>
  enterprises: Array<{ slug: string; name: string }>
}

/** Null for an unknown slug. */
export async function findLivestream(
  { pool }: Reading,
  locale: Locale,
  slug: string,
): Promise<LivestreamRecord | null> {
  const isChinese = locale === 'zh'
  const [row] = await sqlOn(pool).$queryRaw<Array<Omit<LivestreamRecord, 'metrics'> & { metrics: unknown }>>`
    SELECT l.id, l.slug, l.title, l.title_en AS "titleEn", l.host, l.host_account AS "hostAccount", x.slug AS fair,
      CASE WHEN ${isChinese} OR x.name_en = '' THEN x.name ELSE x.name_en END AS "fairName", l.starts_at AS "startsAt", l.ends_at AS "endsAt",
      l.is_cancelled AS "isCancelled", l.is_demonstration OR COALESCE(x.is_demonstration, false) AS "isDemonstration", l.version, COALESCE(l.metrics, '{}') AS metrics,
      (SELECT COALESCE(json_agg(json_build_object('slug', p.slug, 'title', CASE WHEN ${isChinese} OR p.title_en = '' THEN p.title ELSE p.title_en END, 'enterprise',
          CASE WHEN ${isChinese} OR e.name_en = '' THEN e.name ELSE e.name_en END)
          ORDER BY s.position, s.product_id), '[]')
        FROM livestream_product s JOIN product p ON p.id = s.product_id JOIN enterprise e ON e.id = p.enterprise_id
        WHERE s.livestream_id = l.id) AS products,
      (SELECT COALESCE(json_agg(json_build_object('slug', e.slug,
          'name', CASE WHEN ${isChinese} OR e.name_en = '' THEN e.name ELSE e.name_en END) ORDER BY e.id), '[]')
        FROM livestream_enterprise s JOIN enterprise e ON e.id = s.enterprise_id WHERE s.livestream_id = l.id) AS enterprises
    FROM livestream l LEFT JOIN exhibition x ON x.id = l.exhibition_id WHERE l.slug = ${slug}`
  return row ? { ...row, metrics: liveMetrics.catch({}).parse(row.metrics) } : null
}

/** 成交额 and 退款 of the platform apart, as its exports have them; what the shop's own link sold, refunds taken off. */
export type LivestreamFigures = Record<
  'platformFen' | 'platformRefundFen' | 'shopNetFen' | 'netFen' | 'verifiedFen',
  Fen
> & {
  platformOrders: number
}

export async function readLivestreamFigures({ pool }: Reading, id: number): Promise<LivestreamFigures> {
  const [figures] = await sqlOn(pool).$queryRaw<Array<LivestreamFigures>>`
    SELECT o.orders AS "platformOrders", o.gross AS "platformFen", o.refunded AS "platformRefundFen",
      r.shop AS "shopNetFen", r.net AS "netFen", r.verified AS "verifiedFen"
    FROM (
      SELECT count(*)::int AS orders, COALESCE(sum(gross_fen), 0)::float8 AS gross, COALESCE(sum(refunded_fen), 0)::float8 AS refunded
      FROM platform_order WHERE livestream_id = ${id}::int AND status = 'posted'
    ) o, (
      SELECT COALESCE(sum(r.amount_fen) FILTER (WHERE r.channel = 'online'), 0)::float8 AS shop,
        COALESCE(sum(r.amount_fen), 0)::float8 AS net, COALESCE(sum(r.verified_fen), 0)::float8 AS verified
      FROM sale_rollup r WHERE r.exhibition_id = ANY(ARRAY(SELECT 0 UNION ALL SELECT id FROM exhibition))
        AND r.channel IN ('livestream', 'online') AND r.dimension = 'livestream' AND r.key = (${id}::int)::text AND r.grain = 'total'
    ) r`
  if (!figures) throw new Error('an aggregate has one row')
  return figures
}

/** Goods to be shown, by a part of their title, or the slug in their address. */
export async function findGoodsToShow(
  { pool }: Reading,
  locale: Locale,
  text: string,
): Promise<Array<{ slug: string; title: string; enterprise: string }>> {
  if (text === '') return []
  const isChinese = locale === 'zh'
  return await sqlOn(pool).$queryRaw<Array<{ slug: string; title: string; enterprise: string }>>`
    SELECT p.slug, CASE WHEN ${isChinese} OR p.title_en = '' THEN p.title ELSE p.title_en END AS title,
      CASE WHEN ${isChinese} OR e.name_en = '' THEN e.name ELSE e.name_en END AS enterprise
    FROM product p JOIN enterprise e ON e.id = p.enterprise_id
    WHERE p.status = 'published' AND (strpos(p.title, ${text}) > 0 OR p.slug = ${text} OR strpos(e.name, ${text}) > 0)
    ORDER BY p.sales_count DESC, p.id LIMIT 12`
}
