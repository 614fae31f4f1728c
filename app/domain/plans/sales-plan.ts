import { z } from 'zod'
import type { ThreeFigures } from '#app/domain/sales/three-figures.ts'
import type { Fen } from '#app/kernel/money.ts'
import { parseLargeYuan } from '#app/kernel/yuan-input.ts'

/** 销售倍增计划: what a year is to reach, against a base year. */
export type SalesPlan = {
  year: number
  baseYear: number
  /** As it was typed: the ledger need not reach back to it. */
  baseFen: Fen
  targetFen: Fen
  updatedBy: string
  updatedAt: Date
}

export type PlanMonth = ThreeFigures & {
  /** 2026-11 */
  month: string
  verifiedFen: Fen
}

const year = z.coerce.number('needed').int('not-a-year').min(2000, 'not-a-year').max(2100, 'not-a-year')
const amount = (least: number) =>
  z.string('needed').transform((typed, context): Fen => {
    const parsed = parseLargeYuan(typed)
    if (parsed !== null && parsed >= least) return parsed
    context.addIssue({ code: 'custom', message: 'not-an-amount' })
    return z.NEVER
  })

export const salesPlanForm = z
  .object({
    year,
    baseYear: year,
    base: amount(0),
    target: amount(1),
    /** When the plan was changed that the form shows; nothing without one. */
    seen: z.string().optional().default(''),
  })
  .refine(({ year, baseYear }) => baseYear < year, { path: ['baseYear'], message: 'base-not-before' })

/** The year of the address, or this one. */
export function readYear(typed: string | null, thisYear: number): number {
  return year.safeParse(typed ?? '').data ?? thisYear
}
