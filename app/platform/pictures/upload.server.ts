import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { redrawApart } from './drawing-desk.server.ts'
import type { Priority } from './queue.ts'
import type { PictureRefusal, Redrawn } from './redraw.ts'
import { moveIntoPlace, originalFile, pictureKey, removeOlder, type StoredPicture } from './store.server.ts'

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
  const from = path.join(uploadsFolder(dataDir), randomUUID())
  const to = `${from}.webp`
  await mkdir(path.dirname(from), { recursive: true })
  try {
    // In pieces, from wherever it lies: all at once it would hold up every page for milliseconds.
    await writeFile(from, upload.stream())
    const redrawn = await redrawApart({ from, to }, priority)
    return redrawn.ok ? success({ ...redrawn.value, file: to }) : redrawn
  } finally {
    await rm(from, { force: true })
  }
}

/** What lies there longer was left by a process that died. */
export async function forgetUploads(dataDir: string, before: Date): Promise<void> {
  await removeOlder(uploadsFolder(dataDir), before)
}

function uploadsFolder(dataDir: string): string {
  return path.join(dataDir, 'uploads')
}
