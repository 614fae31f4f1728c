import { z } from 'zod'
import { inLocale, type Locale } from '#app/kernel/locale.ts'

const figureKinds = [
  'sales+signed',
  'sales',
  'signed',
  'headcount',
  'enterprises',
  'products',
  'media',
  'divisions',
] as const

/** A figure exactly as the press printed it: 余, 近 and 约 are part of it, so it is text and is never computed with. */
const printedFigure = z.object({
  label: z.string(),
  labelEn: z.string(),
  value: z.string(),
  valueEn: z.string(),
  kind: z.enum(figureKinds),
})
type PrintedFigure = z.infer<typeof printedFigure>
const printedFigures = z.array(printedFigure)

export type FigureView = { kind: PrintedFigure['kind']; label: string; text: string }

/** The three figures of a fair. Signed contracts stand beside sales, never inside them. */
export type ThreeFigures = {
  salesFen: number
  signedFen: number
  totalFen: number
  /** Instant at which they were read. */
  asOf: string
}

/** Printed figures of a JSON column, in one language; one that does not parse is left out rather than shown wrong. */
export function readFigures(column: unknown, locale: Locale): Array<FigureView> {
  const figures = printedFigures.safeParse(column).data ?? []
  return figures.map(({ kind, label, labelEn, value, valueEn }) => ({
    kind,
    label: inLocale(locale, label, labelEn),
    text: inLocale(locale, value, valueEn),
  }))
}

/** Totals by channel to the three figures: contracts are signed, everything else is sold. */
export function threeFigures(
  totals: ReadonlyArray<{ channel: string; amountFen: number }>,
  asOf: Date,
): ThreeFigures {
  const sum = (isCounted: (channel: string) => boolean) =>
    totals.reduce((total, { channel, amountFen }) => total + (isCounted(channel) ? amountFen : 0), 0)
  const salesFen = sum((channel) => channel !== 'contract')
  const signedFen = sum((channel) => channel === 'contract')
  return { salesFen, signedFen, totalFen: salesFen + signedFen, asOf: asOf.toISOString() }
}
