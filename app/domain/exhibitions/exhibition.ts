import type { FairFigures, FigureView } from './figures.ts'

export const exhibitionKinds = ['trade-fair', 'match-making', 'canteen-week'] as const
export type ExhibitionKind = (typeof exhibitionKinds)[number]

export function readExhibitionKind(column: string): ExhibitionKind {
  return exhibitionKinds.find((kind) => kind === column) ?? 'trade-fair'
}

export const exhibitionStates = ['running', 'coming', 'past'] as const
export type ExhibitionState = (typeof exhibitionStates)[number]

export type MeasureKind = 'visitors' | 'inquiries' | 'headcount'

/** What each kind of fair counts besides money. */
export const measuresOf: Record<ExhibitionKind, ReadonlyArray<MeasureKind>> = {
  'trade-fair': ['visitors'],
  'match-making': ['visitors', 'inquiries'],
  'canteen-week': ['headcount'],
}

export type ExhibitionSummary = {
  slug: string
  name: string
  kind: ExhibitionKind
  city: string
  venue: string | null
  /** Shanghai days; only the month (2023-03) when no more is known. */
  startsOn: string
  endsOn: string
  state: ExhibitionState
  figures: Array<FigureView>
  isDemonstration: boolean
}

export type ExhibitorView = {
  slug: string
  name: string
  divisionCode: string
  divisionName: string
  booth: string
}

export type ExhibitionPage = ExhibitionSummary & {
  summary: string
  exhibitors: Array<ExhibitorView>
  /** Verified entries only; null where the organizers show no figure, or nothing is verified yet. */
  live: FairFigures | null
}
