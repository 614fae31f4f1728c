import { type Channel, channels } from '#app/domain/sales/sale-entry.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { type Fen, fen, subtractFen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { prepared, type Sql, sqlOn } from '#app/platform/sql.server.ts'

export type OwnFair = {
  slug: string
  name: string
  nameEn: string
  startsOn: string
  endsOn: string
  /** Null where only others sold its goods: a livestream, or the shop. */
  booth: string | null
  isDemonstration: boolean
}

type Sum = { amountFen: Fen; verifiedFen: Fen }

/** What an enterprise sold at a fair, verified or not; of the others it learns how many they are, and no more. */
export type OwnResults = Sum & {
  channels: Array<Sum & { channel: Channel }>
  days: Array<Sum & { day: string }>
  products: Array<Sum & { slug: string; title: string; titleEn: string; quantity: number }>
  /** What no product's row says: shipping, contracts, other goods, and products past the most that are shown. */
  rest: Sum
  /** Null before anything was sold. */
  rank: { place: number; of: number } | null
}

const mostFairs = 50
const mostProducts = 100

/** The fairs at which the enterprise has a booth, or sold something over another channel, the latest first. */
export async function listOwnFairs(
  { pool }: Pick<Services, 'pool'>,
  scope: EnterpriseScope,
): Promise<Array<OwnFair & { id: number }>> {
  type Row = Omit<OwnFair, 'startsOn' | 'endsOn'> & { id: number; startsAt: Date; endsAt: Date }
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT e.id, e.slug, e.name, e.name_en AS "nameEn", e.starts_at AS "startsAt", e.ends_at AS "endsAt", b.booth,
      e.is_demonstration AS "isDemonstration"
    FROM exhibition e LEFT JOIN exhibition_booth b ON b.exhibition_id = e.id AND b.enterprise_id = ${scope.enterpriseId}
    WHERE e.is_published AND (b.booth IS NOT NULL OR EXISTS (
      SELECT FROM sale_rollup WHERE exhibition_id = e.id AND channel = ANY(${[...channels]}::text[])
        AND dimension = 'enterprise' AND key = ${String(scope.enterpriseId)} AND grain = 'total'))
    ORDER BY e.starts_at DESC, e.id DESC LIMIT ${mostFairs}`
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    startsOn: shanghaiDay(startsAt),
    endsOn: shanghaiDay(new Date(endsAt.getTime() - 1)),
  }))
}

/** From the sums that every entry bumps. */
export async function readOwnResults(
  { pool }: Pick<Services, 'pool'>,
  scope: EnterpriseScope,
  exhibitionId: number,
): Promise<OwnResults> {
  const sql = sqlOn(pool)
  const at = { exhibitionId, enterpriseId: scope.enterpriseId }
  const [sums, products, rank] = await Promise.all([
    sumByDay(sql, at),
    sumByProduct(sql, at),
    readRank(pool, at),
  ])
  const days = [...Map.groupBy(sums, ({ day }) => day)]
  const [all, shown] = [total(sums), total(products)]
  return {
    ...all,
    channels: channels
      .map((channel) => ({ channel, ...total(sums.filter((sum) => sum.channel === channel)) }))
      .filter(({ amountFen, verifiedFen }) => amountFen !== 0 || verifiedFen !== 0),
    days: days.map(([day, ofDay]) => ({ day, ...total(ofDay) })),
    products,
    rest: {
      amountFen: subtractFen(all.amountFen, shown.amountFen),
      verifiedFen: subtractFen(all.verifiedFen, shown.verifiedFen),
    },
    rank,
  }
}

export type FairStanding = Pick<OwnFair, 'slug' | 'name' | 'nameEn'> & { rank: OwnResults['rank'] }

/** The fair that is on now and at which the enterprise has a booth, with its place so far; null between fairs. */
export async function findFairStanding(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  { enterpriseId }: EnterpriseScope,
): Promise<FairStanding | null> {
  const text = `
    SELECT e.slug, e.name, e.name_en AS "nameEn",
      CASE WHEN r.place IS NOT NULL THEN json_build_object('place', r.place, 'of', r."of") END AS rank
    FROM exhibition_booth b JOIN exhibition e ON e.id = b.exhibition_id
    LEFT JOIN LATERAL (SELECT place, "of" FROM (${ranksAt('e.id')}) ranks WHERE key = $1) r ON true
    WHERE b.enterprise_id = $1::text::int AND e.is_published AND NOT e.is_month_only AND e.starts_at <= $2 AND e.ends_at > $2
    ORDER BY e.starts_at DESC, e.id DESC LIMIT 1`
  const { rows } = await pool.query<FairStanding>(prepared(text, [String(enterpriseId), clock.now()]))
  return rows[0] ?? null
}

type At = { exhibitionId: number; enterpriseId: number }

async function sumByDay(sql: Sql, { exhibitionId, enterpriseId }: At) {
  return await sql.$queryRaw<Array<{ channel: string; day: string; amountFen: number; verifiedFen: number }>>`
    SELECT channel, to_char(bucket AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day,
      amount_fen::float8 AS "amountFen", verified_fen::float8 AS "verifiedFen"
    FROM sale_rollup
    WHERE exhibition_id = ${exhibitionId} AND dimension = 'enterprise' AND key = ${String(enterpriseId)} AND grain = 'day'
    ORDER BY bucket, channel`
}

async function sumByProduct(sql: Sql, { exhibitionId, enterpriseId }: At): Promise<OwnResults['products']> {
  return await sql.$queryRaw<OwnResults['products']>`
    SELECT p.slug, p.title, p.title_en AS "titleEn", sum(r.quantity)::float8 AS quantity,
      sum(r.amount_fen)::float8 AS "amountFen",
      sum(r.verified_fen)::float8 AS "verifiedFen"
    FROM product p JOIN sale_rollup r ON r.exhibition_id = ${exhibitionId} AND r.dimension = 'product'
      AND r.key = p.id::text AND r.grain = 'total'
    WHERE p.enterprise_id = ${enterpriseId} GROUP BY p.id ORDER BY 5 DESC, p.id LIMIT ${mostProducts}`
}

async function readRank(
  pool: Services['pool'],
  { exhibitionId, enterpriseId }: At,
): Promise<OwnResults['rank']> {
  const text = `SELECT place, "of" FROM (${ranksAt('$1')}) ranks WHERE key = $2`
  const { rows } = await pool.query<{ place: number; of: number }>(
    prepared(text, [exhibitionId, String(enterpriseId)]),
  )
  return rows[0] ?? null
}

/** Places among those who sold anything; their names and sums stay in the database. */
function ranksAt(exhibition: '$1' | 'e.id'): string {
  return `
    SELECT key, rank() OVER (ORDER BY sum(amount_fen) DESC)::int AS place, (count(*) OVER ())::int AS "of"
    FROM sale_rollup WHERE exhibition_id = ${exhibition} AND dimension = 'enterprise' AND grain = 'total'
    GROUP BY key HAVING sum(amount_fen) > 0`
}

function total(sums: ReadonlyArray<{ amountFen: number; verifiedFen: number }>): Sum {
  const sum = (figure: 'amountFen' | 'verifiedFen') =>
    fen(sums.reduce((amount, each) => amount + each[figure], 0))
  return { amountFen: sum('amountFen'), verifiedFen: sum('verifiedFen') }
}
