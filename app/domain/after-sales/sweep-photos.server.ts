import { after, day, hour } from '#app/kernel/clock.ts'
import { listPictures, requestPictures } from '#app/platform/pictures/store.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { removeRequestPhotos } from './keep-photos.server.ts'
import { moveOldPhotos } from './move-old-photos.server.ts'

type Sweeping = Pick<Services, 'pool' | 'clock' | 'env'>

/** Until nobody can sue for it any more (Civil Code art. 188), a photo may be wanted once again; a guest closes no account. */
const keptFor = 3 * 366 * day

/** Files of no request, left by a process that ended between file and row. Those of the last hour may be on their way to one. */
export async function sweepRequestPhotos(services: Sweeping): Promise<number> {
  const { pool, clock, env } = services
  await sqlOn(pool).$executeRaw`
    UPDATE after_sale SET photos = '{}' WHERE closed_at <= ${after(clock.now(), -keptFor)} AND photos <> '{}'`
  const kept = await listPictures(requestPictures(env.DATA_DIR), after(clock.now(), -hour))
  const orphans = await sqlOn(pool).$queryRaw<Array<{ key: string }>>`
    SELECT unnest(${kept}::text[]) AS key EXCEPT SELECT unnest(photos) FROM after_sale`
  await removeRequestPhotos(
    env.DATA_DIR,
    orphans.map(({ key }) => key),
  )
  await moveOldPhotos(services, kept)
  return orphans.length
}
