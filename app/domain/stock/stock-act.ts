import { z } from 'zod'

export const stockPools = ['online', 'exhibition', 'livestream'] as const
export type StockPool = (typeof stockPools)[number]

/** What people do to goods, and what it does to their number. */
export const stockActs = ['received', 'counted', 'spoiled', 'used'] as const
export type StockAct = (typeof stockActs)[number]

/** The three heaps of a variant in a pool; their sum is what lies there (T06). */
export type Heaps = { free: number; held: number; sold: number }

export function physicalOf({ free, held, sold }: Heaps): number {
  return free + held + sold
}

/** Of all that lies there, a count says the sum; the other acts say what came or went. */
export function deltaOf(act: StockAct, quantity: number, heaps: Heaps): number {
  if (act === 'received') return quantity
  return act === 'counted' ? quantity - physicalOf(heaps) : -quantity
}

const quantity = z.coerce
  .number('not-a-number')
  .int('not-a-number')
  .min(0, 'not-a-number')
  .max(1_000_000, 'not-a-number')
const note = z.string().trim().max(200).default('')
const pool = z.enum(stockPools)
/** Made with the form: the same form twice is one act. */
const key = z.uuid()

export const adjustForm = z.object({
  pool,
  act: z.enum(stockActs),
  quantity,
  /** What lay there when the form was opened: who counts meanwhile what others change is told (T10). */
  seen: z.coerce.number().int(),
  note,
  key,
})
export type StockAdjustment = z.infer<typeof adjustForm>

export const moveForm = z
  .object({ from: pool, to: pool, quantity: quantity.min(1, 'not-a-number'), note, key })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'same-pool' })
export type StockMove = z.infer<typeof moveForm>

export const thresholdForm = z.object({ lowStockAt: quantity })
