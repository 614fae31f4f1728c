import { rm, writeFile } from 'node:fs/promises'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { ReceivedFile } from '../read-form.server.ts'
import { newUpload } from '../upload-folder.server.ts'
import { redrawApart } from './drawing-desk.server.ts'
import type { Priority } from './queue.ts'
import type { PictureRefusal, Redrawn } from './redraw.ts'
import { moveIntoPlace, originalFile, pictureKey, type StoredPicture } from './store.server.ts'

export type UploadRefusal = Failure<'too-large'> | PictureRefusal
export type UploadResult = Result<StoredPicture, UploadRefusal>

const maxUploadBytes = 15 * 1024 * 1024

/** Keeps it among the pictures that everybody may see. */
export async function acceptUpload(
  dataDir: string,
  upload: Blob,
  priority: Priority = 'now',
): Promise<UploadResult> {
  const redrawn = await redrawUpload(dataDir, upload, priority)
  if (!redrawn.ok) return redrawn
  const { file, sha256, ...drawn } = redrawn.value
  const key = pictureKey(sha256)
  await moveIntoPlace(file, originalFile(dataDir, key))
  return success({ key, ...drawn })
}

/** The one door for pictures from outside: see `redraw`. What was drawn lies in a file that is the caller's to move. */
export async function redrawUpload(
  dataDir: string,
  upload: Blob,
  priority: Priority = 'now',
): Promise<Result<Redrawn & { file: string }, UploadRefusal>> {
  if (upload.size > maxUploadBytes) return failure('too-large')
  const own = newUpload(dataDir)
  const to = `${own}.webp`
  try {
    const from = await fileOf(upload, own)
    const redrawn = await redrawApart({ from, to }, priority)
    return redrawn.ok ? success({ ...redrawn.value, file: to }) : redrawn
  } finally {
    await rm(own, { force: true })
  }
}

/** Where it lies already, or else `file`, written in pieces: all at once would hold up every page for milliseconds. */
async function fileOf(upload: Blob, file: string): Promise<string> {
  if (upload instanceof ReceivedFile) return upload.path
  await writeFile(file, upload.stream())
  return file
}
