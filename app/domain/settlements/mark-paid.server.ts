import { undoSeconds } from '#app/domain/listings/bulk/bulk-act.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { after, second } from '#app/kernel/clock.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn, withTransaction } from '#app/platform/sql.server.ts'

type Paying = Pick<Services, 'pool' | 'clock'>
/** Money that the platform pays out, or that comes back from an enterprise whose statement is negative. */
export type Direction = 'pay' | 'recover'

type Row = { id: string; enterpriseId: number; period: string; netFen: string }

/** The money has left or come, under the bank's reference; once, for of two clerks the second is told. */
export async function markPaid(
  services: Paying,
  scope: OrganizerScope,
  { id, direction, reference }: { id: string; direction: Direction; reference: string },
): Promise<Result<null, Failure<'already-paid'>>> {
  const { count } = await markAllPaid(services, scope, { ids: [id], direction, reference })
  return count === 1 ? success(null) : failure('already-paid')
}

/**
 * Of several statements by one transfer, all in one direction; those that somebody marked before stay as they are, so again marks nothing.
 * `paidAt` is what they are undone by.
 */
export async function markAllPaid(
  { pool, clock }: Paying,
  scope: OrganizerScope,
  { ids, direction, reference }: { ids: ReadonlyArray<string>; direction: Direction; reference: string },
): Promise<{ count: number; paidAt: Date }> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    // In one order, so that two clerks who chose some of the same wait for each other and do not deadlock.
    const paid = await tx.$queryRaw<Array<Row>>`
      WITH due AS (
        SELECT id FROM statement WHERE id = ANY(${ids}::uuid[]) AND (net_fen < 0) = ${direction === 'recover'}
          AND paid_at IS NULL ORDER BY id FOR UPDATE
      )
      UPDATE statement s SET paid_at = ${now}, paid_by = ${scope.staff.staffId}::uuid, paid_reference = ${reference},
        paid_to = (SELECT a.bank || ' ' || right(a.number, 4) FROM bank_account a
          WHERE a.enterprise_id = s.enterprise_id AND a.status = 'confirmed' AND s.net_fen > 0)
      FROM due WHERE s.id = due.id
      RETURNING s.id, s.enterprise_id AS "enterpriseId", s.period, s.net_fen AS "netFen"`
    for (const { id, enterpriseId, period, netFen } of paid)
      await writeAudit(tx, now, scope, {
        action: direction === 'pay' ? 'mark-paid' : 'mark-recovered',
        subject: ['statement', id],
        enterpriseId,
        after: { period, netFen, reference },
      })
    return { count: paid.length, paidAt: now }
  })
}

/** What the clerk marked at that instant, and whether it can still be taken back. */
export async function findPayout(
  { pool, clock }: Paying,
  { staff }: OrganizerScope,
  paidAt: Date,
): Promise<{ count: number; isFresh: boolean }> {
  const [row] = await sqlOn(pool).$queryRaw<Array<{ count: number }>>`
    SELECT count(*)::int AS count FROM statement WHERE paid_at = ${paidAt} AND paid_by = ${staff.staffId}::uuid`
  return { count: row?.count ?? 0, isFresh: after(paidAt, undoSeconds * second) > clock.now() }
}

/** Within a minute, by whoever marked them: all that were marked at that instant wait for their payment again. */
export async function undoPayout(
  { pool, clock }: Paying,
  scope: OrganizerScope,
  paidAt: Date,
): Promise<Result<null, Failure<'too-late'>>> {
  const now = clock.now()
  if (after(paidAt, undoSeconds * second) <= now) return failure('too-late')
  return await withTransaction(pool, async (tx) => {
    const undone = await tx.$queryRaw<Array<Row & { reference: string }>>`
      UPDATE statement SET paid_at = NULL, paid_by = NULL, paid_reference = NULL, paid_to = NULL
      WHERE paid_at = ${paidAt} AND paid_by = ${scope.staff.staffId}::uuid
      RETURNING id, enterprise_id AS "enterpriseId", period, net_fen AS "netFen", old.paid_reference AS reference`
    for (const { id, enterpriseId, period, netFen, reference } of undone)
      await writeAudit(tx, now, scope, {
        action: 'unmark-paid',
        subject: ['statement', id],
        enterpriseId,
        before: { period, netFen, reference },
      })
    return success(null)
  })
}
