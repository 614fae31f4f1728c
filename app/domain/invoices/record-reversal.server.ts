import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'

/** The number of the red-letter invoice, once; for what was recorded, the tax authority keeps the books. */
export async function recordReversal(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  { id, number }: { id: string; number: string },
): Promise<Result<null, Failure<'not-found'>>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const [reversal] = await tx.$queryRaw<Array<{ invoiceId: string; amountFen: number }>>`
      UPDATE invoice_reversal v SET number = ${number}, recorded_at = ${now}, recorded_by = ${scope.staff.staffId}::uuid
      FROM invoice i
      WHERE v.id = ${id}::uuid AND v.number IS NULL AND i.id = v.invoice_id AND i.enterprise_id = ${scope.enterpriseId}
      RETURNING v.invoice_id AS "invoiceId", v.amount_fen AS "amountFen"`
    if (!reversal) return failure('not-found')
    const { invoiceId, amountFen } = reversal
    await writeAudit(tx, now, scope, {
      action: 'record-reversal',
      subject: ['invoice', invoiceId],
      after: { number, amountFen },
    })
    return success(null)
  })
}
