import type { BatchPaper } from '#app/domain/catalog/label.ts'
import type { BatchDraft, ListingDraft } from './draft.ts'

type PaperKind = BatchPaper['kind']

/** Animal Epidemic Prevention Law, 51, and the region's rules for slaughterhouses. */
const ofMeat: ReadonlyArray<PaperKind> = ['quarantine', 'meat-quality']
/** 承诺达标合格证 for vegetables, fruit, mushrooms, eggs, farmed water animals: Farm Product Quality and Safety Law, 39. */
const ofProduce: ReadonlyArray<PaperKind> = ['quality-certificate']
const none: ReadonlyArray<PaperKind> = []

/** Subcategories that need papers, as SQL reads it, too. */
export const certifiedGoods = '^(meat|produce)-|^(fungi-fresh|egghoney-egg|aquatic-crab)$'

/** The papers without which goods of a kind may not be sold (E7). */
export function requiredPapers(subcategoryCode: string): ReadonlyArray<PaperKind> {
  if (!new RegExp(certifiedGoods).test(subcategoryCode)) return none
  return subcategoryCode.startsWith('meat-') ? ofMeat : ofProduce
}

/** `until` is the last day, as 2026-11-24; null where nothing ends. */
export type PaperState =
  | { kind: 'not-needed' | 'missing' }
  | { kind: 'valid' | 'expiring'; until: string | null }
  | { kind: 'expired'; until: string }

type Certified = Pick<ListingDraft, 'subcategoryCode' | 'batches'>

const endless = '9999-12-31'
/** Time enough to fetch new papers, and more than fresh goods have anyway. */
const warnedDays = 7

/**
 * Whether goods may be sold on a day, by the papers of their batches: one batch must have all that its kind needs,
 * and none of them, nor the batch itself, may have run out.
 */
export function paperState({ subcategoryCode, batches }: Certified, today: string): PaperState {
  const kinds = requiredPapers(subcategoryCode)
  if (kinds.length === 0) return { kind: 'not-needed' }
  const ends = batches.flatMap((batch) => lastDay(batch, kinds) ?? [])
  const until = ends.sort().at(-1)
  if (until === undefined) return { kind: 'missing' }
  if (until < today) return { kind: 'expired', until }
  if (until === endless) return { kind: 'valid', until: null }
  return { kind: until <= lastWarnedDay(today) ? 'expiring' : 'valid', until }
}

export function maySell(state: PaperState): boolean {
  return state.kind !== 'missing' && state.kind !== 'expired'
}

/** The last day on which the batch has all its papers; null when one is missing. */
function lastDay(batch: BatchDraft, kinds: ReadonlyArray<PaperKind>): string | null {
  const papers = kinds.map((kind) => batch.papers.find((paper) => paper.kind === kind && paper.number !== ''))
  if (!papers.every((paper) => paper !== undefined)) return null
  const ends = [batch.expiresOn, ...papers.map((paper) => paper.expiresOn)]
  return ends.map((end) => end ?? endless).sort()[0] ?? endless
}

/** What ends until then ends soon. */
export function lastWarnedDay(today: string): string {
  const instant = new Date(`${today}T00:00:00Z`)
  instant.setUTCDate(instant.getUTCDate() + warnedDays)
  return instant.toISOString().slice(0, 10)
}
