import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { findRecorded, lockStockOf, moveUnits } from './move-units.server.ts'
import type { StockMove, StockPool } from './stock-act.ts'

export type MoveRefusal =
  | Failure<'not-found' | 'form-used'>
  | (Failure<'not-enough'> & { detail: { count: number } })

/** Free units from one pool to another: sent to the fair, kept for a livestream, or back on the shelf of the shop. */
export async function moveStock(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  articleNumber: string,
  { from, to, quantity, note, key }: StockMove,
): Promise<Result<null, MoveRefusal>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    await openPool(tx, scope, articleNumber, to)
    const both = await lockStockOf(tx, scope, articleNumber, [from, to])
    const source = both.find((stock) => stock.pool === from)
    const target = both.find((stock) => stock.pool === to)
    if (!source || !target) return failure('not-found')
    const recorded = await findRecorded(tx, source, key)
    if (recorded) return recorded.delta === -quantity ? success(null) : failure('form-used')
    if (source.free < quantity) return failure('not-enough', { count: source.free })
    await moveUnits(tx, now, scope, source, { delta: -quantity, reason: 'moved', note, key })
    await moveUnits(tx, now, scope, target, { delta: quantity, reason: 'moved', note, key })
    await writeAudit(tx, now, scope, {
      action: 'move-stock',
      subject: ['variant', articleNumber],
      before: { [from]: source.free, [to]: target.free },
      after: { [from]: source.free - quantity, [to]: target.free + quantity },
      ...(note && { reason: note }),
    })
    return success(null)
  })
}

/** A variant has its pool for a fair from the first units on that are put there. */
async function openPool(
  tx: Sql,
  { enterpriseId }: EnterpriseScope,
  articleNumber: string,
  pool: StockPool,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO stock (variant_id, pool, free)
    SELECT id, ${pool}, 0 FROM variant
    WHERE article_number = ${articleNumber} AND enterprise_id = ${enterpriseId}
    ON CONFLICT DO NOTHING`
}
