import { hash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { type DerivationName, isPictureKey, pictureFormats, pictureWidths } from './names.ts'

export type StoredPicture = { key: string; width: number; height: number; placeholderColour: string }

/** More than this is no photograph of a product but an attack on memory ("pixel flood"). */
export const maxPixels = 40_000_000

/** Photos of buyers lie apart from what everybody may see for ever: they are shown while their review is. */
export function reviewPictures(dataDir: string): string {
  return path.join(dataDir, 'reviews')
}

/** Of what a buyer complains of, often with an address on it: for them, the enterprise and the organizers alone. */
export function requestPictures(dataDir: string): string {
  return path.join(dataDir, 'requests')
}

export function originalFile(dataDir: string, key: string): string {
  return path.join(dataDir, 'pictures', 'originals', key)
}

export function derivedFile(dataDir: string, { key, width, format }: DerivationName): string {
  return path.join(dataDir, 'pictures', 'derived', key.slice(0, 2), `${key}-${width}.${format}`)
}

/**
 * Keeps an original under the hash of its content; the same picture twice is one file. Only for pictures of our
 * own making: what a person uploads comes through `acceptUpload`. `colour` spares a render where it is known.
 */
export async function storeOriginal(
  dataDir: string,
  source: Uint8Array | string,
  colour?: string,
): Promise<StoredPicture> {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source
  const { width, height } =
    typeof source === 'string'
      ? svgSize(source)
      : await sharp(bytes, { limitInputPixels: maxPixels }).metadata()
  const key = pictureKey(hash('sha256', bytes))
  if (!(await hasOriginal(dataDir, key)))
    await writeAtomically(originalFile(dataDir, key), typeof source === 'string' ? gzipSync(bytes) : bytes)
  return { key, width, height, placeholderColour: colour ?? (await averageColour(bytes)) }
}

export function pictureKey(sha256: string): string {
  return sha256.slice(0, 24)
}

export async function hasOriginal(dataDir: string, key: string): Promise<boolean> {
  return (await stat(originalFile(dataDir, key)).catch(absent)) !== null
}

/** The bytes of an original, or null when there is none under that key. */
export async function findOriginal(dataDir: string, key: string): Promise<Buffer | null> {
  if (!isPictureKey(key)) return null
  const bytes = await readFile(originalFile(dataDir, key)).catch(absent)
  if (!bytes) return null
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  return isGzip ? gunzipSync(bytes) : bytes
}

/** The original and all that was made of it. */
export async function removePicture(dataDir: string, key: string): Promise<void> {
  if (!isPictureKey(key)) return
  const derived = pictureWidths.flatMap((width) =>
    pictureFormats.map((format) => derivedFile(dataDir, { key, width, format })),
  )
  const files = [originalFile(dataDir, key), ...derived]
  await Promise.all(files.map((file) => rm(file, { force: true })))
}

/** Keys of the pictures of which a file lies there since before then. */
export async function listPictures(dataDir: string, before: Date): Promise<Array<string>> {
  const folder = path.join(dataDir, 'pictures')
  const keys = new Set<string>()
  for (const name of (await readdir(folder, { recursive: true }).catch(absent)) ?? []) {
    const key = path.basename(name).slice(0, 24)
    if (!isPictureKey(key) || keys.has(key)) continue
    const found = await stat(path.join(folder, name)).catch(absent)
    if (found && found.mtime < before) keys.add(key)
  }
  return [...keys]
}

/** A reader sees the whole file or none: it is written aside and moved into place. */
export async function writeAtomically(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const aside = `${file}.${randomUUID()}.tmp`
  try {
    await writeFile(aside, bytes)
    await rename(aside, file)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

export async function moveIntoPlace(from: string, file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await rename(from, file)
}

/** Clears a folder of what lies there since before then. */
export async function removeOlder(folder: string, before: Date): Promise<void> {
  for (const name of (await readdir(folder).catch(absent)) ?? []) {
    const file = path.join(folder, name)
    const found = await stat(file).catch(absent)
    if (found && found.mtime < before) await rm(file, { force: true })
  }
}

export function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

/** Of a picture that can be read, as #rrggbb. */
export async function averageColour(bytes: Uint8Array): Promise<string> {
  const pixel = await sharp(bytes, { limitInputPixels: maxPixels })
    .resize(1, 1, { fit: 'fill' })
    .flatten({ background: '#fbf7f0' })
    .toColourspace('srgb')
    .raw()
    .toBuffer()
  return `#${pixel.subarray(0, 3).toString('hex')}`
}

function svgSize(svg: string): { width: number; height: number } {
  const match = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)
  if (!match) throw new Error('an SVG original needs viewBox="0 0 width height"')
  return { width: Number(match[1]), height: Number(match[2]) }
}
