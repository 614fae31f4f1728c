import { hasOriginal } from '#app/platform/pictures/store.server.ts'
import { acceptUpload } from '#app/platform/pictures/upload.server.ts'
import { type PictureDraft, pictureDraft } from '../draft.ts'
import type { FindPhoto } from './apply-values.ts'
import { findDrawn, keepDrawn, photoName, readPhoto } from './import-files.server.ts'
import { splitList } from './read-cell.ts'
import type { RowGroup } from './read-rows.ts'

export type DrawnPhotos = FindPhoto
type Drawn = PictureDraft | 'picture-missing' | 'not-a-picture' | 'too-large' | 'too-many-pixels'

/**
 * Draws the photos that some products name anew, by the door of all uploads. The same photo gets the same key; one that
 * was drawn for a product before, or by an import before, is not drawn again.
 */
export function photoDrawer(
  dataDir: string,
  jobId: string,
): (groups: ReadonlyArray<RowGroup>) => Promise<DrawnPhotos> {
  const drawn = new Map<string, Drawn>()
  return async (groups) => {
    const named = groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => splitList(cells.pictures ?? '')))
    const names = new Map(named.map((name) => [photoName(name), name]))
    const missing = [...names].filter(([key]) => !drawn.has(key))
    await Promise.all(
      missing.map(async ([key, name]) => {
        drawn.set(key, await draw(dataDir, jobId, name))
      }),
    )
    return (name) => drawn.get(photoName(name)) ?? 'picture-missing'
  }
}

async function draw(dataDir: string, jobId: string, name: string): Promise<Drawn> {
  const bytes = await readPhoto(dataDir, jobId, name)
  if (!bytes) return 'picture-missing'
  const before = await findDrawn(dataDir, bytes)
  if (before && (await hasOriginal(dataDir, before.key))) return before
  const kept = await acceptUpload(dataDir, new Blob([bytes]), 'later')
  if (!kept.ok) return kept.code
  const drawn = pictureDraft.parse({ key: kept.value.key, ground: kept.value.placeholderColour })
  await keepDrawn(dataDir, bytes, drawn)
  return drawn
}
