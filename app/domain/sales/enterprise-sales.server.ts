import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { after, day, shanghaiDay, startOfShanghaiDay } from '#app/kernel/clock.ts'
import { addFen, type Fen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { Channel } from './sale-entry.ts'
import { type DayOfSales, everyDay } from './sales-days.ts'

type SoldProduct = { id: number; title: string; titleEn: string; quantity: number; amountFen: Fen }

/** Sales less refunds, as the ledger has them; days are Shanghai's. What was signed stands beside, never inside. */
export type EnterpriseSales = {
  asOf: Date
  today: {
    totalFen: Fen
    signedFen: Fen
    channels: Array<{ channel: Channel; amountFen: Fen }>
    products: Array<SoldProduct>
  }
  /** The last two weeks, today last. */
  days: Array<DayOfSales>
}

const shownDays = 14

/** What an enterprise sells: today by channel and product, and day by day before. */
export async function readEnterpriseSales(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
): Promise<EnterpriseSales> {
  const now = clock.now()
  const today = startOfShanghaiDay(now)
  const since = after(today, (1 - shownDays) * day)
  const { days, products } = await readSums(pool, scope, { since, today, now })
  const ofToday = days.filter((sum) => sum.day === shanghaiDay(now))
  const sold = ofToday.filter(({ channel }) => channel !== 'contract')
  const signed = ofToday.filter(({ channel }) => channel === 'contract')
  return {
    asOf: now,
    today: {
      totalFen: addFen(...sold.map(({ amountFen }) => amountFen)),
      signedFen: addFen(...signed.map(({ amountFen }) => amountFen)),
      channels: sold.map(({ channel, amountFen }) => ({ channel, amountFen })),
      products,
    },
    days: everyDay(
      days.filter(({ channel }) => channel !== 'contract'),
      shanghaiDay(now),
      shownDays,
    ),
  }
}

type Sums = { days: Array<DayOfSales & { channel: Channel }>; products: Array<SoldProduct> }

/** In one statement, for a page that asks for much else. */
async function readSums(
  pool: Services['pool'],
  { enterpriseId }: EnterpriseScope,
  { since, today, now }: Record<'since' | 'today' | 'now', Date>,
): Promise<Sums> {
  const [sums] = await sqlOn(pool).$queryRaw<Array<Sums>>`
    SELECT
      (SELECT coalesce(json_agg(d), '[]') FROM (
        SELECT to_char(occurred_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, channel, sum(amount_fen)::float8 AS "amountFen"
        FROM sale_entry WHERE enterprise_id = ${enterpriseId} AND occurred_at >= ${since} AND occurred_at <= ${now}
        GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2
      ) d) AS days,
      (SELECT coalesce(json_agg(s), '[]') FROM (
        SELECT p.id, p.title, p.title_en AS "titleEn", sum(e.quantity)::int AS quantity, sum(e.amount_fen)::float8 AS "amountFen"
        FROM sale_entry e JOIN product p ON p.id = e.product_id
        WHERE e.enterprise_id = ${enterpriseId} AND e.occurred_at >= ${today} AND e.occurred_at <= ${now}
        GROUP BY p.id ORDER BY 5 DESC, 1 LIMIT 5
      ) s) AS products`
  if (!sums) throw new Error('a SELECT without FROM gives one row')
  return sums
}
