import type { Sql } from '#app/platform/sql.server.ts'

/** By its handle; as the audit log names it, where a number alone may be that of several enterprises. */
export async function findVariant(sql: Sql, sku: string): Promise<{ id: number; named: string } | undefined> {
  const [variant] = await sql.$queryRaw<Array<{ id: number; named: string }>>`
    SELECT v.id, e.slug || '/' || v.article_number AS named
    FROM variant v JOIN enterprise e ON e.id = v.enterprise_id WHERE v.sku = ${sku}`
  return variant
}
