import { after, day } from '#app/kernel/clock.ts'
import { leaseTime, runLeased } from '#app/platform/leased-jobs.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { commitOrders, type Importing } from './commit-orders.server.ts'
import { removeRows } from './kept-rows.server.ts'
import { type PlatformImport, readPlatformImport } from './platform-import.server.ts'

export const platformImportChannel = 'platform-import'

/** The order exports that wait. */
export async function runPlatformImports(
  services: Importing & Pick<Services, 'log'>,
  stopping?: AbortSignal,
): Promise<void> {
  const sql = sqlOn(services.pool)
  await runLeased(
    services,
    {
      claim: () => claim(sql, services.clock.now()),
      run: (job) => commitOrders(services, job, stopping),
      fail: async ({ id }) => {
        await sql.$executeRaw`
          UPDATE platform_import SET status = 'failed', failure = 'unexpected', leased_until = NULL
          WHERE id = ${id}::uuid AND status = 'running'`
      },
    },
    stopping,
  )
}

async function claim(sql: Sql, now: Date): Promise<PlatformImport | null> {
  const [claimed] = await sql.$queryRaw<Array<{ id: string }>>`
    UPDATE platform_import SET leased_until = ${after(now, leaseTime)}
    WHERE id = (
      SELECT id FROM platform_import WHERE status = 'running' AND (leased_until IS NULL OR leased_until < ${now})
      ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id`
  return claimed ? await readPlatformImport(sql, claimed.id) : null
}

const keptDays = 30

/** Files that nobody went on with. What was imported stays, and so does the record of it. */
export async function purgePlatformImports({ pool, clock, env }: Importing): Promise<void> {
  const old = await sqlOn(pool).$queryRaw<Array<{ key: string }>>`
    DELETE FROM platform_import
    WHERE created_at < ${after(clock.now(), -keptDays * day)} AND status IN ('mapping', 'failed') RETURNING file_key AS key`
  for (const { key } of old) await removeRows(env.DATA_DIR, key)
}
