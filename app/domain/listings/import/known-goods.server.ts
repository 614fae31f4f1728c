import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Sql } from '#app/platform/sql.server.ts'

/** What there is under some article numbers. */
export type KnownGoods = {
  /** Listings of the enterprise, by article number: of what is on sale, and of what waits in a draft. */
  listings: ReadonlyMap<string, string>
  /** Free units of the enterprise's variants. */
  free: ReadonlyMap<string, number>
  /** Numbers that goods of others have: nothing more is told of those (T70). */
  taken: ReadonlySet<string>
}

export async function findKnownGoods(
  sql: Sql,
  { enterpriseId }: EnterpriseScope,
  skus: ReadonlyArray<string>,
): Promise<KnownGoods> {
  const variants = await sql.$queryRaw<
    Array<{ sku: string; isOwn: boolean; listing: string | null; free: number }>
  >`
    SELECT v.sku, p.enterprise_id = ${enterpriseId} AS "isOwn", l.id AS listing, coalesce(s.free, 0) AS free
    FROM variant v JOIN product p ON p.id = v.product_id LEFT JOIN listing l ON l.product_id = p.id
      LEFT JOIN stock s ON s.variant_id = v.id AND s.pool = 'online'
    WHERE v.sku = ANY(${skus}::text[])`
  // By article number first: in the middle of an import nothing knows yet how many drafts its enterprise has by now.
  const drafts = await sql.$queryRaw<Array<{ sku: string; listing: string }>>`
    WITH named AS MATERIALIZED (
      SELECT id, enterprise_id, jsonb_path_query_array(draft, '$.variants[*].sku') AS skus FROM listing
      WHERE draft IS NOT NULL AND jsonb_path_query_array(draft, '$.variants[*].sku') ?| ${skus}::text[]
    )
    SELECT d AS sku, l.id AS listing FROM named l CROSS JOIN jsonb_array_elements_text(l.skus) d
    WHERE l.enterprise_id = ${enterpriseId} AND d = ANY(${skus}::text[])`
  const own = variants.filter(({ isOwn }) => isOwn)
  return {
    listings: new Map([
      ...drafts.map(({ sku, listing }) => [sku, listing] as const),
      ...own.flatMap(({ sku, listing }) => (listing ? [[sku, listing] as const] : [])),
    ]),
    free: new Map(own.map(({ sku, free }) => [sku, free])),
    taken: new Set(variants.filter(({ isOwn }) => !isOwn).map(({ sku }) => sku)),
  }
}
