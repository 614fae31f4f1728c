import { hash, randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { absent, moveIntoPlace, writeAtomically } from './pictures/store.server.ts'
import { redrawUpload, type UploadRefusal } from './pictures/upload.server.ts'

/**
 * Photos of papers: redrawn like every upload, but beside the public pictures, under random names that say nothing
 * of what is in them. Only a route that knows who asks hands them out.
 */
export async function keepPrivatePhoto(
  dataDir: string,
  photo: Blob,
): Promise<Result<{ key: string }, UploadRefusal>> {
  const redrawn = await redrawUpload(dataDir, photo)
  if (!redrawn.ok) return redrawn
  const key = randomBytes(16).toString('hex')
  await moveIntoPlace(redrawn.value.file, fileOf(dataDir, key))
  return success({ key })
}

export type PrivatePaper = { key: string; sha256: string }
export type PaperRefusal = Failure<'too-large' | 'not-a-paper'>

const largestPaper = 15 * 1024 * 1024

/**
 * A PDF, kept byte for byte: what is handed out years later is what was signed. The content decides, never the name;
 * it is only ever handed out as a download, so that what it may carry does not run in the shop's name.
 */
export async function keepPrivatePaper(
  dataDir: string,
  bytes: Uint8Array,
): Promise<Result<PrivatePaper, PaperRefusal>> {
  if (bytes.byteLength > largestPaper) return failure('too-large')
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isWhole = text.subarray(0, 5).equals(Buffer.from('%PDF-')) && text.subarray(-1024).includes('%%EOF')
  if (!isWhole) return failure('not-a-paper')
  const key = randomBytes(16).toString('hex')
  await writeAtomically(fileOf(dataDir, key), bytes)
  return success({ key, sha256: hash('sha256', bytes) })
}

/**
 * A PDF as a download that no cache between here and the asker keeps.
 * @throws Response 404
 */
export async function privatePaperAnswer(
  dataDir: string,
  key: string | null,
  name: string,
): Promise<Response> {
  const bytes = key ? await findPrivatePhoto(dataDir, key) : null
  if (!bytes) throw new Response(null, { status: 404 })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  })
}

/** All photos of a form's field or, should one be refused, none. */
export async function keepPrivatePhotos(
  dataDir: string,
  files: ReadonlyArray<File>,
): Promise<Result<{ keys: Array<string> }, UploadRefusal>> {
  const keys: Array<string> = []
  for (const file of files) {
    const kept = await keepPrivatePhoto(dataDir, file)
    if (!kept.ok) {
      await removePrivatePhotos(dataDir, keys)
      return kept
    }
    keys.push(kept.value.key)
  }
  return success({ keys })
}

/** Null when there is no such file. */
export async function findPrivatePhoto(dataDir: string, key: string): Promise<Buffer | null> {
  return isKey(key) ? await readFile(fileOf(dataDir, key)).catch(absent) : null
}

export async function removePrivatePhotos(dataDir: string, keys: ReadonlyArray<string>): Promise<void> {
  await Promise.all(keys.filter(isKey).map((key) => rm(fileOf(dataDir, key), { force: true })))
}

/**
 * A photo as an answer that no cache between here and the asker keeps.
 * @throws Response 404
 */
export async function privatePhotoAnswer(dataDir: string, key: string | null | undefined): Promise<Response> {
  const bytes = key ? await findPrivatePhoto(dataDir, key) : null
  if (!bytes) throw new Response(null, { status: 404 })
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'image/webp', 'cache-control': 'private, no-store' },
  })
}

function isKey(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text)
}

function fileOf(dataDir: string, key: string): string {
  return path.join(dataDir, 'private', key.slice(0, 2), key)
}
