import { cartOwner } from '#app/domain/cart/cart-rows.server.ts'
import type { ShopperScope } from '#app/domain/people/scope.ts'
import type { Fen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

export type UnpaidOrder = { number: string; token: string; totalFen: Fen; expiresAt: Date }

/** What was placed from this cart and can still be paid: a guest who turned back at the payment has no other link to it. */
export async function listUnpaid(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: ShopperScope | null,
): Promise<Array<UnpaidOrder>> {
  if (!scope) return []
  const { shopperId, sessionHash } = cartOwner(scope)
  return await sqlOn(pool).$queryRaw<Array<UnpaidOrder>>`
    SELECT g.number, g.token, g.total_fen AS "totalFen", g.expires_at AS "expiresAt"
    FROM cart c JOIN order_group g ON g.cart_id = c.id
    WHERE (c.shopper_id = ${shopperId}::uuid OR c.session_hash = ${sessionHash})
      AND g.status = 'awaiting-payment' AND g.expires_at > ${clock.now()}
    ORDER BY g.placed_at DESC LIMIT 3`
}
