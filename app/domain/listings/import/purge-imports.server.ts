import { after, day } from '#app/kernel/clock.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { ImportServices } from './check-import.server.ts'
import { forgetDrawn, removeFiles } from './import-files.server.ts'

const keptDays = 30

/** Imports that nobody will look at any more, with their files; what they imported stays. */
export async function purgeImports({ pool, clock, env }: ImportServices): Promise<void> {
  const end = after(clock.now(), -keptDays * day)
  const old = await sqlOn(pool).$queryRaw<Array<{ id: string }>>`
    DELETE FROM import_job WHERE created_at < ${end} RETURNING id`
  for (const { id } of old) await removeFiles(env.DATA_DIR, id)
  await forgetDrawn(env.DATA_DIR, end)
}
