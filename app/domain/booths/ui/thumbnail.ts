/** One small picture a product, so that a phone can keep them all. */
export function thumbnailOf(pictureKey: string): string {
  return `/pictures/${pictureKey}-240.webp`
}
