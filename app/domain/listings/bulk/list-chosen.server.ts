import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { isUuid } from '#app/kernel/ids.ts'
import type { Fen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { mostAtOnce } from './bulk-act.ts'

type ChosenVariant = {
  articleNumber: string
  label: string
  labelEn: string
  priceFen: Fen
  wasPriceFen: Fen | null
}
export type ChosenListing = { id: string; title: string; titleEn: string; variants: Array<ChosenVariant> }

/** The listings that a bulk act is for: the enterprise's own among those that were ticked. */
export async function listChosen(
  { pool }: Pick<Services, 'pool'>,
  { enterpriseId }: EnterpriseScope,
  ids: ReadonlyArray<string>,
): Promise<Array<ChosenListing>> {
  const known = ids.filter(isUuid).slice(0, mostAtOnce)
  return await sqlOn(pool).$queryRaw<Array<ChosenListing>>`
    SELECT l.id, l.title, coalesce(l.draft ->> 'titleEn', p.title_en, '') AS "titleEn",
      (SELECT coalesce(json_agg(json_build_object('articleNumber', article_number, 'label', label, 'labelEn', label_en,
         'priceFen', price_fen, 'wasPriceFen', was_price_fen) ORDER BY position, id), '[]')
       FROM variant WHERE product_id = l.product_id AND is_active) AS variants
    FROM listing l LEFT JOIN product p ON p.id = l.product_id
    WHERE l.enterprise_id = ${enterpriseId} AND l.id = ANY(${known}::uuid[]) ORDER BY l.id`
}
