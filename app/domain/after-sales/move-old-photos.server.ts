import { keyByLot } from '#app/platform/pictures/keep-apart.server.ts'
import {
  findOriginal,
  originalFile,
  removePicture,
  requestPictures,
  writeAtomically,
} from '#app/platform/pictures/store.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { removeRequestPhotos } from './keep-photos.server.ts'

type Old = { id: string; key: string }

/**
 * Photos from before they lay apart were among the pictures that everybody may see, one file for the same photo of
 * two requests. `kept` are those that lie apart already; once all do, nothing is left to be moved.
 */
export async function moveOldPhotos(
  { pool, env }: Pick<Services, 'pool' | 'env'>,
  kept: ReadonlyArray<string>,
): Promise<void> {
  const sql = sqlOn(pool)
  const old = await sql.$queryRaw<Array<Old>>`
    SELECT a.id, photo.key FROM after_sale a, unnest(a.photos) AS photo (key)
    WHERE photo.key NOT IN (SELECT unnest(${[...kept]}::text[]))`
  for (const photo of old) await move(sql, env.DATA_DIR, photo)
  await removeUnused(sql, env.DATA_DIR, [...new Set(old.map(({ key }) => key))])
}

async function move(sql: Sql, dataDir: string, { id, key }: Old): Promise<void> {
  const bytes = await findOriginal(dataDir, key)
  if (!bytes) return
  const own = keyByLot()
  await writeAtomically(originalFile(requestPictures(dataDir), own), bytes)
  const moved = await sql.$executeRaw`
    UPDATE after_sale SET photos = array_replace(photos, ${key}::text, ${own}::text)
    WHERE id = ${id}::uuid AND ${key}::text = ANY(photos)`
  if (moved === 0) await removeRequestPhotos(dataDir, [own])
}

/** A product may have the same picture. */
async function removeUnused(sql: Sql, dataDir: string, keys: ReadonlyArray<string>): Promise<void> {
  const unused = await sql.$queryRaw<Array<{ key: string }>>`
    SELECT old.key FROM unnest(${[...keys]}::text[]) AS old (key)
    WHERE NOT EXISTS (SELECT FROM after_sale WHERE old.key = ANY(photos))
      AND NOT EXISTS (SELECT FROM product_picture p WHERE p.key = old.key)`
  for (const { key } of unused) await removePicture(dataDir, key)
}
