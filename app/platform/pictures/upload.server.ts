import sharp, { type Metadata } from 'sharp'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { averageColour, maxPixels, type StoredPicture, storeOriginal } from './store.server.ts'

export type UploadRefusal = Failure<'too-large' | 'not-a-picture' | 'too-many-pixels'>
export type UploadResult = Result<StoredPicture, UploadRefusal>

const maxUploadBytes = 15 * 1024 * 1024
const largestSide = 2000

/** What cameras and phones send. SVG and GIF are not among them: both can carry script. */
const acceptedFormats: ReadonlySet<string | undefined> = new Set(['jpeg', 'png', 'webp', 'heif'])

/** Keeps it among the pictures that everybody may see. */
export async function acceptUpload(dataDir: string, bytes: Uint8Array): Promise<UploadResult> {
  const redrawn = await redrawUpload(bytes)
  if (!redrawn.ok) return redrawn
  // Of a JPEG as it came a thumbnail can be read without the rest: a tenth of what the new drawing would cost.
  return success(await storeOriginal(dataDir, redrawn.value, await averageColour(bytes)))
}

/**
 * The one door for pictures from outside. The content decides, never the name or the declared type; what comes out
 * (WebP) is drawn anew from the pixels, upright, without EXIF, GPS or any other passenger.
 */
export async function redrawUpload(bytes: Uint8Array): Promise<Result<Buffer, UploadRefusal>> {
  if (bytes.byteLength > maxUploadBytes) return failure('too-large')
  if (bytes.byteLength === 0 || carriesCode(bytes)) return failure('not-a-picture')
  const metadata = await readHeader(bytes)
  if (!metadata || !acceptedFormats.has(metadata.format)) return failure('not-a-picture')
  if (metadata.width * metadata.height > maxPixels) return failure('too-many-pixels')
  const redrawn = await redraw(bytes)
  return redrawn ? success(redrawn) : failure('not-a-picture')
}

/** Reads the header only, so a file that claims 20,000 x 20,000 pixels costs nothing. */
function readHeader(bytes: Uint8Array): Promise<Metadata | null> {
  return sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
}

/** Null when the body does not hold what the header promised. */
function redraw(bytes: Uint8Array): Promise<Buffer | null> {
  return (
    sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
      .autoOrient()
      .resize(largestSide, largestSide, { fit: 'inside', withoutEnlargement: true })
      // More effort takes half as long again, and saves one byte in seventy.
      .webp({ quality: 90, effort: 0 })
      .toBuffer()
      .catch(() => null)
  )
}

/** A picture that is a program as well (polyglot) would lose it by redrawing; nobody sends one by mistake. */
function carriesCode(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return ['<?php', '<script', '<SCRIPT', '<!DOCTYPE html'].some((mark) => text.includes(mark))
}
