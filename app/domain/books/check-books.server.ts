import { checkOrders } from '#app/domain/sales/check-orders.server.ts'
import { checkRollups } from '#app/domain/sales/check-rollups.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { recordCheck } from './record-check.server.ts'

type Checking = Pick<Services, 'pool' | 'clock'>

/** Every sum from the whole ledger once more: a difference is an alarm, never a silent repair. */
export async function checkAllRollups(services: Checking): Promise<void> {
  await recordCheck(services, 'rollups', async () => ({
    differences: await checkRollups(services),
    detail: { of: 'all' },
  }))
}

/** The fairs that are on, every few minutes: a wrong figure is not on a wall for a night (T75). */
export async function checkRunningFairs(services: Checking): Promise<void> {
  const fairs = await sqlOn(services.pool).$queryRaw<Array<{ id: number }>>`
    SELECT id FROM exhibition WHERE starts_at <= ${services.clock.now()} AND ends_at > ${services.clock.now()} AND NOT is_month_only`
  if (fairs.length === 0) return
  const ids = fairs.map(({ id }) => id)
  await recordCheck(services, 'rollups', async () => ({
    differences: await checkRollups(services, ids),
    detail: { of: ids },
  }))
}

/** What orders took in and gave back against the ledger, enterprise by enterprise. */
export async function checkAllOrders(services: Checking): Promise<void> {
  await recordCheck(services, 'orders', async () => ({
    differences: await checkOrders(services),
    detail: {},
  }))
}
