import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { lockStockOf, moveUnits } from '#app/domain/stock/move-units.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import type { StockChange } from './plan-product.ts'

/** A count of what is free becomes a movement of the difference. The caller holds the lock of the stock's row. */
export async function setUnits(
  tx: Sql,
  now: Date,
  scope: EnterpriseScope,
  jobId: string,
  { articleNumber, free, seen }: StockChange,
): Promise<void> {
  const [stock] = await lockStockOf(tx, scope, articleNumber, ['online'])
  if (stock?.free !== seen) throw new Error('locked stock has changed')
  await moveUnits(tx, now, scope, stock, { delta: free - seen, reason: 'counted', note: '', key: jobId })
  await writeAudit(tx, now, scope, {
    action: 'adjust-stock',
    subject: ['variant', articleNumber],
    before: { free: seen },
    after: { free },
    reason: `import ${jobId}`,
  })
}
