import { joinLedger } from '#app/domain/sales/ledger-locks.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { endOfPeriod, isPeriod, nextPeriod, type Period, periodOf } from './period.ts'

type Closing = Pick<Services, 'pool' | 'clock'>

export type NextPeriod = {
  period: Period
  isOver: boolean
  /** How many months are over and not closed, this one with them. */
  ended: number
}

/**
 * The month that is closed next: months are closed in their order, one that was begun is gone on with, and the first
 * of all is that of the first line of any statement. Null before there was one.
 */
export async function findNextPeriod({ pool, clock }: Closing): Promise<NextPeriod | null> {
  const [row] = await sqlOn(pool).$queryRaw<
    Array<{ closed: Period | null; begun: Period | null; first: Date | null }>
  >`
    SELECT (SELECT max(period) FROM statement_period WHERE closed_at IS NOT NULL) AS closed,
      (SELECT min(period) FROM statement_period WHERE closed_at IS NULL) AS begun,
      (SELECT min(l.occurred_at) FROM enterprise e CROSS JOIN LATERAL (
        SELECT occurred_at FROM unsettled_line WHERE enterprise_id = e.id ORDER BY occurred_at LIMIT 1
      ) l) AS first`
  const first = row?.first ? periodOf(shanghaiDay(row.first)) : null
  const period = row?.closed ? nextPeriod(row.closed) : (row?.begun ?? first)
  if (period === null) return null
  const current = periodOf(shanghaiDay(clock.now()))
  let ended = 0
  for (let each = period; each < current; each = nextPeriod(each)) ended += 1
  return { period, isOver: endOfPeriod(period) <= clock.now(), ended }
}

/**
 * Gives every enterprise that has something in it its statement of a month that is over. Each stands in a
 * transaction of its own, so a run that was killed is gone on with by the next, and two at once make the same
 * statements. What is booked into the month while they are made is in them or in those of the next month.
 */
export async function closePeriod(
  services: Closing,
  scope: OrganizerScope,
  period: string,
): Promise<Result<null, Failure<'already-closed' | 'not-next' | 'not-over'>>> {
  const next = await findNextPeriod(services)
  if (!next || !isPeriod(period) || period > next.period) return failure('not-next')
  if (period < next.period) return failure('already-closed')
  if (!next.isOver) return failure('not-over')
  await begin(services, scope, period)
  for (const id of await listUnsettled(services, period)) await closeStatement(services, scope, id, period)
  await finish(services, scope, period)
  return success(null)
}

async function begin({ pool, clock }: Closing, scope: OrganizerScope, period: Period): Promise<void> {
  const now = clock.now()
  await withTransaction(pool, async (tx) => {
    const begun = await tx.$executeRaw`
      INSERT INTO statement_period (period, started_at, started_by) VALUES (${period}, ${now}, ${scope.staff.staffId}::uuid)
      ON CONFLICT DO NOTHING`
    if (begun === 1)
      await writeAudit(tx, now, scope, { action: 'begin-closing', subject: ['statement-period', period] })
  })
}

/** Once; a run that comes second finds it done. */
async function finish({ pool, clock }: Closing, scope: OrganizerScope, period: Period): Promise<void> {
  const now = clock.now()
  await withTransaction(pool, async (tx) => {
    const finished = await tx.$executeRaw`
      UPDATE statement_period SET closed_at = ${now} WHERE period = ${period} AND closed_at IS NULL`
    if (finished === 1)
      await writeAudit(tx, now, scope, { action: 'close-statements', subject: ['statement-period', period] })
  })
}

async function listUnsettled({ pool }: Closing, period: Period): Promise<Array<number>> {
  const enterprises = await sqlOn(pool).$queryRaw<Array<{ id: number }>>`
    SELECT id FROM enterprise e
    WHERE NOT EXISTS (SELECT FROM statement s WHERE s.enterprise_id = e.id AND s.period = ${period}) ORDER BY id`
  return enterprises.map(({ id }) => id)
}

/**
 * What waits for a statement and belongs to the month is taken in one piece: what is booked meanwhile is in it or waits
 * on. Where it adds up to nothing, nobody has to pay it: it is settled at once. A slow run that finds the month closed, or the enterprise settled by another, takes nothing.
 */
async function closeStatement(
  { pool, clock }: Closing,
  scope: OrganizerScope,
  enterpriseId: number,
  period: Period,
): Promise<void> {
  const now = clock.now()
  await withTransaction(pool, async (tx) => {
    await joinLedger(tx)
    if (!(await holdOpen(tx, period))) return
    await tx.$executeRaw`
      WITH lines AS (
        DELETE FROM unsettled_line WHERE enterprise_id = ${enterpriseId} AND occurred_at < ${endOfPeriod(period)}
          AND NOT EXISTS (SELECT FROM statement WHERE enterprise_id = ${enterpriseId} AND period = ${period})
        RETURNING *
      ), made AS (
        INSERT INTO statement (id, enterprise_id, period, items_fen, shipping_fen, refunds_fen, fee_fen, net_fen, closed_at, closed_by,
          paid_at, paid_by)
        SELECT ${timeOrderedId(now)}::uuid, ${enterpriseId}::int, ${period},
          COALESCE(sum(items_fen) FILTER (WHERE kind = 'sale'), 0), COALESCE(sum(shipping_fen) FILTER (WHERE kind = 'sale'), 0),
          COALESCE(-sum(items_fen + shipping_fen) FILTER (WHERE kind <> 'sale'), 0), sum(fee_fen), sum(net_fen),
          ${now}::timestamptz, ${scope.staff.staffId}::uuid,
          CASE WHEN sum(net_fen) = 0 THEN ${now}::timestamptz END,
          CASE WHEN sum(net_fen) = 0 THEN ${scope.staff.staffId}::uuid END
        FROM lines HAVING count(*) > 0 RETURNING id
      )
      INSERT INTO statement_line (statement_id, kind, reference, order_number, occurred_at, items_fen, shipping_fen, fee_fen, net_fen)
      SELECT made.id, kind, reference, order_number, occurred_at, items_fen, shipping_fen, fee_fen, net_fen
      FROM made, lines ORDER BY occurred_at, reference`
  })
}

/** Of those who close the month one at a time; in the next statement each sees what the others have made. */
async function holdOpen(tx: Sql, period: Period): Promise<boolean> {
  const open = await tx.$queryRaw<Array<unknown>>`
    SELECT 1 FROM statement_period WHERE period = ${period} AND closed_at IS NULL FOR UPDATE`
  return open.length > 0
}
