import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { type DocumentKind, licenceKinds } from './document.ts'
import { findSuspensionReason } from './enterprise-record.server.ts'

export type EnterpriseNotices = {
  /** Licences of which the last has expired: nothing may be sold without them. */
  expired: Array<DocumentKind>
  suspendedFor: string | null
}

/** What stands above every page of an enterprise's desk. */
export async function findEnterpriseNotices(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
): Promise<EnterpriseNotices> {
  const sql = sqlOn(pool)
  const expired = await sql.$queryRaw<Array<{ kind: DocumentKind }>>`
    SELECT kind FROM standing_document
    WHERE enterprise_id = ${scope.enterpriseId} AND kind = ANY(${[...licenceKinds]}::text[])
      AND expires_on < ${shanghaiDay(clock.now())}::date
    ORDER BY kind`
  return {
    expired: expired.map(({ kind }) => kind),
    suspendedFor: scope.isSuspended ? await findSuspensionReason(sql, scope.slug) : null,
  }
}
