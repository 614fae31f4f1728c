import type { Database } from '#app/platform/db.server.ts'
import type { Env } from '#app/platform/env.server.ts'
import { removePicture } from '#app/platform/pictures/store.server.ts'
import type { SignedInScope } from './scope.ts'

/** Keys of the photos that a person sent in with after-sale requests. */
export async function listPhotosOf(db: Database, { shopperId }: SignedInScope): Promise<Array<string>> {
  const rows = await db.$queryRaw<Array<{ key: string }>>`
    SELECT DISTINCT unnest(a.photos) AS key FROM after_sale a JOIN order_line l ON l.id = a.order_line_id
      JOIN shop_order o ON o.id = l.order_id JOIN order_group g ON g.id = o.group_id
      WHERE g.shopper_id = ${shopperId}::uuid`
  return rows.map(({ key }) => key)
}

/** The same photo sent in twice is one file: it goes with the last that shows it. */
export async function removeUnusedPhotos(
  { db, env }: { db: Database; env: Pick<Env, 'DATA_DIR'> },
  keys: ReadonlyArray<string>,
): Promise<void> {
  if (keys.length === 0) return
  const unused = await db.$queryRaw<Array<{ key: string }>>`
    SELECT mine.key FROM unnest(${keys}::text[]) AS mine (key)
    WHERE NOT EXISTS (SELECT FROM after_sale WHERE mine.key = ANY(photos))
      AND NOT EXISTS (SELECT FROM product_picture p WHERE p.key = mine.key)`
  for (const { key } of unused) await removePicture(env.DATA_DIR, key)
}
