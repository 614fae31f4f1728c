import { z } from 'zod'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import { reasonField } from '#app/domain/staff/reason-field.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { percentField } from './terms.ts'

export const feeSchema = z
  .object({
    feePercent: percentField,
    /** In percent, as the page showed it. */
    seenPercent: percentField,
    reason: reasonField,
  })
  .transform(({ feePercent, seenPercent, reason }) => ({ fee: feePercent, seen: seenPercent, reason }))

/** The contract's rate, in 1/100 %: orders take it when they are placed, and keep it. */
export async function setFee(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  { slug, fee, seen, reason }: { slug: string; fee: number; seen: number; reason: string },
): Promise<Result<null, Failure<'changed-meanwhile'>>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const [enterprise] = await tx.$queryRaw<Array<{ id: number }>>`
      UPDATE enterprise SET fee_basis_points = ${fee}
      WHERE slug = ${slug} AND fee_basis_points = ${seen}
        AND (${scope.divisionCode}::text IS NULL OR division_code = ${scope.divisionCode}) RETURNING id`
    if (!enterprise) return failure('changed-meanwhile')
    await writeAudit(tx, now, scope, {
      action: 'set-fee',
      subject: ['enterprise', slug],
      enterpriseId: enterprise.id,
      before: { feePercent: seen / 100 },
      after: { feePercent: fee / 100 },
      reason,
    })
    return success(null)
  })
}
