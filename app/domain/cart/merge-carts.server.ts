import type { ShopperScope, SignedInScope } from '#app/domain/people/scope.ts'
import type { Clock } from '#app/kernel/clock.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { openCart } from './add-to-cart.server.ts'

/**
 * At sign-in the guest's cart joins the shopper's: of each variant the larger quantity, capped by what is
 * left and by the limit per person. The guest's cart is empty afterwards. Lines are written in order of variant, so
 * that two devices that sign in at once do not wait for each other.
 */
export async function mergeCarts(
  tx: Sql,
  clock: Clock,
  guest: ShopperScope,
  shopper: SignedInScope,
): Promise<void> {
  const [guestCart] = await tx.$queryRaw<Array<{ id: string }>>`
    SELECT id FROM cart WHERE session_hash = ${guest.sessionHash} FOR UPDATE`
  if (!guestCart) return
  const now = clock.now()
  const cartId = await openCart(tx, now, shopper)
  await tx.$executeRaw`
    WITH moved AS (
      DELETE FROM cart_line WHERE cart_id = ${guestCart.id}::uuid
      RETURNING variant_id, quantity, seen_price_fen, added_at
    ), capped AS (
      SELECT m.*, GREATEST(LEAST(9999, v.max_per_person, GREATEST(COALESCE(s.free, 0), 1)), 1) AS largest
      FROM moved m JOIN variant v ON v.id = m.variant_id
      LEFT JOIN stock s ON s.variant_id = v.id AND s.pool = 'online'
    )
    INSERT INTO cart_line AS l (cart_id, variant_id, quantity, seen_price_fen, added_at)
    SELECT ${cartId}::uuid, variant_id, LEAST(quantity, largest), seen_price_fen, added_at FROM capped ORDER BY variant_id
    ON CONFLICT (cart_id, variant_id) DO UPDATE SET quantity = GREATEST(l.quantity, excluded.quantity)`
  await tx.$executeRaw`
    UPDATE cart c SET updated_at = ${now}, attribution = COALESCE(c.attribution || g.attribution, g.attribution, c.attribution)
    FROM cart g WHERE c.id = ${cartId}::uuid AND g.id = ${guestCart.id}::uuid`
}
