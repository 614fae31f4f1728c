import { randomBytes } from 'node:crypto'
import {
  moveIntoPlace,
  originalFile,
  removePicture,
  reviewPictures,
} from '#app/platform/pictures/store.server.ts'
import { redrawUpload, type UploadRefusal } from '#app/platform/pictures/upload.server.ts'

/** A photo that cannot be taken, by the name that its owner knows it by. */
export type PhotoRefusal = { name: string; code: UploadRefusal['code'] }
export type KeptPhotos = { keys: Array<string>; refusals: Array<PhotoRefusal> }

/** All photos of a review, drawn anew, or none: each that was refused is named. */
export async function keepReviewPhotos(dataDir: string, files: ReadonlyArray<File>): Promise<KeptPhotos> {
  const kept = await Promise.all(files.map((file) => keepPhoto(dataDir, file)))
  const keys = kept.flatMap((photo) => (typeof photo === 'string' ? [photo] : []))
  const refusals = kept.flatMap((photo) => (typeof photo === 'string' ? [] : [photo]))
  if (refusals.length === 0) return { keys, refusals }
  await removeReviewPhotos(dataDir, keys)
  return { keys: [], refusals }
}

/** The key is drawn by lot, not from the content: each review has files of its own, which go with it. */
async function keepPhoto(dataDir: string, file: File): Promise<string | PhotoRefusal> {
  const redrawn = await redrawUpload(dataDir, file)
  if (!redrawn.ok) return { name: shortened(file.name), code: redrawn.code }
  const key = randomBytes(12).toString('hex')
  await moveIntoPlace(redrawn.value.file, originalFile(reviewPictures(dataDir), key))
  return key
}

/** Its beginning and its end, by which its owner knows it. */
function shortened(name: string): string {
  const letters = [...name]
  return letters.length <= 40 ? name : `${letters.slice(0, 24).join('')}…${letters.slice(-12).join('')}`
}

export async function removeReviewPhotos(dataDir: string, keys: ReadonlyArray<string>): Promise<void> {
  await Promise.all(keys.map((key) => removePicture(reviewPictures(dataDir), key)))
}
