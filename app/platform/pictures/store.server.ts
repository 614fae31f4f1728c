import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { type DerivationName, isPictureKey, pictureFormats, pictureWidths } from './names.ts'

export type StoredPicture = { key: string; width: number; height: number; placeholderColour: string }

/** More than this is no photograph of a product but an attack on memory ("pixel flood"). */
export const maxPixels = 40_000_000

function originalsFolder(dataDir: string): string {
  return path.join(dataDir, 'pictures', 'originals')
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
  const key = createHash('sha256').update(bytes).digest('hex').slice(0, 24)
  const file = path.join(originalsFolder(dataDir), key)
  if (!(await hasOriginal(dataDir, key)))
    await writeAtomically(file, typeof source === 'string' ? gzipSync(bytes) : bytes)
  return { key, width, height, placeholderColour: colour ?? (await averageColour(bytes)) }
}

export async function hasOriginal(dataDir: string, key: string): Promise<boolean> {
  return (await stat(path.join(originalsFolder(dataDir), key)).catch(absent)) !== null
}

/** The bytes of an original, or null when there is none under that key. */
export async function findOriginal(dataDir: string, key: string): Promise<Buffer | null> {
  if (!isPictureKey(key)) return null
  const bytes = await readFile(path.join(originalsFolder(dataDir), key)).catch(absent)
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
  const files = [path.join(originalsFolder(dataDir), key), ...derived]
  await Promise.all(files.map((file) => rm(file, { force: true })))
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
