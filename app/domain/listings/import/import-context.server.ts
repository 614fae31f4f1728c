import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { getOwnFacts, type OwnFacts, withOwnFacts } from '../begin-draft.server.ts'
import { emptyDraft } from '../draft.ts'
import { getDraftFacts } from '../get-draft-facts.server.ts'
import type { Choice } from './columns.ts'
import type { PlanContext } from './plan-product.ts'
import type { ChoicesOf } from './read-rows.ts'

/** What is the same for all rows of an import. */
export type ImportContext = { choicesOf: ChoicesOf } & Pick<PlanContext, 'begin' | 'facts'>

export async function getImportContext(sql: Sql, scope: EnterpriseScope, now: Date): Promise<ImportContext> {
  const own: OwnFacts = await getOwnFacts(sql, scope)
  const categories = await listCategoryWords(sql)
  return {
    facts: await getDraftFacts(sql, scope.enterpriseId, now),
    choicesOf: (column) => column.choices ?? (column.key === 'subcategoryCode' ? categories : []),
    begin: (subcategoryCode, categoryCode) =>
      withOwnFacts({ ...emptyDraft(), subcategoryCode, categoryCode }, own),
  }
}

/** `粮油杂粮/小米`: both levels, for the second alone may stand under several. */
export async function listCategoryWords(sql: Sql): Promise<Array<Choice>> {
  return await sql.$queryRaw<Array<Choice>>`
    SELECT parent.code || '/' || c.code AS code, parent.name || '/' || c.name AS zh, parent.name_en || '/' || c.name_en AS en
    FROM category c JOIN category parent ON parent.code = c.parent_code ORDER BY parent.sort, c.sort, c.code`
}
