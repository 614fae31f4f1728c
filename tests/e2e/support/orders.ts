import { expect } from '@playwright/test'
import { confirmReceipt } from '#app/domain/orders/confirm-receipt.server.ts'
import { expireGroup } from '#app/domain/payments/sweep-payments.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { shipGroup } from '#tests/support/shipping.ts'
import type { Goods } from './shelf.ts'

type Group = { id: string; number: string; token: string; status: string }

/** The order group by the number that a page shows, or by the token in its address. */
export async function findGroup({ pool }: Services, key: string): Promise<Group> {
  const [group] = await sqlOn(pool).$queryRaw<Array<Group>>`
    SELECT id, number, token, status FROM order_group WHERE number = ${key} OR token = ${key}`
  if (!group) throw new Error(`there is no order ${key}`)
  return group
}

/** Its time to pay is over, and the sweep has come by. */
export async function letExpire(shop: Services, number: string): Promise<void> {
  const { id } = await findGroup(shop, number)
  await sqlOn(shop.pool).$executeRaw`UPDATE order_group SET expires_at = now() WHERE id = ${id}::uuid`
  await expireGroup(shop, id)
  expect((await findGroup(shop, number)).status).toBe('expired')
}

/** Every enterprise sends what it has to send, and the buyer has it. */
export async function deliver(shop: Services, number: string): Promise<void> {
  const { id } = await findGroup(shop, number)
  await shipGroup(shop, id)
  const orders = await shop.db.order.findMany({ where: { groupId: id } })
  for (const order of orders) await confirmReceipt(shop, id, order.number)
}

/** Units of these goods that nobody holds. */
export async function countFree({ pool }: Services, goods: ReadonlyArray<Goods>): Promise<Array<number>> {
  const rows = await sqlOn(pool).$queryRaw<Array<{ free: number }>>`
    SELECT free FROM stock WHERE pool = 'online' AND variant_id = ANY(${goods.map((each) => each.variantId)}::int[])
    ORDER BY variant_id`
  return rows.map((row) => row.free)
}
