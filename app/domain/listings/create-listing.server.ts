import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import type { ListingDraft } from './draft.ts'

/** A draft of its own; nobody but the enterprise sees it until it is submitted. */
export async function createListing(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  draft: ListingDraft,
): Promise<{ id: string }> {
  return await withTransaction(pool, (tx) => insertListing(tx, clock.now(), scope, draft))
}

export async function insertListing(
  tx: Sql,
  now: Date,
  scope: EnterpriseScope,
  draft: ListingDraft,
): Promise<{ id: string }> {
  const id = timeOrderedId(now)
  const { title, categoryCode, pictures } = draft
  await tx.$executeRaw`
    INSERT INTO listing (id, enterprise_id, draft, title, category_code, picture_key, created_at, updated_at)
    VALUES (${id}::uuid, ${scope.enterpriseId}, ${JSON.stringify(draft)}::jsonb, ${title}, ${categoryCode || null},
      ${pictures[0]?.key ?? null}, ${now}, ${now})`
  await writeAudit(tx, now, scope, {
    action: 'create-listing',
    subject: ['listing', id],
    after: { title, categoryCode },
  })
  return { id }
}
