import type { LoaderFunctionArgs } from '@remix-run/node'
import { sitemapIndex, sitemapPage } from '#app/domain/catalog/sitemap.server.ts'
import { catalogTag, exhibitionsTag } from '#app/domain/catalog/tags.ts'
import { publicPage } from '#app/platform/public-page.ts'
import { getServices } from '#app/platform/services.server.ts'

/** `/sitemap.xml` is the index; `?after=…` are its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const services = getServices()
  const after = new URL(request.url).searchParams.get('after')
  const site = { origin: services.env.PUBLIC_URL }
  const xml = after === null ? await sitemapIndex(services, site) : await sitemapPage(services, site, after)
  if (xml === null) throw new Response(null, { status: 404 })
  return new Response(xml, {
    headers: {
      'content-type': 'application/xml; charset=utf-8',
      ...publicPage([catalogTag, exhibitionsTag]).headers,
    },
  })
}
