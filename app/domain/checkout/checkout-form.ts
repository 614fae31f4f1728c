import { z } from 'zod'
import { deliveryFields } from '#app/domain/people/address-form.ts'
import { parseCreditCode } from '#app/domain/people/credit-code.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import { isUuid } from '#app/kernel/ids.ts'

/** The choice of the address book that is not an address yet. */
export const newAddress = 'new'

const common = z.object({
  key: z.string().regex(/^[\w-]{32}$/, 'unknown'),
  seenTotal: z.coerce.number().int().nonnegative(),
  note: z.string().trim().max(200, 'too-long').default(''),
  acceptsNoReturn: z.literal('on').optional().transform(Boolean),
  isAdult: z.literal('on').optional().transform(Boolean),
})

const delivery = z.object({ ...deliveryFields, saveAddress: z.literal('on').optional().transform(Boolean) })

const invoice = z
  .object({
    invoiceKind: z.enum(['personal', 'company'], 'invoice-kind-required'),
    invoiceName: z.string().trim().min(1, 'title-required').max(100, 'too-long'),
    creditCode: z.string().default(''),
    email: z.email('invalid-email'),
  })
  .transform((fields, context) => {
    const creditCode = fields.invoiceKind === 'company' ? parseCreditCode(fields.creditCode) : null
    if (fields.invoiceKind === 'company' && !creditCode) {
      context.addIssue({ code: 'custom', message: 'invalid-credit-code', path: ['creditCode'] })
    }
    return { kind: fields.invoiceKind, name: fields.invoiceName, creditCode, email: fields.email }
  })

export type CheckoutInput = {
  common: z.infer<typeof common>
  delivery: { addressId: string } | z.infer<typeof delivery>
  invoice: z.infer<typeof invoice> | null
}

/** Checks each part that applies; errors come in the order in which the page shows the fields. */
export function parseCheckout(
  form: FormData,
): { ok: true; value: CheckoutInput } | ({ ok: false } & FormState) {
  const addressId = String(form.get('addressId') ?? newAddress)
  const to = isUuid(addressId) ? { ok: true as const, value: { addressId } } : parseForm(delivery, form)
  const kind = form.get('invoiceKind') ?? 'none'
  const bill = kind === 'none' ? { ok: true as const, value: null } : parseForm(invoice, form)
  const rest = parseForm(common, form)
  if (to.ok && bill.ok && rest.ok) {
    return { ok: true, value: { common: rest.value, delivery: to.value, invoice: bill.value } }
  }
  const errors = [to, bill, rest].flatMap((part) => (part.ok ? [] : [part.errors]))
  return { ok: false, values: rest.values, errors: Object.assign({}, ...errors) }
}
