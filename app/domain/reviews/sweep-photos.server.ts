import { after, hour } from '#app/kernel/clock.ts'
import { listPictures, reviewPictures } from '#app/platform/pictures/store.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { removeReviewPhotos } from './keep-photos.server.ts'

/** Files of no review, left by a process that ended between file and row. Those of the last hour may be on their way to one. */
export async function sweepReviewPhotos({
  pool,
  clock,
  env,
}: Pick<Services, 'pool' | 'clock' | 'env'>): Promise<number> {
  const kept = await listPictures(reviewPictures(env.DATA_DIR), after(clock.now(), -hour))
  const orphans = await sqlOn(pool).$queryRaw<Array<{ key: string }>>`
    SELECT kept.key FROM unnest(${kept}::text[]) AS kept (key)
    WHERE NOT EXISTS (SELECT FROM review WHERE photos @> ARRAY[kept.key])
      AND NOT EXISTS (SELECT FROM review WHERE hidden_photos @> ARRAY[kept.key])`
  await removeReviewPhotos(
    env.DATA_DIR,
    orphans.map(({ key }) => key),
  )
  return orphans.length
}
