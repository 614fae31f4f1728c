import { data, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findDivision } from '#app/domain/catalog/find-division.server.ts'
import { listProducts } from '#app/domain/catalog/list-products.server.ts'
import { parseListQuery } from '#app/domain/catalog/list-query.ts'
import { cardTags, catalogTag } from '#app/domain/catalog/tags.ts'
import { DivisionHeading } from '#app/domain/catalog/ui/division-heading.tsx'
import { ProductList } from '#app/domain/catalog/ui/product-list.tsx'
import { EnterpriseLinks } from '#app/domain/enterprises/ui/enterprise-links.tsx'
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
  const division = await findDivision(services, params.slug ?? '', locale)
  if (!division) throw new Response(null, { status: 404 })
  const list = await listProducts(services, parseListQuery(url.searchParams), locale, {
    division: division.slug,
  })
  const meta = { title: division.name, description: division.story }
  return data({ division, list, meta }, publicPage([catalogTag, ...cardTags(list.page.items)]))
}

export default function Division() {
  const { division, list } = useLoaderData<typeof loader>()
  const t = useMessages().catalog.division
  return (
    <div data-division={division.code}>
      <DivisionHeading division={division} />
      <div className="page grid gap-12 pt-8">
        <Section id="products" title={t.products}>
          <ProductList list={list} fixed="division" />
        </Section>
        <Section id="enterprises" title={t.enterprises}>
          <EnterpriseLinks enterprises={division.enterprises} />
        </Section>
      </div>
    </div>
  )
}
