import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'

/** The money has left, under the bank's reference; once, for of two clerks the second is told. */
export async function markPaid(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  { id, reference }: { id: string; reference: string },
): Promise<Result<null, Failure<'already-paid'>>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const [paid] = await tx.$queryRaw<Array<{ enterpriseId: number; period: string; netFen: string }>>`
      UPDATE statement SET paid_at = ${now}, paid_by = ${scope.staff.staffId}::uuid, paid_reference = ${reference}
      WHERE id = ${id}::uuid AND paid_at IS NULL
      RETURNING enterprise_id AS "enterpriseId", period, net_fen AS "netFen"`
    if (!paid) return failure('already-paid')
    const { enterpriseId, period, netFen } = paid
    await writeAudit(tx, now, scope, {
      action: 'mark-paid',
      subject: ['statement', id],
      enterpriseId,
      after: { period, netFen, reference },
    })
    return success(null)
  })
}
