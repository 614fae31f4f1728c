import { z } from 'zod'
import { mobileField } from '#app/domain/people/mobile-field.ts'

const afterSaleReasons = ['damaged', 'wrong-item', 'quality', 'missing', 'no-longer-wanted'] as const
export type AfterSaleReason = (typeof afterSaleReasons)[number]

export const afterSaleSchema = z.object({
  lineId: z.uuid('line-required'),
  kind: z.enum(['refund-only', 'return-and-refund'], 'kind-required'),
  reason: z.enum(afterSaleReasons, 'reason-required'),
  body: z.string().trim().min(5, 'too-short').max(500, 'too-long'),
  quantity: z.coerce.number('quantity-required').int('quantity-required').min(1, 'quantity-required'),
})
export type AfterSaleInput = z.infer<typeof afterSaleSchema>

/** A guest without the link: number and phone together. */
export const findOrderSchema = z.object({
  number: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^CF\d{8}[A-Z0-9]{8}$/, 'invalid-number'),
  phone: mobileField,
})
