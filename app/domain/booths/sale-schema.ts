import { z } from 'zod'
import { type BoothSale, mostFenALine, mostSalesAnUpload } from './booth-sale.ts'
import { cleanGoodsName } from './goods-name.ts'
import { tenders } from './tender.ts'

const handle = z.string().regex(/^[\w.-]{1,100}$/)

export const saleSchema: z.ZodType<BoothSale> = z.object({
  ref: z.uuid().transform((ref) => ref.toLowerCase()),
  fair: handle,
  enterprise: handle,
  sku: handle.nullable(),
  // Cleaned rather than refused: the sale has happened. A phone that kept it before names were asked for sends none.
  goodsName: z
    .string()
    .transform((name) => cleanGoodsName(name) || null)
    .nullable()
    .default(null),
  pieces: z.int().min(1).max(10_000),
  grams: z.int().min(1).max(10_000_000).nullable(),
  amountFen: z.int().min(1).max(mostFenALine),
  tender: z.enum(tenders),
  district: z
    .string()
    .regex(/^\d{6,9}$/)
    .nullable(),
  deviceAt: z.iso.datetime(),
  isUndone: z.boolean().default(false),
})

/** The envelope; its sales are looked at one by one, so that a bad one refuses only itself. */
export const uploadSchema = z.object({
  /** What the phone's clock said when it sent this. */
  sentAt: z.iso.datetime(),
  sales: z.array(z.unknown()).max(mostSalesAnUpload),
})
export type Upload = z.infer<typeof uploadSchema>
