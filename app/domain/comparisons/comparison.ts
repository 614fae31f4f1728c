import type { ExhibitionKind, MeasureKind } from '#app/domain/exhibitions/exhibition.ts'
import type { FigureView } from '#app/domain/exhibitions/figures.ts'
import type { ThreeFigures } from '#app/domain/sales/three-figures.ts'
import type { Fen } from '#app/kernel/money.ts'

/** As many as stand side by side on a screen. */
export const mostCompared = 4

/** One fair of a comparison; nothing is recorded of those before the ledger, but what was printed. */
export type ComparedFair = {
  slug: string
  name: string
  kind: ExhibitionKind
  startsOn: string
  endsOn: string
  isMonthOnly: boolean
  isDemonstration: boolean
  exhibitors: number
  printed: Array<FigureView>
  figures: (ThreeFigures & { verifiedFen: Fen }) | null
  measures: Partial<Record<MeasureKind, number>>
}

/** A row of the comparison: an amount for each fair in their order, null where the ledger has none. */
export type ComparedRow = { key: string; name: string; amounts: Array<Fen | null> }

export type Comparison = {
  fairs: Array<ComparedFair>
  channels: Array<ComparedRow>
  divisions: Array<ComparedRow>
  /** By the fair's own days: the first with the first. */
  days: Array<ComparedRow>
}

/** The three figures, and what of them is verified: a row each, named by its key. */
export function figureRows(fairs: ReadonlyArray<ComparedFair>): Array<ComparedRow> {
  return (['total', 'sales', 'signed', 'verified'] as const).map((key) => ({
    key,
    name: key,
    amounts: fairs.map(({ figures }) => figures?.[`${key}Fen`] ?? null),
  }))
}

/** What was counted at any of them. */
export function measuresOf(fairs: ReadonlyArray<ComparedFair>): Array<MeasureKind> {
  return (['visitors', 'inquiries', 'headcount'] as const).filter((kind) =>
    fairs.some(({ measures }) => measures[kind] !== undefined),
  )
}
