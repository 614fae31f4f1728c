import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'

/** At so few free units the enterprise is warned. */
export async function setLowStock(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  articleNumber: string,
  lowStockAt: number,
): Promise<Result<null, Failure<'not-found'>>> {
  return await withTransaction(pool, async (tx) => {
    const [before] = await tx.$queryRaw<Array<{ id: number; lowStockAt: number }>>`
      SELECT id, low_stock_at AS "lowStockAt" FROM variant
      WHERE article_number = ${articleNumber} AND enterprise_id = ${scope.enterpriseId} FOR NO KEY UPDATE`
    if (!before) return failure('not-found')
    if (before.lowStockAt === lowStockAt) return success(null)
    await tx.$executeRaw`UPDATE variant SET low_stock_at = ${lowStockAt} WHERE id = ${before.id}`
    await writeAudit(tx, clock.now(), scope, {
      action: 'set-low-stock',
      subject: ['variant', articleNumber],
      before: { lowStockAt: before.lowStockAt },
      after: { lowStockAt },
    })
    return success(null)
  })
}
