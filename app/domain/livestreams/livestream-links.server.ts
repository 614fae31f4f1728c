import { type QrPath, qrPath } from '#app/domain/exhibitions/qr-path.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { LivestreamRecord } from './livestream-views.server.ts'

/** An address that opens a page and has what is bought then count for the livestream, and its code. */
export type LiveLink = { key: string; title: string; address: string; code: QrPath }

/** Of the fair, and of each product, in the order of the show. */
export function listLinks(
  { env }: { env: Pick<Services['env'], 'PUBLIC_URL'> },
  { slug, fair, fairName, products }: LivestreamRecord,
): Array<LiveLink> {
  const pages = [
    ...(fair ? [{ key: fair, title: fairName ?? fair, path: `/exhibitions/${fair}` }] : []),
    ...products.map((product) => ({
      key: product.slug,
      title: product.title,
      path: `/products/${product.slug}`,
    })),
  ]
  return pages.map(({ key, title, path }) => {
    const address = `${env.PUBLIC_URL}${path}?live=${slug}`
    return { key, title, address, code: qrPath(address) }
  })
}
