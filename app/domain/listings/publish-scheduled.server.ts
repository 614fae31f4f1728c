import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { type DraftProblemCode, findDraftProblems } from './draft-problems.ts'
import { findStoredProblems, lockArticleNumbers } from './find-stored-problems.server.ts'
import { getDraftFacts } from './get-draft-facts.server.ts'
import { readAnyListing } from './listing-record.server.ts'
import { publishDraft } from './publish-draft.server.ts'
import { tellOfLapse } from './tell-of-lapse.server.ts'

/**
 * Publishes what was accepted for a time that has come. Any number of processes may do it at once: each takes the next
 * row that no other has. Listings of a suspended enterprise wait until it is active again.
 */
export async function publishScheduled(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  stopping?: AbortSignal,
): Promise<number> {
  let published = 0
  while (!stopping?.aborted) {
    const isDone = await withTransaction(pool, (tx) => publishNext(tx, clock.now()))
    if (!isDone) break
    published += 1
  }
  return published
}

/** What ends by itself while it waits for its day. */
const ofPapers: ReadonlySet<DraftProblemCode> = new Set(['papers-missing', 'papers-expired', 'mark-unproven'])

async function publishNext(tx: Sql, now: Date): Promise<boolean> {
  const [due] = await tx.$queryRaw<Array<{ id: string }>>`
    SELECT l.id FROM listing l JOIN enterprise e ON e.id = l.enterprise_id AND e.status = 'active'
    WHERE l.publish_at <= ${now} ORDER BY l.publish_at LIMIT 1 FOR UPDATE OF l SKIP LOCKED`
  const listing = due && (await readAnyListing(tx, due.id))
  if (!listing) return false
  const { id, draft, enterprise } = listing
  await lockArticleNumbers(tx, enterprise)
  const problems = draft && [
    ...findDraftProblems(draft, await getDraftFacts(tx, enterprise.id, now)),
    ...(await findStoredProblems(tx, draft, listing)),
  ]
  if (draft && problems?.length === 0) {
    await publishDraft(tx, now, 'system', { ...listing, draft })
    return true
  }
  // Back to the enterprise, which sees what is wrong when it submits again: among what papers took from the shop, or
  // among what was returned.
  const hasLapsed = problems?.some(({ code }) => ofPapers.has(code)) ?? false
  await tx.$executeRaw`
    UPDATE listing SET status = ${hasLapsed ? 'draft' : 'returned'}, publish_at = NULL,
      lapsed_at = CASE WHEN ${hasLapsed} THEN ${now}::timestamptz ELSE lapsed_at END, updated_at = ${now}
    WHERE id = ${id}::uuid`
  await writeAudit(tx, now, 'system', {
    action: 'cancel-publication',
    subject: ['listing', id],
    after: { problems },
    enterpriseId: enterprise.id,
  })
  if (hasLapsed) await tellOfLapse(tx, now, enterprise)
  return true
}
