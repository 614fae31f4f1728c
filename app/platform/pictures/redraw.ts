import { hash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import sharp, { type Metadata } from 'sharp'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { averageColour, maxPixels } from './store.server.ts'

export type Redrawing = { from: string; to: string }
/** What was drawn, without its bytes: they lie in a file. */
export type Redrawn = { sha256: string; width: number; height: number; placeholderColour: string }
export type PictureRefusal = Failure<'not-a-picture' | 'too-many-pixels'>

const largestSide = 2000

/** What cameras and phones send. SVG and GIF are not among them: both can carry script. */
const acceptedFormats: ReadonlySet<string | undefined> = new Set(['jpeg', 'png', 'webp', 'heif'])

/**
 * The content decides, never the name or the declared type; what comes out (WebP) is drawn anew from the pixels, upright,
 * without EXIF, GPS or any other passenger.
 */
export async function redraw({ from, to }: Redrawing): Promise<Result<Redrawn, PictureRefusal>> {
  const bytes = await readFile(from)
  if (bytes.byteLength === 0 || carriesCode(bytes)) return failure('not-a-picture')
  const metadata = await readHeader(bytes)
  if (!metadata || !acceptedFormats.has(metadata.format)) return failure('not-a-picture')
  if (metadata.width * metadata.height > maxPixels) return failure('too-many-pixels')
  const drawn = await draw(bytes)
  if (!drawn) return failure('not-a-picture')
  await writeFile(to, drawn.data)
  const { width, height } = drawn.info
  // Of a JPEG as it came a thumbnail can be read without the rest: a tenth of what the new drawing would cost.
  const placeholderColour = await averageColour(bytes)
  return success({ sha256: hash('sha256', drawn.data), width, height, placeholderColour })
}

/** A picture that is a program as well (polyglot) would lose it by redrawing; nobody sends one by mistake. */
function carriesCode(bytes: Buffer): boolean {
  return ['<?php', '<script', '<SCRIPT', '<!DOCTYPE html'].some((mark) => bytes.includes(mark))
}

/** Reads the header only, so a file that claims 20,000 x 20,000 pixels costs nothing. */
function readHeader(bytes: Buffer): Promise<Metadata | null> {
  return sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
}

/** Null when the body does not hold what the header promised. */
function draw(bytes: Buffer) {
  return (
    sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
      .autoOrient()
      .resize(largestSide, largestSide, { fit: 'inside', withoutEnlargement: true })
      // More effort takes half as long again, and saves one byte in seventy.
      .webp({ quality: 90, effort: 0 })
      .toBuffer({ resolveWithObject: true })
      .catch(() => null)
  )
}
