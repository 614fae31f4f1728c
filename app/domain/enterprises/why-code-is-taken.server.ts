import { type Failure, failure } from '#app/kernel/result.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { openStatuses } from './application.ts'

export type CodeRefusal = Failure<'already-applied' | 'already-joined'>

/** One enterprise, one application. Two that come by the same code at once wait for each other here. */
export async function whyCodeIsTaken(tx: Sql, id: string, creditCode: string): Promise<CodeRefusal | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('application'), hashtext(${creditCode}))`
  const [other] = await tx.$queryRaw<Array<{ hasJoined: boolean; hasApplied: boolean }>>`
    SELECT EXISTS (SELECT FROM enterprise WHERE credit_code = ${creditCode}) AS "hasJoined",
      EXISTS (SELECT FROM enterprise_application WHERE credit_code = ${creditCode} AND id <> ${id}::uuid
        AND status = ANY(${[...openStatuses]}::text[])) AS "hasApplied"`
  if (other?.hasJoined) return failure('already-joined')
  return other?.hasApplied ? failure('already-applied') : null
}
