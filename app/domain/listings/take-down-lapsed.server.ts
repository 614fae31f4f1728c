import { writeAudit } from '#app/domain/staff/audit.server.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { readAnyListing } from './listing-record.server.ts'
import { maySell, paperState } from './paper-rules.ts'
import { dropPages } from './publish-draft.server.ts'
import { tellOfLapse } from './tell-of-lapse.server.ts'

/**
 * What may not be sold without a paper is not sold once its last one has run out (E7). The enterprise publishes it again
 * with new papers. Goods of the demonstration are as old as their data and stay.
 */
export async function takeDownLapsed(services: Pick<Services, 'pool' | 'clock'>): Promise<number> {
  const { pool, clock } = services
  const ended = await listEnded(sqlOn(pool), shanghaiDay(clock.now()))
  let taken = 0
  for (const id of ended)
    if (await withTransaction(pool, (tx) => takeIfLapsed(tx, clock.now(), id))) taken += 1
  return taken
}

/** Goods on sale with a batch that ended, or that a paper of it did: few, and the rule itself decides. */
async function listEnded(sql: Sql, today: string): Promise<Array<string>> {
  const rows = await sql.$queryRaw<Array<{ id: string }>>`
    SELECT DISTINCT l.id FROM batch b
    JOIN product p ON p.id = b.product_id AND p.status = 'published' AND NOT p.is_demonstration
    JOIN listing l ON l.product_id = p.id
    WHERE b.expires_on < ${today}::date
      OR jsonb_path_exists(b.papers, '$[*] ? (@.expiresOn < $today)', jsonb_build_object('today', ${today}::text))`
  return rows.map(({ id }) => id)
}

async function takeIfLapsed(tx: Sql, now: Date, id: string): Promise<boolean> {
  await tx.$queryRaw`SELECT FROM listing WHERE id = ${id}::uuid FOR UPDATE`
  const listing = await readAnyListing(tx, id)
  if (!listing?.published || !listing.productSlug) return false
  const state = paperState(listing.published, shanghaiDay(now))
  if (maySell(state)) return false
  const taken = await tx.$executeRaw`
    UPDATE product SET status = 'taken-down', updated_at = ${now} WHERE id = ${listing.productId} AND status = 'published'`
  if (taken === 0) return false
  await tx.$executeRaw`UPDATE listing SET lapsed_at = ${now} WHERE id = ${id}::uuid`
  await writeAudit(tx, now, 'system', {
    action: 'take-down-listing',
    subject: ['listing', id],
    reason: `papers ${state.kind}`,
    enterpriseId: listing.enterprise.id,
  })
  await tellOfLapse(tx, now, listing.enterprise)
  await dropPages(tx, listing.productSlug, listing.enterprise.slug)
  return true
}
