import { correctEntries } from '#app/domain/sales/append-entries.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import { type OrganizerScope, organizerMay } from '#app/domain/staff/scope.ts'
import { returnFromBooth } from '#app/domain/stock/sell-at-booth.server.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { type BoothKey, lockBooths } from './booth-lock.server.ts'

type Refusal = Failure<'not-found' | 'not-yours' | 'already-void'>
type Recorded = { id: bigint; recordedBy: string; amountFen: number }

/**
 * Takes a sale back by its negative (T74): who recorded it may, and who runs the fair.
 * @param reason null for what was taken back at the till, at once: nobody is asked why
 */
export async function voidSale(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  booth: BoothKey,
  { ref, reason }: { ref: string; reason: string | null },
): Promise<Result<null, Refusal>> {
  return await withTransaction(pool, async (tx): Promise<Result<null, Refusal>> => {
    await lockBooths(tx, [booth])
    const now = clock.now()
    const sale = await findSale(tx, booth, ref)
    if (!sale) return failure('not-found')
    const { staffId, login } = scope.staff
    if (sale.recordedBy !== staffId && !organizerMay(scope, 'manage-exhibitions')) return failure('not-yours')
    await returnFromBooth(tx, now, login, ref)
    const how = { by: staffId, note: reason, isAtOnce: reason === null }
    const corrections = await correctEntries(tx, now, [sale.id], how)
    if (corrections.length === 0) return failure('already-void')
    await writeAudit(tx, now, scope, {
      action: 'void-sale',
      subject: ['sale-entry', String(sale.id)],
      before: { amountFen: sale.amountFen },
      enterpriseId: booth.enterpriseId,
      ...(reason !== null && { reason }),
    })
    return success(null)
  })
}

async function findSale(tx: Sql, booth: BoothKey, ref: string): Promise<Recorded | undefined> {
  const [sale] = await tx.$queryRaw<Array<Recorded>>`
    SELECT id, recorded_by AS "recordedBy", amount_fen::float8 AS "amountFen" FROM sale_entry
    WHERE source = 'device' AND external_ref = ${ref} AND kind = 'sale'
      AND exhibition_id = ${booth.exhibitionId} AND enterprise_id = ${booth.enterpriseId}`
  return sale
}
