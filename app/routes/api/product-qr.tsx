import type { LoaderFunctionArgs } from '@remix-run/node'
import qrcode from 'qrcode'
import { publicPage } from '#app/platform/public-page.ts'
import { getServices } from '#app/platform/services.server.ts'

/** The QR code of a product's address. It says nothing of the product, so it needs no look-up. */
export async function loader({ params: { slug = '' } }: LoaderFunctionArgs) {
  if (!/^[a-z0-9-]{1,120}$/.test(slug)) throw new Response(null, { status: 404 })
  const address = new URL(`/products/${slug}`, getServices().env.PUBLIC_URL)
  const svg = await qrcode.toString(address.href, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml', ...publicPage(['qr']).headers } })
}
