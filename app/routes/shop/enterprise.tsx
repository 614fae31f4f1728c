import { data, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findEnterprise } from '#app/domain/catalog/find-enterprise.server.ts'
import { listProducts } from '#app/domain/catalog/list-products.server.ts'
import { parseListQuery } from '#app/domain/catalog/list-query.ts'
import { cardTags, catalogTag, enterpriseTag } from '#app/domain/catalog/tags.ts'
import { ProductList } from '#app/domain/catalog/ui/product-list.tsx'
import { EnterpriseHeading } from '#app/domain/enterprises/ui/enterprise-heading.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { publicPage } from '#app/platform/public-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Section } from '#app/ui/section.tsx'

export { publicHeaders as headers } from '#app/platform/public-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export function meta({ data, location }: MetaArgs<typeof loader>) {
  return pageMeta(location.pathname, data?.meta)
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const locale = localeOf(url.pathname)
  const services = getServices()
  const enterprise = await findEnterprise(services, params.slug ?? '', locale)
  if (!enterprise) throw new Response(null, { status: 404 })
  const query = parseListQuery(url.searchParams)
  const list = await listProducts(services, query, locale, { enterprise: enterprise.slug })
  const meta = { title: enterprise.name, description: enterprise.story }
  return data(
    { enterprise, list, meta },
    publicPage([catalogTag, enterpriseTag(enterprise.slug), ...cardTags(list.page.items)]),
  )
}

export default function Enterprise() {
  const { enterprise, list } = useLoaderData<typeof loader>()
  return (
    <div data-division={enterprise.divisionCode}>
      <EnterpriseHeading enterprise={enterprise} />
      <div className="page pt-8">
        <Section id="products" title={useMessages().catalog.enterprise.products}>
          <ProductList list={list} fixed="enterprise" />
        </Section>
      </div>
    </div>
  )
}
