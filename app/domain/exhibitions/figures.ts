import { z } from 'zod'
import { threeFigures } from '#app/domain/sales/three-figures.ts'
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

/** The three figures of a fair. */
export type FairFigures = {
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

export function fairFigures(
  totals: ReadonlyArray<{ channel: string; amountFen: number }>,
  asOf: Date,
): FairFigures {
  const sums = totals.map(({ channel, amountFen }) => [channel, amountFen] as const)
  return { ...threeFigures(sums), asOf: asOf.toISOString() }
}
