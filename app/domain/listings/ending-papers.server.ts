import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { batchDraft, loadedBatches } from './draft.ts'
import { certifiedGoods, lastWarnedDay, paperState } from './paper-rules.ts'

/** The first hundred to mend are enough; so many listings are looked at for them. */
const most = 100
const mostLookedAt = 1_000

/**
 * Listings on sale of which the list says that their papers end soon, or have ended. SQL names those of goods that need
 * papers with any batch or paper that does; most of these have a newer one, and the rule of the list decides.
 */
export async function findEndingPapers(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  { enterpriseId }: EnterpriseScope,
): Promise<Array<string>> {
  const today = shanghaiDay(clock.now())
  const until = lastWarnedDay(today)
  const rows = await sqlOn(pool).$queryRaw<Array<{ id: string; subcategoryCode: string; batches: unknown }>>`
    SELECT l.id, p.subcategory_code AS "subcategoryCode", latest.batches
    FROM product p JOIN listing l ON l.product_id = p.id CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('producedOn', produced_on, 'expiresOn', expires_on, 'papers', papers)) AS batches
      FROM (SELECT * FROM batch WHERE product_id = p.id ORDER BY produced_on DESC, id DESC LIMIT ${loadedBatches}) b
      HAVING bool_or(expires_on <= ${until}::date
        OR jsonb_path_exists(papers, '$[*] ? (@.expiresOn <= $until)', jsonb_build_object('until', ${until}::text)))
    ) latest
    WHERE p.enterprise_id = ${enterpriseId} AND p.status = 'published' AND p.subcategory_code ~ ${certifiedGoods}
    ORDER BY l.id LIMIT ${mostLookedAt}`
  return rows
    .filter(({ subcategoryCode, batches }) => {
      const { kind } = paperState({ subcategoryCode, batches: batchDraft.array().parse(batches) }, today)
      return kind === 'expiring' || kind === 'expired'
    })
    .map(({ id }) => id)
    .slice(0, most)
}
