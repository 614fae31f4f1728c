export const pictureWidths = [240, 480, 800, 1200] as const
export type PictureWidth = (typeof pictureWidths)[number]

export const pictureFormats = ['avif', 'webp'] as const
export type PictureFormat = (typeof pictureFormats)[number]

export type DerivationName = { key: string; width: PictureWidth; format: PictureFormat }

const keyPattern = /^[0-9a-f]{24}$/
const pathPattern = /^\/pictures\/([0-9a-f]{24})-(240|480|800|1200)\.(avif|webp)$/

export function isPictureKey(text: string): boolean {
  return keyPattern.test(text)
}

/** `/pictures/<key>-<width>.<avif|webp>` and nothing else, so that no name ever reaches the disk unchecked. */
export function parsePicturePath(pathname: string): DerivationName | null {
  const match = pathPattern.exec(pathname)
  if (!match) return null
  const [, key = '', width, format] = match
  return { key, width: Number(width) as PictureWidth, format: format as PictureFormat }
}
