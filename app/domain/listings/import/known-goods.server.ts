import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Sql } from '#app/platform/sql.server.ts'

/** What the enterprise has under some article numbers; those of others are nobody's business (T70). */
export type KnownGoods = {
  /** Listings, by article number: of what is on sale, and of what waits in a draft. */
  listings: ReadonlyMap<string, string>
  /** Free units of variants. */
  free: ReadonlyMap<string, number>
}

export async function findKnownGoods(
  sql: Sql,
  { enterpriseId }: EnterpriseScope,
  numbers: ReadonlyArray<string>,
): Promise<KnownGoods> {
  const variants = await sql.$queryRaw<Array<{ number: string; listing: string | null; free: number }>>`
    SELECT v.article_number AS number, l.id AS listing, coalesce(s.free, 0) AS free
    FROM variant v LEFT JOIN listing l ON l.product_id = v.product_id
      LEFT JOIN stock s ON s.variant_id = v.id AND s.pool = 'online'
    WHERE v.article_number = ANY(${numbers}::text[]) AND v.enterprise_id = ${enterpriseId}`
  // By article number first: in the middle of an import nothing knows yet how many drafts its enterprise has by now.
  const drafts = await sql.$queryRaw<Array<{ number: string; listing: string }>>`
    WITH named AS MATERIALIZED (
      SELECT id, enterprise_id, jsonb_path_query_array(draft, '$.variants[*].sku') AS numbers FROM listing
      WHERE draft IS NOT NULL AND jsonb_path_query_array(draft, '$.variants[*].sku') ?| ${numbers}::text[]
    )
    SELECT d AS number, l.id AS listing FROM named l CROSS JOIN jsonb_array_elements_text(l.numbers) d
    WHERE l.enterprise_id = ${enterpriseId} AND d = ANY(${numbers}::text[])`
  return {
    listings: new Map([
      ...drafts.map(({ number, listing }) => [number, listing] as const),
      ...variants.flatMap(({ number, listing }) => (listing ? [[number, listing] as const] : [])),
    ]),
    free: new Map(variants.map(({ number, free }) => [number, free])),
  }
}
