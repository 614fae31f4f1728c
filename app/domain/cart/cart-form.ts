import { z } from 'zod'

const quantity = z.coerce.number().int().min(0).max(9_999)

/** Every form that posts to the cart. `typed` is the number field, which counts where no button carries a number. */
export const cartFormSchema = z
  .object({
    intent: z.enum(['add', 'set', 'remove']).catch('add'),
    sku: z.string().min(1).max(64),
    quantity: quantity.optional(),
    typed: quantity.optional(),
    counter: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).catch(0),
  })
  .transform(({ typed, quantity = typed ?? 1, ...rest }) => ({ ...rest, quantity }))
