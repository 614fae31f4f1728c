import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { type Mapping, mapping } from './mapping.ts'

export type SavedMapping = { name: string; columns: Mapping }
const mostKept = 20

/** What the enterprise said before of the headings of its files, the latest first. */
export async function listMappings(
  pool: Services['pool'],
  { enterpriseId }: EnterpriseScope,
): Promise<Array<SavedMapping>> {
  const rows = await sqlOn(pool).$queryRaw<Array<{ name: string; columns: unknown }>>`
    SELECT name, columns FROM import_mapping WHERE enterprise_id = ${enterpriseId} ORDER BY updated_at DESC LIMIT ${mostKept}`
  return rows.map(({ name, columns }) => ({ name, columns: mapping.parse(columns) }))
}

export async function saveMapping(
  tx: Sql,
  now: Date,
  { enterpriseId }: EnterpriseScope,
  { name, columns }: SavedMapping,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO import_mapping (id, enterprise_id, name, columns, updated_at)
    VALUES (${timeOrderedId(now)}::uuid, ${enterpriseId}, ${name}, ${JSON.stringify(columns)}::jsonb, ${now})
    ON CONFLICT (enterprise_id, name) DO UPDATE SET columns = excluded.columns, updated_at = excluded.updated_at`
}
