import { data, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
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

export function meta({ data, location }: MetaArgs<typeof loader>) {
  return pageMeta(location.pathname, data?.meta)
}

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const locale = localeOf(url.pathname)
  const list = await listProducts(getServices(), parseListQuery(url.searchParams), locale)
  const { title, description } = messagesFor(locale).catalog.list
  return data({ list, meta: { title, description } }, publicPage([catalogTag, ...cardTags(list.page.items)]))
}

export default function Products() {
  const { list } = useLoaderData<typeof loader>()
  const t = useMessages().catalog.list
  return (
    <div className="page">
      <PageHeading title={t.title} />
      <ProductList list={list} />
    </div>
  )
}
