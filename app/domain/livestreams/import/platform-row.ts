import { z } from 'zod'

/** One 子订单 of a file: all that is kept of its row, until it is imported and after. */
export const platformRow = z.object({
  /** As the spreadsheet counts: the header is row 1. */
  row: z.number(),
  subOrder: z.string(),
  mainOrder: z.string(),
  externalId: z.string(),
  merchantCode: z.string(),
  title: z.string(),
  spec: z.string(),
  quantity: z.number(),
  grossFen: z.number(),
  refundedFen: z.number(),
  /** As printed: 已发货, 已完成 … */
  state: z.string(),
  /** Known on the day after: `later` until then. */
  traffic: z.enum(['live', 'other', 'later']),
  hostAccount: z.string().nullable(),
  paidAt: z.string().nullable(),
  beijingDistrictCode: z.string().nullable(),
})
export type PlatformRow = z.infer<typeof platformRow>

/** Why a row is not imported; `column` is the file's heading. */
export const rowProblem = z.object({
  row: z.number(),
  column: z.string(),
  value: z.string(),
  code: z.string(),
})
export type RowProblem = z.infer<typeof rowProblem>
