import { randomBytes } from 'node:crypto'
import { moveIntoPlace, originalFile, removePicture } from './store.server.ts'
import { redrawUpload, type UploadRefusal } from './upload.server.ts'

/** A photo that cannot be taken, by the name that its owner knows it by. */
export type PhotoRefusal = { name: string; code: UploadRefusal['code'] }
export type KeptPhotos = { keys: Array<string>; refusals: Array<PhotoRefusal> }

/**
 * All photos of a buyer's form, drawn anew, or none: each that was refused is named. `store` is a folder beside the
 * pictures that everybody may see: reviewPictures, requestPictures.
 */
export async function keepPhotosApart(
  dataDir: string,
  store: string,
  files: ReadonlyArray<File>,
): Promise<KeptPhotos> {
  const kept = await Promise.all(files.map((file) => keepPhoto(dataDir, store, file)))
  const keys = kept.flatMap((photo) => (typeof photo === 'string' ? [photo] : []))
  const refusals = kept.flatMap((photo) => (typeof photo === 'string' ? [] : [photo]))
  if (refusals.length === 0) return { keys, refusals }
  await removePhotosApart(store, keys)
  return { keys: [], refusals }
}

/** The key is drawn by lot, not from the content: each form has files of its own, which go with what it wrote. */
async function keepPhoto(dataDir: string, store: string, file: File): Promise<string | PhotoRefusal> {
  const redrawn = await redrawUpload(dataDir, file)
  if (!redrawn.ok) return { name: shortened(file.name), code: redrawn.code }
  const key = keyByLot()
  await moveIntoPlace(redrawn.value.file, originalFile(store, key))
  return key
}

export function keyByLot(): string {
  return randomBytes(12).toString('hex')
}

/** Its beginning and its end, by which its owner knows it. */
function shortened(name: string): string {
  const letters = [...name]
  return letters.length <= 40 ? name : `${letters.slice(0, 24).join('')}…${letters.slice(-12).join('')}`
}

export async function removePhotosApart(store: string, keys: ReadonlyArray<string>): Promise<void> {
  await Promise.all(keys.map((key) => removePicture(store, key)))
}
