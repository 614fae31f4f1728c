import { findMemberScope } from '#app/domain/staff/find-scope.server.ts'
import { enterpriseMay } from '#app/domain/staff/scope.ts'
import { after } from '#app/kernel/clock.ts'
import { leaseTime, runLeased } from '#app/platform/leased-jobs.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { checkImport } from './check-import.server.ts'
import { commitImport } from './commit-import.server.ts'
import { type ImportJob, readImportJob } from './import-job.server.ts'

export const importChannel = 'import'

type Running = Pick<Services, 'pool' | 'db' | 'clock' | 'log'> & { env: Pick<Services['env'], 'DATA_DIR'> }

/** The imports that wait, of any enterprise. */
export async function runImports(services: Running, stopping?: AbortSignal): Promise<void> {
  const sql = sqlOn(services.pool)
  await runLeased(
    services,
    {
      claim: () => claim(sql, services.clock.now()),
      run: (job) => run(services, job, stopping),
      fail: (job) => fail(sql, job, 'unexpected'),
    },
    stopping,
  )
}

async function claim(sql: Sql, now: Date): Promise<ImportJob | null> {
  const [claimed] = await sql.$queryRaw<Array<{ id: string; enterpriseId: number }>>`
    UPDATE import_job SET leased_until = ${after(now, leaseTime)}, started_at = coalesce(started_at, ${now})
    WHERE id = (
      SELECT id FROM import_job
      WHERE status IN ('checking', 'committing') AND (leased_until IS NULL OR leased_until < ${now})
      ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, enterprise_id AS "enterpriseId"`
  return claimed ? await readImportJob(sql, claimed.enterpriseId, claimed.id) : null
}

/** For whoever began it, as far as they still may. */
async function run(services: Running, job: ImportJob, stopping: AbortSignal | undefined): Promise<void> {
  const scope = await findMemberScope(services.db, job)
  if (!scope || !enterpriseMay(scope, 'edit-listings'))
    return await fail(sqlOn(services.pool), job, 'not-allowed')
  if (job.status === 'checking') await checkImport(services, scope, job)
  else await commitImport(services, scope, job, stopping)
}

async function fail(sql: Sql, { id }: ImportJob, why: string): Promise<void> {
  await sql.$executeRaw`
    UPDATE import_job SET status = 'failed', failure = ${why}, leased_until = NULL
    WHERE id = ${id}::uuid AND status IN ('checking', 'committing')`
}
