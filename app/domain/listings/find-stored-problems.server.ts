import type { Sql } from '#app/platform/sql.server.ts'
import type { ListingDraft } from './draft.ts'
import type { DraftProblem } from './draft-problems.ts'
import type { ListingRecord } from './listing-record.server.ts'

/**
 * Whoever is about to publish is alone with the enterprise's article numbers from before it looks which are taken to the
 * end of its transaction. Before its first row of the audit log, for which everybody waits.
 */
export async function lockArticleNumbers(tx: Sql, { id }: ListingRecord['enterprise']): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('article-numbers'), ${id}::int)`
}

/**
 * What only the database knows to be wrong with a draft: a category that is none, an article number that other goods of
 * the same enterprise have.
 */
export async function findStoredProblems(
  tx: Sql,
  { categoryCode, subcategoryCode, variants }: ListingDraft,
  { enterprise, productId }: Pick<ListingRecord, 'enterprise' | 'productId'>,
): Promise<Array<DraftProblem>> {
  const numbers = variants.map(({ sku }) => sku).filter(Boolean)
  const [found] = await tx.$queryRaw<Array<{ isCategory: boolean; taken: Array<string> }>>`
    SELECT EXISTS (
        SELECT FROM category WHERE code = ${subcategoryCode} AND ${categoryCode} IN (code, parent_code)
      ) AS "isCategory",
      ARRAY (
        SELECT article_number FROM variant WHERE article_number = ANY(${numbers}::text[]) AND enterprise_id = ${enterprise.id}
          AND product_id IS DISTINCT FROM ${productId}::int
      ) AS taken`
  const taken = new Set(found?.taken)
  const problems: Array<DraftProblem> = variants.flatMap(({ sku }, index) =>
    taken.has(sku) ? [{ field: `variants.${index}.sku`, code: 'sku-taken' }] : [],
  )
  const isUnknown = subcategoryCode !== '' && !found?.isCategory
  return isUnknown ? [{ field: 'subcategoryCode', code: 'unknown-category' }, ...problems] : problems
}
