import { hash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Result } from '#app/kernel/result.ts'
import { absent, removeOlder, writeAtomically } from '#app/platform/pictures/store.server.ts'
import { unzip, type ZipRefusal } from '#app/platform/sheets/unzip.server.ts'
import { type PictureDraft, pictureDraft } from '../draft.ts'

/** A photo of each of 2,000 products; files are sent in pieces of what the host takes at once. */
const zipLimits = { files: 2_000, bytes: 100 * 1024 * 1024 }

/** What came with an import lies beside the public pictures, under its own id, until it is purged. */
function folderOf(dataDir: string, jobId: string): string {
  return path.join(dataDir, 'imports', jobId)
}

export async function keepSheet(dataDir: string, jobId: string, bytes: Uint8Array): Promise<void> {
  await writeAtomically(path.join(folderOf(dataDir, jobId), 'sheet'), bytes)
}

export async function readSheetFile(dataDir: string, jobId: string): Promise<Buffer> {
  return await readFile(path.join(folderOf(dataDir, jobId), 'sheet'))
}

/**
 * Unpacks the photos of an archive. What lies on the disk is named by a hash of the file's name without its folders:
 * whatever an archive calls its files, none is written anywhere else (T64, T66).
 */
export async function keepPhotos(
  dataDir: string,
  jobId: string,
  zip: Uint8Array,
): Promise<Result<null, ZipRefusal>> {
  return await unzip(zip, zipLimits, async (name, content) => {
    if (isPhoto(content)) await writeAtomically(photoFile(dataDir, jobId, name), content)
  })
}

/** The photos that an import has, by `photoName`. */
export async function listPhotos(dataDir: string, jobId: string): Promise<ReadonlySet<string>> {
  const names = await readdir(path.join(folderOf(dataDir, jobId), 'photos')).catch(absent)
  return new Set(names)
}

export async function readPhoto(
  dataDir: string,
  jobId: string,
  name: string,
): Promise<Buffer<ArrayBuffer> | null> {
  return await readFile(photoFile(dataDir, jobId, name)).catch(absent)
}

/** What the photo of these very bytes became when an import drew it, while that is remembered. */
export async function findDrawn(dataDir: string, photo: Uint8Array): Promise<PictureDraft | null> {
  const text = await readFile(drawnFile(dataDir, photo), 'utf8').catch(absent)
  return text === null ? null : pictureDraft.parse(JSON.parse(text))
}

export async function keepDrawn(dataDir: string, photo: Uint8Array, drawn: PictureDraft): Promise<void> {
  await writeAtomically(drawnFile(dataDir, photo), Buffer.from(JSON.stringify(drawn)))
}

/** Forgets what was drawn before then. */
export async function forgetDrawn(dataDir: string, before: Date): Promise<void> {
  await removeOlder(drawnFolder(dataDir), before)
}

export async function removeFiles(dataDir: string, jobId: string): Promise<void> {
  await rm(folderOf(dataDir, jobId), { recursive: true, force: true })
}

/** The same for `A.JPG` and `photos/a.jpg`. */
export function photoName(name: string): string {
  const base = name.replaceAll('\\', '/').split('/').at(-1) ?? ''
  return hash('sha256', base.normalize('NFC').toLowerCase())
}

function drawnFolder(dataDir: string): string {
  return path.join(dataDir, 'imports', 'drawn')
}

function drawnFile(dataDir: string, photo: Uint8Array): string {
  return path.join(drawnFolder(dataDir), hash('sha256', photo))
}

function photoFile(dataDir: string, jobId: string, name: string): string {
  return path.join(folderOf(dataDir, jobId), 'photos', photoName(name))
}

/** By its first bytes: JPEG, PNG, WebP or HEIF. It is looked at whole when it is drawn anew. */
function isPhoto(content: Buffer): boolean {
  const start = content.subarray(0, 12).toString('latin1')
  return /^(?:\xff\xd8\xff|\x89PNG|RIFF....WEBP|....ftyp)/s.test(start)
}
