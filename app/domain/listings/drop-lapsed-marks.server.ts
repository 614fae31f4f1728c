import type { Certificate } from '#app/domain/catalog/certificates.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { getDraftFacts } from './get-draft-facts.server.ts'
import { readAnyListing } from './listing-record.server.ts'
import { markPapers, unprovenMarks } from './mark-rules.ts'
import { dropPages } from './publish-draft.server.ts'
import { refreshProduct } from './refresh-product.server.ts'
import { tellOfLapse } from './tell-of-lapse.server.ts'

/**
 * Goods carry no mark longer than the paper that proves it: it goes from their pages, and they stay on sale. With a new
 * paper the enterprise claims it again. Enterprises of the demonstration have no papers and keep their marks.
 */
export async function dropLapsedMarks({ pool, clock }: Pick<Services, 'pool' | 'clock'>): Promise<number> {
  const now = clock.now()
  let dropped = 0
  for (const id of await listLapsed(sqlOn(pool), shanghaiDay(now)))
    dropped += await withTransaction(pool, (tx) => dropUnproven(tx, now, id))
  return dropped
}

/** From the papers that ended, which are few, to the goods that may need them; the rule itself decides. */
async function listLapsed(sql: Sql, today: string): Promise<Array<string>> {
  const rows = await sql.$queryRaw<Array<{ id: string }>>`
    WITH needed AS (SELECT * FROM jsonb_each_text(${JSON.stringify(markPapers)}::jsonb) AS n (mark, kind)),
      ended AS (
        SELECT d.enterprise_id, n.mark FROM standing_document d JOIN needed n ON n.kind = d.kind
        WHERE d.expires_on < ${today}::date
      )
    SELECT DISTINCT l.id FROM ended e JOIN product p ON p.enterprise_id = e.enterprise_id
      JOIN listing l ON l.product_id = p.id
    WHERE CASE WHEN e.mark = 'gi' THEN p.gi_authorisation IS NOT NULL ELSE e.mark = ANY(p.certificates) END
    ORDER BY l.id`
  return rows.map(({ id }) => id)
}

/** How many marks went. */
async function dropUnproven(tx: Sql, now: Date, id: string): Promise<number> {
  await tx.$queryRaw`SELECT FROM listing WHERE id = ${id}::uuid FOR UPDATE`
  const listing = await readAnyListing(tx, id)
  if (!listing?.published || listing.productId === null || !listing.productSlug) return 0
  const { published, productId, enterprise } = listing
  const { held } = await getDraftFacts(tx, enterprise.id, now)
  const marks = unprovenMarks(published, held)
  if (marks.length === 0) return 0
  await takeMarks(tx, now, productId, marks)
  await refreshProduct(tx, productId)
  for (const mark of marks)
    await writeAudit(tx, now, 'system', {
      action: 'drop-mark',
      subject: ['listing', id],
      before: { mark },
      enterpriseId: enterprise.id,
    })
  await tellOfLapse(tx, now, enterprise)
  await dropPages(tx, listing.productSlug, enterprise.slug)
  return marks.length
}

/** That of an indication is shown wherever its authorisation is named. */
async function takeMarks(
  tx: Sql,
  now: Date,
  productId: number,
  marks: ReadonlyArray<Certificate>,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE product SET updated_at = ${now},
      certificates = ARRAY (SELECT mark FROM unnest(certificates) AS m (mark) WHERE mark <> ALL(${marks}::text[])),
      gi_authorisation = CASE WHEN ${marks.includes('gi')} THEN NULL ELSE gi_authorisation END
    WHERE id = ${productId}`
}
