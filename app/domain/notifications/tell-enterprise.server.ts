import { type EnterpriseCapability, rolesThatMay } from '#app/domain/staff/roles.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { type StaffFacts, writeAllToOutbox } from './outbox.server.ts'

export type EnterpriseMessage = {
  kind: 'after-sale-requested' | 'return-posted' | 'listing-returned' | 'listing-accepted'
  /** Each person is told once under it. */
  dedupeKey: string
  /** Whose work it is. */
  capability: EnterpriseCapability
  /** The page to go to, under the enterprise's own address. */
  path: string
  facts: StaffFacts
}

/** In the transaction of the fact: to everybody of the enterprise whose role acts on it and who has a phone. */
export async function tellEnterprise(
  tx: Sql,
  now: Date,
  enterpriseId: number,
  { kind, dedupeKey, capability, path, facts }: EnterpriseMessage,
): Promise<void> {
  const members = await tx.$queryRaw<Array<{ staffId: string; slug: string; name: string }>>`
    SELECT s.id AS "staffId", e.slug, e.name
    FROM membership m JOIN staff s ON s.id = m.staff_id JOIN enterprise e ON e.id = m.enterprise_id
    WHERE m.enterprise_id = ${enterpriseId} AND m.role = ANY(${rolesThatMay(capability)}::text[])
      AND s.status = 'active' AND s.phone IS NOT NULL ORDER BY s.id`
  const messages = members.map(({ staffId, slug, name }) => ({
    kind,
    dedupeKey: `${dedupeKey}:${staffId}`,
    locale: 'zh' as const,
    to: staffId,
    place: name,
    path: `/enterprise/${slug}${path}`,
    facts,
  }))
  await writeAllToOutbox(tx, now, messages)
}
