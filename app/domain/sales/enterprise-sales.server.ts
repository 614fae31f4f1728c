import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { after, day, shanghaiDay, startOfShanghaiDay } from '#app/kernel/clock.ts'
import { addFen, type Fen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { Channel } from './sale-entry.ts'
import { type DayOfSales, everyDay } from './sales-days.ts'

type SoldProduct = { id: number; title: string; titleEn: string; quantity: number; amountFen: Fen }

/** Sales less refunds, as the ledger has them; days are Shanghai's. */
export type EnterpriseSales = {
  asOf: Date
  today: {
    totalFen: Fen
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
  const [sums, products] = await Promise.all([
    sumByDay(pool, scope, since, now),
    sumByProduct(pool, scope, today, now),
  ])
  const channels = sums
    .filter((sum) => sum.day === shanghaiDay(now))
    .map(({ channel, amountFen }) => ({ channel, amountFen }))
  const totalFen = addFen(...channels.map(({ amountFen }) => amountFen))
  return {
    asOf: now,
    today: { totalFen, channels, products },
    days: everyDay(sums, shanghaiDay(now), shownDays),
  }
}

type DaySum = DayOfSales & { channel: Channel }

async function sumByDay(
  pool: Services['pool'],
  { enterpriseId }: EnterpriseScope,
  since: Date,
  until: Date,
): Promise<Array<DaySum>> {
  return await sqlOn(pool).$queryRaw<Array<DaySum>>`
    SELECT to_char(occurred_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, channel, sum(amount_fen)::float8 AS "amountFen"
    FROM sale_entry WHERE enterprise_id = ${enterpriseId} AND occurred_at >= ${since} AND occurred_at <= ${until}
    GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`
}

async function sumByProduct(
  pool: Services['pool'],
  { enterpriseId }: EnterpriseScope,
  since: Date,
  until: Date,
): Promise<Array<SoldProduct>> {
  return await sqlOn(pool).$queryRaw<Array<SoldProduct>>`
    SELECT p.id, p.title, p.title_en AS "titleEn", sum(s.quantity)::int AS quantity, sum(s.amount_fen)::float8 AS "amountFen"
    FROM sale_entry s JOIN product p ON p.id = s.product_id
    WHERE s.enterprise_id = ${enterpriseId} AND s.occurred_at >= ${since} AND s.occurred_at <= ${until}
    GROUP BY p.id ORDER BY 5 DESC, 1 LIMIT 5`
}
