import { data, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findProduct } from '#app/domain/catalog/find-product.server.ts'
import { productJsonLd } from '#app/domain/catalog/json-ld.ts'
import { cardTags, catalogTag, productTag } from '#app/domain/catalog/tags.ts'
import { ProductView } from '#app/domain/catalog/ui/product-view.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { publicPage } from '#app/platform/public-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'

export { publicHeaders as headers } from '#app/platform/public-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export function meta({ data, location }: MetaArgs<typeof loader>) {
  return [...pageMeta(location.pathname, data?.meta), ...(data ? [{ 'script:ld+json': data.jsonLd }] : [])]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const services = getServices()
  const { pathname, searchParams } = new URL(request.url)
  const after = searchParams.get('after')
  const product = await findProduct(services, params.slug ?? '', localeOf(pathname), after)
  if (!product) throw new Response(null, { status: 404 })
  const picture = product.pictures[0]
  const meta = {
    title: product.title,
    description: product.description,
    picture: picture ? `${services.env.PUBLIC_URL}/pictures/${picture.key}-800.webp` : undefined,
  }
  const jsonLd = productJsonLd(product, `${services.env.PUBLIC_URL}${pathname}`)
  return data(
    { product, meta, jsonLd },
    publicPage([catalogTag, productTag(product.slug), ...cardTags(product.related)]),
  )
}

export default function Product() {
  const { product } = useLoaderData<typeof loader>()
  return <ProductView product={product} />
}
