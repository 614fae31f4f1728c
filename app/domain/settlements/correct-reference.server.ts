import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'

type Correction = { id: string; was: string; reference: string; reason: string }

/**
 * A reference of the bank that was mistyped. The payment stays what it was, and whoever marked it; `was` is the
 * reference that the page showed: of two who correct it the second is told.
 */
export async function correctReference(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  { id, was, reference, reason }: Correction,
): Promise<Result<null, Failure<'same-reference' | 'changed-meanwhile'>>> {
  if (was === reference) return failure('same-reference')
  return await withTransaction(pool, async (tx) => {
    const [corrected] = await tx.$queryRaw<Array<{ enterpriseId: number; period: string }>>`
      UPDATE statement SET paid_reference = ${reference}
      WHERE id = ${id}::uuid AND paid_at IS NOT NULL AND paid_reference = ${was}
      RETURNING enterprise_id AS "enterpriseId", period`
    if (!corrected) return failure('changed-meanwhile')
    const { enterpriseId, period } = corrected
    await writeAudit(tx, clock.now(), scope, {
      action: 'correct-reference',
      subject: ['statement', id],
      enterpriseId,
      before: { period, reference: was },
      after: { period, reference },
      reason,
    })
    return success(null)
  })
}
