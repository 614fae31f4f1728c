import { listEnterpriseChoices } from '#app/domain/enterprises/list-enterprise-choices.server.ts'
import { listFairChoices } from '#app/domain/exhibitions/list-fair-choices.server.ts'
import type { Choice } from '#app/kernel/choice.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { PlatformImport } from './platform-import.server.ts'

export type ImportItem = Pick<
  PlatformImport,
  'id' | 'fileName' | 'status' | 'totalRows' | 'faultyRows' | 'createdAt'
>
export type ImportDesk = {
  items: Array<ImportItem>
  fairs: Array<Choice>
  shops: Array<Choice>
  waitingProducts: number
}

/** Beyond this nobody counts. */
const mostCounted = 100

export async function openImportDesk({ pool }: Pick<Services, 'pool'>, locale: Locale): Promise<ImportDesk> {
  const sql = sqlOn(pool)
  const [items, fairs, shops, [waiting]] = await Promise.all([
    sql.$queryRaw<Array<ImportItem>>`
      SELECT id, file_name AS "fileName", status, total_rows AS "totalRows", faulty_rows AS "faultyRows", created_at AS "createdAt"
      FROM platform_import ORDER BY created_at DESC LIMIT 20`,
    listFairChoices({ pool }, locale),
    listEnterpriseChoices({ pool }, locale),
    sql.$queryRaw<Array<{ count: number }>>`
      SELECT count(*)::int AS count FROM (
        SELECT DISTINCT external_id, spec FROM platform_order WHERE status = 'unmatched' AND platform = 'douyin' LIMIT ${mostCounted}
      ) AS waiting`,
  ])
  return { items, fairs, shops, waitingProducts: waiting?.count ?? 0 }
}
