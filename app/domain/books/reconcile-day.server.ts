import { raiseAlarm } from '#app/domain/notifications/alarms.server.ts'
import type { ProviderMoney } from '#app/domain/payments/provider.ts'
import { after, day as oneDay, shanghaiDay, startOfDay } from '#app/kernel/clock.ts'
import { addFen, type Fen, zeroFen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import type { ProviderDay, ProviderDifference } from './book-check.ts'
import { recordCheck } from './record-check.server.ts'

type Reconciling = Pick<Services, 'pool' | 'clock' | 'payments'>
/** Money as our books have it, by the provider's id. */
type Booked = { kind: 'payment' | 'refund'; id: string; order: string; amountFen: Fen; isOfDay: boolean }

/** A payment is made minutes before it settles here, a refund may take days to succeed. */
const longestDelay = 7 * oneDay

/**
 * A Shanghai day with the payment provider, payment by payment and refund by refund: what settled here must be there
 * with the same amount, and what was made there must be here (O11). Demonstration orders never were at a provider.
 */
export async function reconcileDay(services: Reconciling, day: string): Promise<ProviderDay> {
  const result = await recordCheck(services, 'provider', async () => {
    const detail = await compareDay(services, day)
    return { day, detail, differences: detail.differences.length }
  })
  const sql = sqlOn(services.pool)
  for (const difference of result.detail.differences)
    await raiseAlarm(sql, services.clock.now(), {
      kind: 'provider-difference',
      reference: `${difference.kind}:${difference.id}`,
      detail: { day, ...difference },
    })
  return result.detail
}

/**
 * The chore: each day that has ended and has not been compared since, the oldest first. A provider that cannot be reached
 * ends it; the days that are left have their turn again.
 */
export async function reconcileEndedDays(services: Reconciling): Promise<void> {
  for (const day of await listDueDays(services)) await reconcileDay(services, day)
}

/** Of the last thirty, from the first payment on. */
async function listDueDays({ pool, clock }: Reconciling): Promise<Array<string>> {
  const yesterday = shanghaiDay(after(clock.now(), -oneDay))
  const days = await sqlOn(pool).$queryRaw<Array<{ day: string }>>`
    SELECT to_char(due, 'YYYY-MM-DD') AS day
    FROM generate_series(${yesterday}::date - 29, ${yesterday}::date, interval '1 day') AS due
    WHERE due >= LEAST(${yesterday}::date, (
        SELECT min(p.settled_at AT TIME ZONE 'Asia/Shanghai')::date
        FROM payment p JOIN order_group g ON g.id = p.group_id AND NOT g.is_demonstration))
      AND NOT EXISTS (
        SELECT FROM book_check WHERE kind = 'provider' AND day = due::date
        AND checked_at >= (due + interval '1 day')::timestamp AT TIME ZONE 'Asia/Shanghai')
    ORDER BY due`
  return days.map(({ day }) => day)
}

async function compareDay({ pool, payments }: Reconciling, day: string): Promise<ProviderDay> {
  const start = startOfDay(day)
  const end = after(start, oneDay)
  const theirs = await payments.listMoney(after(start, -longestDelay), end)
  const ours = await readBooked(sqlOn(pool), start, end, theirs)
  const keyOf = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`
  const oursBy = new Map(ours.map((booked) => [keyOf(booked), booked]))
  const theirsBy = new Map(theirs.map((money) => [keyOf(money), money]))
  const ofDay = theirs.filter(({ at }) => at >= start)
  const differences: Array<ProviderDifference> = []
  for (const booked of ours.filter(({ isOfDay }) => isOfDay)) {
    const money = theirsBy.get(keyOf(booked))
    if (money?.amountFen !== booked.amountFen) differences.push(differenceOf(booked, money))
  }
  for (const money of ofDay) {
    const booked = oursBy.get(keyOf(money))
    if (!booked) differences.push(differenceOf(undefined, money))
  }
  const sum = (list: ReadonlyArray<{ kind: string; amountFen: Fen }>, kind: string) =>
    addFen(zeroFen, ...list.filter((item) => item.kind === kind).map(({ amountFen }) => amountFen))
  const oursOfDay = ours.filter(({ isOfDay }) => isOfDay)
  return {
    paid: { oursFen: sum(oursOfDay, 'payment'), theirsFen: sum(ofDay, 'payment') },
    refunded: { oursFen: sum(oursOfDay, 'refund'), theirsFen: sum(ofDay, 'refund') },
    differences,
  }
}

function differenceOf(booked: Booked | undefined, money: ProviderMoney | undefined): ProviderDifference {
  return {
    kind: booked?.kind ?? money?.kind ?? 'payment',
    id: booked?.id ?? money?.id ?? '',
    order: booked?.order ?? null,
    oursFen: booked?.amountFen ?? null,
    theirsFen: money?.amountFen ?? null,
  }
}

/** What settled on the day, set aside or not, and whatever else the provider's list names. */
async function readBooked(
  sql: Sql,
  start: Date,
  end: Date,
  theirs: ReadonlyArray<ProviderMoney>,
): Promise<Array<Booked>> {
  const ids = theirs.map(({ id }) => id)
  return await sql.$queryRaw<Array<Booked>>`
    SELECT 'payment' AS kind, p.payment_intent_id AS id, g.number AS order, COALESCE(p.received_fen, p.amount_fen) AS "amountFen",
      COALESCE(p.settled_at >= ${start} AND p.settled_at < ${end}, false) AS "isOfDay"
    FROM payment p JOIN order_group g ON g.id = p.group_id AND NOT g.is_demonstration
    WHERE p.status IN ('paid', 'quarantined') AND p.payment_intent_id IS NOT NULL
      AND ((p.settled_at >= ${start} AND p.settled_at < ${end}) OR p.payment_intent_id = ANY(${ids}::text[]))
    UNION ALL
    SELECT 'refund', r.provider_refund_id, g.number, r.amount_fen,
      COALESCE(r.settled_at >= ${start} AND r.settled_at < ${end}, false)
    FROM refund r JOIN order_group g ON g.id = r.group_id AND NOT g.is_demonstration
    WHERE r.status = 'succeeded' AND r.provider_refund_id IS NOT NULL
      AND ((r.settled_at >= ${start} AND r.settled_at < ${end}) OR r.provider_refund_id = ANY(${ids}::text[]))`
}
