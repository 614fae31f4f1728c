import { publicPage } from '#app/platform/public-page.ts'
import { getServices } from '#app/platform/services.server.ts'

/** Personal pages and endless filters are not for crawlers; the goods and their places are. */
export function loader() {
  const { PUBLIC_URL } = getServices().env
  const hidden = ['/account', '/cart', '/checkout', '/orders', '/search', '/suggest', '/me']
  const lines = [
    'User-agent: *',
    ...hidden.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`]),
    'Disallow: /*?*after=',
    'Disallow: /*?*sort=',
    `Sitemap: ${PUBLIC_URL}/sitemap.xml`,
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8', ...publicPage(['robots']).headers },
  })
}
