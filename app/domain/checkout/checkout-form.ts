import { z } from 'zod'
import { invoiceFields, readInvoiceFields } from '#app/domain/orders/invoice-form.ts'
import { checkRegion, deliveryFields } from '#app/domain/people/address-form.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { fen } from '#app/kernel/money.ts'
import type { Delivery, PlaceOrder } from './place-order.server.ts'

const tick = z.literal('on').optional().transform(Boolean)

// Totals, prices and states that a client might send are not fields: the server computes its own (T25).
// `seenTotalFen` is only compared.
const confirmationFields = {
  note: z.string().trim().max(200, 'too-long').default(''),
  ...invoiceFields,
  acceptsNoReturn: tick,
  isAdult: tick,
  idempotencyKey: z.string().regex(/^[\w-]{16,64}$/, 'stale-form'),
  seenTotalFen: z.coerce.number('stale-form').int('stale-form').positive('stale-form'),
}

/** The checkout of somebody who types the address. */
export const checkoutSchema = z
  .object({ ...deliveryFields, ...confirmationFields })
  .superRefine(checkRegion)
  .transform((form, context) => ({ ...form, invoice: readInvoiceFields(form, context) }))

/** The checkout of somebody who picked one from the address book. */
export const savedAddressCheckoutSchema = z
  .object({ addressId: z.uuid('address-required'), ...confirmationFields })
  .transform((form, context) => ({ ...form, invoice: readInvoiceFields(form, context) }))
export type SavedAddressCheckoutInput = z.infer<typeof savedAddressCheckoutSchema>

export function toPlaceOrder(
  input: Omit<SavedAddressCheckoutInput, 'addressId'>,
  delivery: Delivery,
  locale: Locale,
): PlaceOrder {
  const { recipient, phone, districtCode, street, detail, postcode } = delivery
  return {
    idempotencyKey: input.idempotencyKey,
    seenTotalFen: fen(input.seenTotalFen),
    locale,
    delivery: { recipient, phone, districtCode, street, detail, postcode },
    note: input.note,
    invoice: input.invoice,
    acceptsNoReturn: input.acceptsNoReturn,
    isAdult: input.isAdult,
  }
}
