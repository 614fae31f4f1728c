import type { ExhibitionKind, MeasureKind } from '#app/domain/exhibitions/exhibition.ts'
import type { FigureView } from '#app/domain/exhibitions/figures.ts'
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
  figures: { salesFen: Fen; signedFen: Fen; totalFen: Fen; verifiedFen: Fen } | null
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
