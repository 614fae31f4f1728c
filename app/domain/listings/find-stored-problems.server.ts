import type { Sql } from '#app/platform/sql.server.ts'
import type { ListingDraft } from './draft.ts'
import type { DraftProblem } from './draft-problems.ts'

/** What only the database knows to be wrong with a draft: a category that is none, a SKU that other goods have. */
export async function findStoredProblems(
  tx: Sql,
  { categoryCode, subcategoryCode, variants }: ListingDraft,
  productId: number | null,
): Promise<Array<DraftProblem>> {
  const skus = variants.map(({ sku }) => sku).filter(Boolean)
  const [found] = await tx.$queryRaw<Array<{ isCategory: boolean; taken: Array<string> }>>`
    SELECT EXISTS (
        SELECT FROM category WHERE code = ${subcategoryCode} AND ${categoryCode} IN (code, parent_code)
      ) AS "isCategory",
      ARRAY (
        SELECT sku FROM variant WHERE sku = ANY(${skus}::text[]) AND product_id IS DISTINCT FROM ${productId}::int
      ) AS taken`
  const taken = new Set(found?.taken)
  const problems: Array<DraftProblem> = variants.flatMap(({ sku }, index) =>
    taken.has(sku) ? [{ field: `variants.${index}.sku`, code: 'sku-taken' }] : [],
  )
  const isUnknown = subcategoryCode !== '' && !found?.isCategory
  return isUnknown ? [{ field: 'subcategoryCode', code: 'unknown-category' }, ...problems] : problems
}
