import { withCurrentPrices } from '../current-prices.ts'
import { emptyDraft, type ListingDraft } from '../draft.ts'
import { type DraftFacts, findDraftProblems } from '../draft-problems.ts'
import { isEditable } from '../lifecycle.ts'
import type { ListingRecord } from '../listing-record.server.ts'
import { changedFields } from '../merge-drafts.ts'
import { applyValues, type FindPhoto } from './apply-values.ts'
import { columnOf } from './problem-columns.ts'
import { productValues, type ReadRow, type RowProblem } from './read-rows.ts'

/** What there is of a product before the import. */
export type Current = Pick<ListingRecord, 'draft' | 'published' | 'status' | 'publishAt'> & {
  /** Free units of each variant that is on sale, by article number. */
  free: ReadonlyMap<string, number>
}

export type PlanContext = {
  facts: DraftFacts
  /** What a new listing begins with: the enterprise's own name and papers. */
  begin: (subcategoryCode: string, categoryCode: string) => ListingDraft
  findPhoto: FindPhoto
}

type PriceChange = { articleNumber: string; priceFen: number; seenFen: number }
export type StockChange = { articleNumber: string; free: number; seen: number }
export type Plan = {
  draft: ListingDraft
  isDraftChanged: boolean
  prices: Array<PriceChange>
  stocks: Array<StockChange>
  /** While there are any, nothing of the product is imported. */
  problems: Array<RowProblem>
}

/**
 * What the rows of one product would change: the same for the dry run as for the import itself. Price and stock of
 * what is on sale change at once, all else by a draft. An empty cell leaves alone what there is.
 */
export function planProduct(
  rows: ReadonlyArray<ReadRow>,
  current: Current | null,
  context: PlanContext,
): Plan {
  const product = productValues(rows)
  const before = current
    ? (current.draft ?? current.published ?? emptyDraft())
    : beginning(product.values, context)
  const applied = applyValues(before, product.values, rows, context.findPhoto)
  const draft = withCurrentPrices(applied.draft, current?.published ?? null)
  const isDraftChanged = current === null || changedFields(before, draft).length > 0
  const onSale = planOnSale(rows, current)
  const read = [
    ...rows.flatMap(({ problems }) => problems),
    ...product.problems,
    ...applied.problems,
    ...unnumbered(rows),
    ...onSale.problems,
  ]
  const faulty = new Set(read.map(({ row, column }) => `${row} ${column}`))
  // Of a cell that could not be read nothing more is said: the draft lacks it only for that.
  const unfit = isDraftChanged
    ? unfitness(draft, rows, current, context.facts).filter(
        ({ row, column }) => !faulty.has(`${row} ${column}`),
      )
    : []
  return {
    draft,
    isDraftChanged,
    prices: onSale.prices,
    stocks: onSale.stocks,
    problems: [...read, ...unfit],
  }
}

export function isChange({ isDraftChanged, prices, stocks }: Plan): boolean {
  return isDraftChanged || prices.length > 0 || stocks.length > 0
}

function beginning(values: Readonly<Record<string, unknown>>, { begin }: PlanContext): ListingDraft {
  const [categoryCode = '', subcategoryCode = ''] = String(values.subcategoryCode ?? '').split('/')
  return begin(subcategoryCode, categoryCode)
}

/** Why the draft cannot be handed to the reviewers, each at the cell that would mend it. */
function unfitness(
  draft: ListingDraft,
  rows: ReadonlyArray<ReadRow>,
  current: Current | null,
  facts: DraftFacts,
): Array<RowProblem> {
  const first = rows[0]?.row ?? 0
  if (current && !isEditable(current))
    return [{ row: first, column: 'title', code: 'waiting-for-review', value: draft.title }]
  const rowOf = new Map(rows.map(({ row, values }) => [values['variant.sku'], row]))
  return [...findDraftProblems(draft, facts), ...withoutStock(draft, current)].map(({ field, code }) => {
    const [list, index] = field.split('.')
    const variant = list === 'variants' ? draft.variants[Number(index)] : undefined
    const row = rowOf.get(variant?.sku) ?? first
    const column = columnOf(field)
    return { row, column, code, value: valueAt(rows, row, column) }
  })
}

/** A form asks it only of variants that have no number yet; here all have one. */
function withoutStock({ variants }: ListingDraft, current: Current | null) {
  return variants.flatMap(({ sku, initialStock }, index) =>
    initialStock === null && !isOnSale(sku, current)
      ? [{ field: `variants.${index}.initialStock`, code: 'stock-required' }]
      : [],
  )
}

function isOnSale(sku: string, current: Current | null): boolean {
  return current?.published?.variants.some((variant) => variant.sku === sku) ?? false
}

function valueAt(rows: ReadonlyArray<ReadRow>, row: number, column: string): string {
  const value = rows.find((each) => each.row === row)?.values[column]
  return value === undefined ? '' : String(value)
}

function unnumbered(rows: ReadonlyArray<ReadRow>): Array<RowProblem> {
  const column = 'variant.sku'
  return rows.flatMap(({ row, values, problems }) =>
    values[column] || problems.some((problem) => problem.column === column)
      ? []
      : [{ row, column, code: 'required', value: '' }],
  )
}

const highestPrice = 99_999_900
const mostUnits = 1_000_000

/** Of variants that are on sale: what their rows change at once. */
function planOnSale(rows: ReadonlyArray<ReadRow>, current: Current | null) {
  const prices: Array<PriceChange> = []
  const stocks: Array<StockChange> = []
  const problems: Array<RowProblem> = []
  const published = new Map(current?.published?.variants.map(({ sku, priceFen }) => [sku, priceFen]))
  for (const { row, values } of rows) {
    const articleNumber = String(values['variant.sku'] ?? '')
    const seenFen = published.get(articleNumber)
    const priceFen = values['variant.priceFen']
    if (typeof seenFen === 'number' && typeof priceFen === 'number' && priceFen !== seenFen) {
      const code = priceFen < 1 ? 'price-required' : priceFen > highestPrice ? 'price-too-high' : null
      if (code) problems.push({ row, column: 'variant.priceFen', code, value: (priceFen / 100).toFixed(2) })
      else prices.push({ articleNumber, priceFen, seenFen })
    }
    const seen = current?.free.get(articleNumber)
    const stock = values['variant.stock']
    if (seen === undefined || typeof stock !== 'number' || stock === seen) continue
    const exported = values['variant.stockSeen']
    // Nobody touched it since the export, but shoppers did.
    if (stock === exported) continue
    const code =
      stock > mostUnits
        ? 'out-of-range'
        : typeof exported === 'number' && exported !== seen
          ? 'stock-moved'
          : null
    if (code) problems.push({ row, column: 'variant.stock', code, value: String(stock), fix: undefined })
    else stocks.push({ articleNumber, free: stock, seen })
  }
  return { prices, stocks, problems }
}
