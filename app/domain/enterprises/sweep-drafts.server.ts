import { after, day } from '#app/kernel/clock.ts'
import { removePrivatePhotos } from '#app/platform/private-files.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import type { DocumentServices } from './read-document.server.ts'

/** Longer than anybody takes to find a licence; shorter than a phone number should lie about for nothing (PIPL art. 19). */
const lifetime = 30 * day
const batch = 200

/** Chore: forgets applications that were never submitted, with their photos. Returns how many. */
export async function sweepDrafts({ pool, clock, env }: DocumentServices): Promise<number> {
  const { ids, keys } = await withTransaction(pool, async (tx) => {
    const drafts = await tx.$queryRaw<Array<{ id: string }>>`
      SELECT id FROM enterprise_application
      WHERE status = 'draft' AND created_at <= ${after(clock.now(), -lifetime)} ORDER BY id LIMIT ${batch} FOR UPDATE`
    const ids = drafts.map(({ id }) => id)
    const files = await tx.$queryRaw<Array<{ keys: Array<string> }>>`
      DELETE FROM enterprise_document WHERE application_id = ANY(${ids}::uuid[]) RETURNING file_keys AS keys`
    await tx.$executeRaw`DELETE FROM enterprise_application WHERE id = ANY(${ids}::uuid[])`
    return { ids, keys: files.flatMap(({ keys }) => keys) }
  })
  await removePrivatePhotos(env.DATA_DIR, keys)
  return ids.length
}
