import { z } from 'zod'
import { parseCreditCode } from '#app/domain/people/credit-code.ts'
import type { InvoiceRequest } from './invoice.ts'

/** The fields in which a buyer asks for an invoice, at the checkout or afterwards. */
export const invoiceFields = {
  invoiceKind: z.enum(['none', 'personal', 'company'], 'invoice-kind-required').default('none'),
  invoiceTitle: z.string().trim().max(100, 'too-long').default(''),
  creditCode: z.string().default(''),
  invoiceEmail: z.string().trim().max(100, 'too-long').default(''),
}

type Invoiced = {
  invoiceKind: 'none' | 'personal' | 'company'
  invoiceTitle: string
  creditCode: string
  invoiceEmail: string
}

export function readInvoiceFields(form: Invoiced, context: z.RefinementCtx): InvoiceRequest | null {
  // What is hidden then is not looked at.
  if (form.invoiceKind === 'none') return null
  const { invoiceTitle: title, invoiceEmail } = form
  const email = invoiceEmail || null
  if (email !== null && !z.email().safeParse(email).success)
    context.addIssue({ code: 'custom', message: 'invalid-email', path: ['invoiceEmail'] })
  if (title === '') context.addIssue({ code: 'custom', message: 'title-required', path: ['invoiceTitle'] })
  if (form.invoiceKind === 'personal') return { kind: 'personal', title, email }
  const creditCode = parseCreditCode(form.creditCode)
  if (!creditCode) context.addIssue({ code: 'custom', message: 'invalid-credit-code', path: ['creditCode'] })
  return { kind: 'company', title, creditCode: creditCode ?? '', email }
}

/** Asked for from the order's page. */
export const invoiceSchema = z
  .object(invoiceFields)
  .transform((form, context) => ({ invoice: readInvoiceFields(form, context) }))
