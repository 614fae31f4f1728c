import { data, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findCategory } from '#app/domain/catalog/find-category.server.ts'
import { listProducts } from '#app/domain/catalog/list-products.server.ts'
import { parseListQuery } from '#app/domain/catalog/list-query.ts'
import { cardTags, catalogTag } from '#app/domain/catalog/tags.ts'
import { ProductList } from '#app/domain/catalog/ui/product-list.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { useMessages } from '#app/messages/messages.ts'
import { publicPage } from '#app/platform/public-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'

export { publicHeaders as headers } from '#app/platform/public-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export function meta({ data, location }: MetaArgs<typeof loader>) {
  return pageMeta(location.pathname, data?.meta)
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const locale = localeOf(url.pathname)
  const services = getServices()
  const category = await findCategory(services, params.code ?? '', locale)
  if (!category) throw new Response(null, { status: 404 })
  const list = await listProducts(services, parseListQuery(url.searchParams), locale, {
    category: category.code,
  })
  const meta = { title: category.name, description: messagesFor(locale).catalog.list.description }
  return data({ category, list, meta }, publicPage([catalogTag, ...cardTags(list.page.items)]))
}

export default function Category() {
  const { category, list } = useLoaderData<typeof loader>()
  const t = useMessages()
  return (
    <div className="page">
      <PageHeading
        title={category.name}
        trailLabel={t.common.breadcrumbs}
        trail={[
          { title: t.common.home, to: '/' },
          { title: t.common.nav.products, to: '/products' },
        ]}
      />
      <ProductList list={list} fixed="category" />
    </div>
  )
}
