import { writeAudit } from '#app/domain/staff/audit.server.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { markPapers } from './mark-rules.ts'
import { dropPages } from './publish-draft.server.ts'
import { refreshProduct } from './refresh-product.server.ts'

/**
 * Goods carry no mark longer than the paper that proves it: it goes from their pages, and they stay on sale. With a new
 * paper the enterprise claims it again. Goods of the demonstration are as old as their data and keep theirs.
 */
export async function dropLapsedMarks({ pool, clock }: Pick<Services, 'pool' | 'clock'>): Promise<number> {
  const now = clock.now()
  let dropped = 0
  for (const { productId, mark } of await listLapsed(sqlOn(pool), shanghaiDay(now)))
    if (await withTransaction(pool, (tx) => dropMark(tx, now, productId, mark))) dropped += 1
  return dropped
}

type Lapsed = { productId: number; mark: string }

/** From the papers that ended, which are few, to the goods that need them. */
async function listLapsed(sql: Sql, today: string): Promise<Array<Lapsed>> {
  return await sql.$queryRaw<Array<Lapsed>>`
    WITH needed AS (SELECT * FROM jsonb_each_text(${JSON.stringify(markPapers)}::jsonb) AS n (mark, kind)),
      ended AS (
        SELECT DISTINCT d.enterprise_id, n.mark FROM enterprise_document d JOIN needed n ON n.kind = d.kind
        WHERE d.replaced_at IS NULL AND d.expires_on < ${today}::date AND NOT EXISTS (
          SELECT FROM enterprise_document o WHERE o.enterprise_id = d.enterprise_id AND o.kind = d.kind
            AND o.replaced_at IS NULL AND (o.expires_on IS NULL OR o.expires_on >= ${today}::date)
        )
      )
    SELECT p.id AS "productId", e.mark FROM ended e JOIN product p ON p.enterprise_id = e.enterprise_id
    WHERE NOT p.is_demonstration
      AND (e.mark = ANY(p.certificates) OR e.mark = 'gi' AND p.gi_authorisation IS NOT NULL)
    ORDER BY p.id`
}

async function dropMark(tx: Sql, now: Date, productId: number, mark: string): Promise<boolean> {
  const [product] = await tx.$queryRaw<
    Array<{ slug: string; listing: string; enterpriseId: number; enterprise: string }>
  >`
    UPDATE product p SET certificates = array_remove(p.certificates, ${mark}), updated_at = ${now},
      gi_authorisation = CASE WHEN ${mark} = 'gi' THEN NULL ELSE p.gi_authorisation END
    FROM listing l, enterprise e
    WHERE p.id = ${productId} AND l.product_id = p.id AND e.id = p.enterprise_id
      AND (${mark} = ANY(p.certificates) OR ${mark} = 'gi' AND p.gi_authorisation IS NOT NULL)
    RETURNING p.slug, l.id AS listing, e.id AS "enterpriseId", e.slug AS enterprise`
  if (!product) return false
  await refreshProduct(tx, productId)
  await writeAudit(tx, now, 'system', {
    action: 'drop-mark',
    subject: ['listing', product.listing],
    before: { mark },
    enterpriseId: product.enterpriseId,
  })
  await dropPages(tx, product.slug, product.enterprise)
  return true
}
