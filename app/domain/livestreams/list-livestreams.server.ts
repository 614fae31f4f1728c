import { day, shanghaiMinute, startOfShanghaiDay } from '#app/kernel/clock.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { type Fen, fen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

export type LivestreamItem = {
  slug: string
  title: string
  host: string
  /** 2026-11-24 19:30 in Shanghai, and 21:30. */
  startsAt: string
  endsAt: string
  isOnAir: boolean
  isDemonstration: boolean
  products: Array<{ slug: string; title: string; minPriceFen: Fen }>
}
/** What shoppers may look forward to, and what they missed. */
export type Schedule = Record<'today' | 'coming' | 'past', Array<LivestreamItem>>

type Row = {
  slug: string
  title: string
  titleEn: string
  host: string
  startsAt: Date
  endsAt: Date
  isDemonstration: boolean
  when: keyof Schedule
  products: Array<{ slug: string; title: string; titleEn: string; minPriceFen: number }>
}

const most = { today: 20, coming: 12, past: 6 }
const mostProducts = 8

/** Days are Shanghai's; what is cancelled, or of a fair that is not published, is not there. */
export async function listLivestreams(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  locale: Locale,
): Promise<Schedule> {
  const now = clock.now()
  const today = startOfShanghaiDay(now)
  const tomorrow = new Date(today.getTime() + day)
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT l.slug, l.title, l.title_en AS "titleEn", l.host, l.starts_at AS "startsAt", l.ends_at AS "endsAt",
      l.is_demonstration OR l.is_fair_demonstration AS "isDemonstration", l."when",
      (SELECT coalesce(json_agg(json_build_object('slug', p.slug, 'title', p.title, 'titleEn', p.title_en,
          'minPriceFen', p.min_price_fen) ORDER BY p.position), '[]') FROM (
        SELECT g.slug, g.title, g.title_en, g.min_price_fen, s.position
        FROM livestream_product s JOIN product g ON g.id = s.product_id AND g.status = 'published'
        WHERE s.livestream_id = l.id ORDER BY s.position LIMIT ${mostProducts}
      ) p) AS products
    FROM (
      WITH shown AS NOT MATERIALIZED (
        SELECT s.*, COALESCE(e.is_demonstration, false) AS is_fair_demonstration
        FROM livestream s LEFT JOIN exhibition e ON e.id = s.exhibition_id
        WHERE NOT s.is_cancelled AND e.is_published IS NOT FALSE
      )
      (SELECT *, 'today' AS "when" FROM shown WHERE starts_at < ${tomorrow} AND ends_at > ${today}
        ORDER BY starts_at LIMIT ${most.today})
      UNION ALL
      (SELECT *, 'coming' FROM shown WHERE starts_at >= ${tomorrow} ORDER BY starts_at LIMIT ${most.coming})
      UNION ALL
      (SELECT *, 'past' FROM shown WHERE starts_at < ${today} AND ends_at <= ${today}
        ORDER BY starts_at DESC LIMIT ${most.past})
    ) l
    ORDER BY CASE l."when" WHEN 'past' THEN l.starts_at END DESC, l.starts_at, l.id`
  const of = (when: keyof Schedule) =>
    rows.filter((row) => row.when === when).map((row) => itemOf(row, locale, now))
  return { today: of('today'), coming: of('coming'), past: of('past') }
}

function itemOf(row: Row, locale: Locale, now: Date): LivestreamItem {
  const { slug, host, startsAt, endsAt, isDemonstration } = row
  return {
    slug,
    host,
    isDemonstration,
    title: inLocale(locale, row.title, row.titleEn),
    startsAt: shanghaiMinute(startsAt),
    endsAt: shanghaiMinute(endsAt).slice(11),
    isOnAir: startsAt <= now && now < endsAt,
    products: row.products.map(({ slug: product, title, titleEn, minPriceFen }) => ({
      slug: product,
      title: inLocale(locale, title, titleEn),
      minPriceFen: fen(minPriceFen),
    })),
  }
}
