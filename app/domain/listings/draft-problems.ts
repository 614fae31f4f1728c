import { fen } from '#app/kernel/money.ts'
import type { BatchDraft, ListingDraft, PaperDraft, VariantDraft } from './draft.ts'
import { labelRules } from './label-rules.ts'
import { type HeldPapers, unprovenMarks } from './mark-rules.ts'
import { paperState } from './paper-rules.ts'

/** `field` as the form and the spreadsheet name it: `title`, `variants.0.priceFen`, `label.netContent`. */
export type DraftProblem = { field: string; code: DraftProblemCode }

export type DraftProblemCode =
  | 'required'
  | 'too-short'
  | 'title-too-long'
  | 'banned-claim'
  | 'unknown-category'
  | 'price-required'
  | 'price-too-high'
  | 'stock-required'
  | 'duplicate-variant'
  | 'duplicate-sku'
  | 'invalid-sku'
  | 'sku-taken'
  | 'limit-below-minimum'
  | 'invalid-barcode'
  | 'no-active-variant'
  | 'gi-needs-authorisation'
  | 'mark-unproven'
  | 'perishable-needs-cold-or-exclusion'
  | 'alcohol-unmarked'
  | 'papers-missing'
  | 'papers-expired'
  | 'duplicate-batch'
  | 'ends-before-it-begins'

/** Kept below Stripe's cap, for one unit as for an order. */
const highestPrice = fen(99_999_900)

/** GB 7718-2025, 4.4, and the Advertising Law, articles 9, 17 and 28: words that food may not be sold with. */
const bannedClaims =
  /治疗|治愈|降血糖|降血压|降血脂|抗癌|防癌|增强免疫|提高免疫|包治|药到病除|零添加|不添加|纯天然|国家级|最佳|第一品牌|特供/

/** What a draft is judged by besides itself. */
export type DraftFacts = {
  /** In Shanghai, as 2026-11-24. */
  today: string
  held: HeldPapers
}

/** Why a draft may not be submitted yet; empty when it may. */
export function findDraftProblems(draft: ListingDraft, { today, held }: DraftFacts): Array<DraftProblem> {
  return [
    ...problemsOfTexts(draft),
    ...problemsOfGoods(draft),
    ...draft.variants.flatMap(problemsOfVariant(draft)),
    ...problemsOfLabel(draft),
    ...draft.batches.flatMap(problemsOfBatch(draft)),
    ...problemsOfPapers(draft, today),
    ...problemsOfMarks(draft, held),
  ]
}

function problemsOfTexts(draft: ListingDraft): Array<DraftProblem> {
  const problems: Array<DraftProblem> = []
  const { title, subtitle, description, subcategoryCode, pictures, keywords } = draft
  if (!title) problems.push({ field: 'title', code: 'required' })
  else if ([...title].length < 4) problems.push({ field: 'title', code: 'too-short' })
  else if ([...title].length > 60) problems.push({ field: 'title', code: 'title-too-long' })
  if ([...description].length < 10)
    problems.push({ field: 'description', code: description ? 'too-short' : 'required' })
  if (!subcategoryCode) problems.push({ field: 'subcategoryCode', code: 'required' })
  if (pictures.length === 0) problems.push({ field: 'pictures', code: 'required' })
  for (const [field, words] of Object.entries({ title, subtitle, description, keywords: keywords.join() }))
    if (bannedClaims.test(words)) problems.push({ field, code: 'banned-claim' })
  return problems
}

const alcohol = /^drink-(spirit|milk-liquor|wine)$/

function problemsOfGoods(draft: ListingDraft): Array<DraftProblem> {
  const { variants, certificates, giName, giAuthorisation, storage, returnRule } = draft
  const problems: Array<DraftProblem> = []
  if (variants.length === 0) problems.push({ field: 'variants', code: 'required' })
  else if (!variants.some((variant) => variant.isActive))
    problems.push({ field: 'variants', code: 'no-active-variant' })
  if (certificates.includes('gi') && (!giName || !giAuthorisation))
    problems.push({ field: 'giAuthorisation', code: 'gi-needs-authorisation' })
  // Frozen and fresh goods do not come back: the shopper must be told before paying (Consumer Protection Law, 25).
  if (storage === 'frozen' && !returnRule.startsWith('excluded'))
    problems.push({ field: 'returnRule', code: 'perishable-needs-cold-or-exclusion' })
  // Law on the Protection of Minors, 59: the checkout asks for the age of whoever buys it.
  if (alcohol.test(draft.subcategoryCode) && !draft.isAlcohol)
    problems.push({ field: 'isAlcohol', code: 'alcohol-unmarked' })
  return problems
}

