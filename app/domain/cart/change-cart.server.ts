import type { ShopperScope } from '#app/domain/people/scope.ts'
import type { Attribution } from '#app/domain/sales/attribution.ts'
import type { Services } from '#app/platform/services.server.ts'
import { addToCart } from './add-to-cart.server.ts'
import type { CartAnswer } from './cart-answer.ts'
import { cartFormSchema } from './cart-form.ts'
import { removeLine } from './remove-line.server.ts'
import { setQuantity } from './set-quantity.server.ts'

/** Carries out what a form of the cart asks for; `from` is the fair or livestream that the shopper comes from. */
export async function changeCart(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: ShopperScope,
  fields: Record<string, string>,
  from?: Attribution,
): Promise<CartAnswer> {
  const parsed = cartFormSchema.safeParse(fields)
  if (!parsed.success) return { kind: 'refused', code: 'unknown-variant' }
  const { intent, sku, quantity, counter } = parsed.data
  if (intent === 'remove') return { kind: 'removed', line: await removeLine(services, scope, { sku }) }
  const changed =
    intent === 'set'
      ? await setQuantity(services, scope, { sku, quantity: Math.max(1, quantity), intent: counter })
      : await addToCart(services, scope, { sku, quantity, from })
  return changed.ok ? { kind: 'changed', sku, ...changed.value } : { kind: 'refused', code: changed.code }
}
