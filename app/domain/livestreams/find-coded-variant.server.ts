import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { ProductKey } from './matching-queue.server.ts'

export type CodeRefusal = Failure<'unknown-variant' | 'several-variants'>

/**
 * The handle of what an organizer means by a code: an article number of the shops that sold the product, else of whoever
 * has it, where that is one; or the handle itself.
 */
export async function findCodedVariant(
  { pool }: Pick<Services, 'pool'>,
  { externalId, spec }: ProductKey,
  code: string,
): Promise<Result<string, CodeRefusal>> {
  const rows = await sqlOn(pool).$queryRaw<Array<{ sku: string; isOfShop: boolean }>>`
    SELECT v.sku, EXISTS (
        SELECT FROM platform_order o
        WHERE o.status IN ('unmatched', 'ignored') AND o.platform = 'douyin' AND o.external_id = ${externalId}
          AND o.spec = ${spec} AND o.shop_enterprise_id = v.enterprise_id
      ) AS "isOfShop"
    FROM variant v WHERE v.article_number = ${code} OR v.sku = ${code}
    ORDER BY "isOfShop" DESC LIMIT 3`
  const ofShop = rows.filter(({ isOfShop }) => isOfShop)
  const [meant, another] = ofShop.length > 0 ? ofShop : rows
  if (!meant) return failure('unknown-variant')
  return another ? failure('several-variants') : success(meant.sku)
}