function problemsOfVariant({ variants }: ListingDraft) {
  return (variant: VariantDraft, index: number): Array<DraftProblem> => {
    const problems: Array<DraftProblem> = []
    const add = (field: keyof VariantDraft, code: DraftProblemCode) =>
      problems.push({ field: `variants.${index}.${field}`, code })
    if (!variant.label) add('label', 'required')
    if (!variant.priceFen) add('priceFen', 'price-required')
    else if (variant.priceFen > highestPrice) add('priceFen', 'price-too-high')
    if (!variant.sku && variant.initialStock === null) add('initialStock', 'stock-required')
    if (variant.maxPerPerson !== null && variant.maxPerPerson < variant.minQuantity)
      add('maxPerPerson', 'limit-below-minimum')
    if (variant.barcode && !isBarcode(variant.barcode)) add('barcode', 'invalid-barcode')
    if (variant.sku && !/^\w[\w.-]*$/.test(variant.sku)) add('sku', 'invalid-sku')
    const earlier = variants.slice(0, index)
    if (variant.label && earlier.some(({ label }) => label === variant.label))
      add('label', 'duplicate-variant')
    if (variant.sku && earlier.some(({ sku }) => sku === variant.sku)) add('sku', 'duplicate-sku')
    return problems
  }
}

function problemsOfLabel({ label, subcategoryCode }: ListingDraft): Array<DraftProblem> {
  if (!subcategoryCode) return []
  return labelRules(subcategoryCode)
    .filter(({ field, isRequired }) => isRequired && !label[field])
    .map(({ field }) => ({ field: `label.${field}`, code: 'required' }))
}

function problemsOfBatch({ batches }: ListingDraft) {
  return (batch: BatchDraft, index: number): Array<DraftProblem> => {
    const problems: Array<DraftProblem> = []
    const at = `batches.${index}`
    const earlier = batches.slice(0, index)
    if (batch.ownCode && earlier.some(({ ownCode }) => ownCode === batch.ownCode))
      problems.push({ field: `${at}.ownCode`, code: 'duplicate-batch' })
    if (!batch.producedOn) problems.push({ field: `${at}.producedOn`, code: 'required' })
    if (isBackwards(batch.producedOn, batch.expiresOn))
      problems.push({ field: `${at}.expiresOn`, code: 'ends-before-it-begins' })
    return [
      ...problems,
      ...batch.papers.flatMap((paper) => problemsOfPaper(paper, `${at}.papers.${paper.kind}`)),
    ]
  }
}

function problemsOfPaper(paper: PaperDraft, at: string): Array<DraftProblem> {
  const missing = (['number', 'issuer', 'issuedOn'] as const).filter((field) => !paper[field])
  const problems: Array<DraftProblem> = missing.map((field) => ({
    field: `${at}.${field}`,
    code: 'required',
  }))
  if (isBackwards(paper.issuedOn, paper.expiresOn))
    problems.push({ field: `${at}.expiresOn`, code: 'ends-before-it-begins' })
  return problems
}

function isBackwards(from: string | null, until: string | null): boolean {
  return from !== null && until !== null && until < from
}

function problemsOfPapers(draft: ListingDraft, today: string): Array<DraftProblem> {
  const { kind } = paperState(draft, today)
  if (kind === 'missing') return [{ field: 'batches', code: 'papers-missing' }]
  return kind === 'expired' ? [{ field: 'batches', code: 'papers-expired' }] : []
}

function problemsOfMarks(draft: ListingDraft, held: HeldPapers): Array<DraftProblem> {
  return unprovenMarks(draft, held).length > 0 ? [{ field: 'certificates', code: 'mark-unproven' }] : []
}

/** GTIN-8, -12, -13 or -14 with its check digit (GS1 General Specifications, 7.9). */
export function isBarcode(text: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(text)) return false
  const digits = [...text].map(Number).reverse()
  const sum = digits.slice(1).reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10 === digits[0]
}
