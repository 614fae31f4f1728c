import { z } from 'zod'
import type { InvoiceRequest } from '#app/domain/orders/invoice.ts'
import { deliveryFields } from '#app/domain/people/address-form.ts'
import { parseCreditCode } from '#app/domain/people/credit-code.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { fen } from '#app/kernel/money.ts'
import type { Delivery, PlaceOrder } from './place-order.server.ts'

const tick = z.literal('on').optional().transform(Boolean)
const optionalText = (max: number) => z.string().trim().max(max, 'too-long').default('')

// Totals, prices and states that a client might send are not fields: the server computes its own (T25).
// `seenTotalFen` is only compared.
const confirmationFields = {
  note: optionalText(200),
  invoiceKind: z.enum(['none', 'personal', 'company'], 'invoice-kind-required').default('none'),
  invoiceTitle: optionalText(100),
  creditCode: z.string().default(''),
  invoiceEmail: z.email('invalid-email').or(z.literal('')).default(''),
  acceptsNoReturn: tick,
  isAdult: tick,
  idempotencyKey: z.string().regex(/^[\w-]{16,64}$/, 'stale-form'),
  seenTotalFen: z.coerce.number('stale-form').int('stale-form').positive('stale-form'),
}

type Invoiced = {
  invoiceKind: 'none' | 'personal' | 'company'
  invoiceTitle: string
  creditCode: string
  invoiceEmail: string
}

function readInvoice(form: Invoiced, context: z.RefinementCtx): InvoiceRequest | null {
  if (form.invoiceKind === 'none') return null
  const { invoiceTitle: title, invoiceEmail } = form
  const email = invoiceEmail || null
  if (title === '') context.addIssue({ code: 'custom', message: 'title-required', path: ['invoiceTitle'] })
  if (form.invoiceKind === 'personal') return { kind: 'personal', title, email }
  const creditCode = parseCreditCode(form.creditCode)
  if (!creditCode) context.addIssue({ code: 'custom', message: 'invalid-credit-code', path: ['creditCode'] })
  return { kind: 'company', title, creditCode: creditCode ?? '', email }
}

/** The checkout of somebody who types the address. */
export const checkoutSchema = z
  .object({ ...deliveryFields, ...confirmationFields })
  .transform((form, context) => ({ ...form, invoice: readInvoice(form, context) }))

/** The checkout of somebody who picked one from the address book. */
export const savedAddressCheckoutSchema = z
  .object({ addressId: z.uuid('address-required'), ...confirmationFields })
  .transform((form, context) => ({ ...form, invoice: readInvoice(form, context) }))
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
