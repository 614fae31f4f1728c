import { z } from 'zod'

/** 发票 wanted with an order; each enterprise issues its own for what it sold. */
const invoiceRequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('personal'), title: z.string(), email: z.string().nullable() }),
  z.object({
    kind: z.literal('company'),
    title: z.string(),
    creditCode: z.string(),
    email: z.string().nullable(),
  }),
])
export type InvoiceRequest = z.infer<typeof invoiceRequestSchema>

/** What the JSON column holds, if it is one of ours. */
export function readInvoiceRequest(value: unknown): InvoiceRequest | null {
  const parsed = invoiceRequestSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}
