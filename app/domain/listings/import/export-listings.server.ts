import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { fen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sheet, type SheetCell, yuanCell } from '#app/platform/sheets/write-sheet.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import type { ListingDraft } from '../draft.ts'
import { contentOf, readListings } from '../listing-record.server.ts'
import { type Choice, type Column, columns, isVariantKey } from './columns.ts'
import { listCategoryWords } from './import-context.server.ts'

const pageSize = 200

export type Export = { columns: Sheet['columns']; parts: AsyncIterable<Sheet['rows']> }

/** All listings of an enterprise as its import takes them, page by page: what comes back untouched changes nothing. */
export async function exportListings(
  { pool }: Pick<Services, 'pool'>,
  scope: EnterpriseScope,
  locale: Locale,
): Promise<Export> {
  const sql = sqlOn(pool)
  const categories = await listCategoryWords(sql)
  async function* parts() {
    for (let after: string | null = null; ; ) {
      const ids = await listIds(sql, scope, after)
      const listings = new Map((await readListings(sql, scope, ids)).map((listing) => [listing.id, listing]))
      const free = await listFree(sql, scope, ids)
      yield ids.flatMap((id) => {
        const listing = listings.get(id)
        return listing ? rowsOf(contentOf(listing), free, categories, locale) : []
      })
      after = ids.at(-1) ?? null
      if (ids.length < pageSize) return
    }
  }
  return { columns: sheetColumns(categories, locale), parts: parts() }
}

/** Whole: a workbook with drop-downs is written at once. */
export async function exportSheet(
  services: Pick<Services, 'pool'>,
  scope: EnterpriseScope,
  locale: Locale,
): Promise<Sheet> {
  const { columns: headings, parts } = await exportListings(services, scope, locale)
  const rows: Array<Sheet['rows'][number]> = []
  for await (const part of parts) rows.push(...part)
  return { name: sheetName(locale), columns: headings, rows }
}

export function sheetName(locale: Locale): string {
  return locale === 'zh' ? '商品' : 'Products'
}

export function sheetColumns(categories: ReadonlyArray<Choice>, locale: Locale): Sheet['columns'] {
  return columns.map((column) => {
    const words = column.choices ?? (column.kind === 'choice' ? categories : undefined)
    const choices = column.kind === 'choices' ? undefined : words?.map((word) => word[locale])
    return { heading: column[locale], width: column.width, ...(choices && { choices }) }
  })
}

/** Counts no further than that. */
export async function hasMoreListings(
  { pool }: Pick<Services, 'pool'>,
  { enterpriseId }: EnterpriseScope,
  than: number,
): Promise<boolean> {
  const next = await sqlOn(pool).$queryRaw<Array<unknown>>`
    SELECT FROM listing WHERE enterprise_id = ${enterpriseId} ORDER BY updated_at DESC, id DESC OFFSET ${than} LIMIT 1`
  return next.length > 0
}

function listIds(sql: Sql, { enterpriseId }: EnterpriseScope, after: string | null) {
  return sql.$queryRaw<Array<{ id: string }>>`
    SELECT id FROM listing WHERE enterprise_id = ${enterpriseId} AND (${after}::uuid IS NULL OR id > ${after}::uuid)
    ORDER BY id LIMIT ${pageSize}`.then((rows) => rows.map(({ id }) => id))
}

async function listFree(
  sql: Sql,
  { enterpriseId }: EnterpriseScope,
  ids: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.$queryRaw<Array<{ number: string; free: number }>>`
    SELECT v.article_number AS number, s.free FROM listing l JOIN variant v ON v.product_id = l.product_id
      JOIN stock s ON s.variant_id = v.id AND s.pool = 'online'
    WHERE l.enterprise_id = ${enterpriseId} AND l.id = ANY(${[...ids]}::uuid[])`
  return new Map(rows.map(({ number, free }) => [number, free]))
}

/** A row a variant; what is the product's stands in each of them. Photos stay where they are. */
function rowsOf(
  draft: ListingDraft,
  free: ReadonlyMap<string, number>,
  categories: ReadonlyArray<Choice>,
  locale: Locale,
): Array<Array<SheetCell>> {
  return draft.variants.map((variant) => {
    const stock = free.get(variant.sku)
    const own: Record<string, unknown> = {
      ...variant,
      stock: stock ?? variant.initialStock,
      stockSeen: stock,
    }
    const [batch] = draft.batches
    const values: Record<string, unknown> = {
      ...draft,
      pictures: null,
      subcategoryCode: draft.subcategoryCode && `${draft.categoryCode}/${draft.subcategoryCode}`,
      ...prefixed('label.', draft.label),
      ...(batch && prefixed('batch.', { ...batch, code: batch.ownCode || batch.code })),
      ...Object.assign({}, ...(batch?.papers ?? []).map((paper) => prefixed(`paper.${paper.kind}.`, paper))),
      ...prefixed('variant.', own),
    }
    return columns.map((column) => toCell(column, values[column.key], column.choices ?? categories, locale))
  })
}

function prefixed(prefix: string, values: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [prefix + key, value]))
}

function toCell(
  { key, kind }: Column,
  value: unknown,
  choices: ReadonlyArray<Choice>,
  locale: Locale,
): SheetCell {
  if (value === null || value === undefined || value === '') return null
  const word = (code: unknown) => choices.find((choice) => choice.code === code)?.[locale] ?? String(code)
  if (kind === 'price') return yuanCell(fen(Number(value)))
  if (kind === 'flag') return word(value ? 'yes' : 'no')
  if (kind === 'choice') return word(value)
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map(kind === 'choices' ? word : String).join('、')
  // Numbers that are names would lose their zeros and digits.
  return typeof value === 'number' && (isVariantKey(key) || kind !== 'text') ? value : String(value)
}
