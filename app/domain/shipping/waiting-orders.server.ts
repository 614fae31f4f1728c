import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type OrderFilter, readOrderFilter } from './order-filter.ts'
import { aroundPage, pageOfOrders } from './order-pages.ts'

/** Numbers of orders to ship that fit the filter, what has waited longest first. */
export async function listNumbersToShip(
  { pool }: Pick<Services, 'pool'>,
  { enterpriseId }: EnterpriseScope,
  filter: OrderFilter,
  most: number,
): Promise<Array<string>> {
  const toShip = { ...filter, stand: 'to-ship' as const }
  const page = pageOfOrders(enterpriseId, toShip, null, most)
  const statement = aroundPage(
    toShip,
    `SELECT o.number FROM (${page.text}) o ORDER BY ${page.order}`,
    page.values,
  )
  const { rows } = await pool.query<{ number: string }>(statement)
  return rows.map(({ number }) => number)
}

/** What has waited longest besides this one; null when nothing else waits. */
export async function findNextToShip(
  services: Pick<Services, 'pool'>,
  scope: EnterpriseScope,
  number: string,
): Promise<string | null> {
  const waiting = await listNumbersToShip(services, scope, readOrderFilter(new URLSearchParams()), 2)
  return waiting.find((other) => other !== number) ?? null
}
