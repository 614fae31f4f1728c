import { after, day } from '#app/kernel/clock.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { ImportServices } from './check-import.server.ts'
import { removeFiles } from './import-files.server.ts'

const keptDays = 30

/** Imports that nobody will look at any more, with their files; what they imported stays. */
export async function purgeImports({ pool, clock, env }: ImportServices): Promise<void> {
  const old = await sqlOn(pool).$queryRaw<Array<{ id: string }>>`
    DELETE FROM import_job WHERE created_at < ${after(clock.now(), -keptDays * day)} RETURNING id`
  for (const { id } of old) await removeFiles(env.DATA_DIR, id)
}
