import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { findRecorded, lockStockOf, moveUnits } from './move-units.server.ts'
import { deltaOf, physicalOf, type StockAdjustment } from './stock-act.ts'

export type AdjustRefusal =
  | Failure<'not-found' | 'form-used'>
  /** How many there are to take, or lie there now. */
  | (Failure<'not-enough' | 'changed'> & { detail: { count: number } })

/**
 * Says what happened to goods, never how many are to be left: thirty who buy meanwhile lose nothing (T10). Units that
 * are held or sold are no longer the enterprise's to take.
 */
export async function adjustStock(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  articleNumber: string,
  { pool: stockPool, act, quantity, seen, note, key }: StockAdjustment,
): Promise<Result<{ delta: number }, AdjustRefusal>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const [stock] = await lockStockOf(tx, scope, articleNumber, [stockPool])
    if (!stock) return failure('not-found')
    const delta = deltaOf(act, quantity, stock)
    const recorded = await findRecorded(tx, stock, key)
    if (recorded) {
      const isSame = recorded.reason === act && (recorded.delta === delta || delta === 0)
      return isSame ? success({ delta: recorded.delta }) : failure('form-used')
    }
    const count = physicalOf(stock)
    if (act === 'counted' && count !== seen) return failure('changed', { count })
    if (delta === 0) return success({ delta })
    if (stock.free + delta < 0) return failure('not-enough', { count: stock.free })
    await moveUnits(tx, now, scope, stock, { delta, reason: act, note, key })
    await writeAudit(tx, now, scope, {
      action: 'adjust-stock',
      subject: ['variant', articleNumber],
      before: { pool: stockPool, free: stock.free },
      after: { pool: stockPool, free: stock.free + delta, act },
      ...(note && { reason: note }),
    })
    return success({ delta })
  })
}
