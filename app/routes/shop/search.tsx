import { data, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCategories } from '#app/domain/catalog/list-categories.server.ts'
import { listDivisions } from '#app/domain/catalog/list-divisions.server.ts'
import { parseListQuery } from '#app/domain/catalog/list-query.ts'
import { cardTags, catalogTag } from '#app/domain/catalog/tags.ts'
import { CategoryLinks } from '#app/domain/catalog/ui/category-links.tsx'
import { DivisionLinks } from '#app/domain/catalog/ui/division-links.tsx'
import { ProductList } from '#app/domain/catalog/ui/product-list.tsx'
import { searchProducts } from '#app/domain/search/search-products.server.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { useMessages } from '#app/messages/messages.ts'
import { publicPage } from '#app/platform/public-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'

export { publicHeaders as headers } from '#app/platform/public-page.ts'

export function meta({ data, location }: MetaArgs<typeof loader>) {
  return pageMeta(location.pathname, data?.meta)
}

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const locale = localeOf(url.pathname)
  const services = getServices()
  const text = url.searchParams.get('q') ?? ''
  const result = await searchProducts(services, text, parseListQuery(url.searchParams), locale)
  const isEmpty = result.page.items.length === 0
  const [divisions, categories] = isEmpty
    ? await Promise.all([listDivisions(services, locale), listCategories(services, locale)])
    : [[], []]
  const title = result.text
    ? messagesFor(locale).catalog.search.title(result.text)
    : messagesFor(locale).common.search.submit
  return data(
    { result, divisions, categories, meta: { title, isPrivate: true } },
    publicPage([catalogTag, ...cardTags(result.page.items)]),
  )
}

export default function Search() {
  const { result, divisions, categories } = useLoaderData<typeof loader>()
  const t = useMessages().catalog
  const isEmpty = result.page.items.length === 0 && !hasFilters(result.query)
  if (isEmpty) return <NothingFound result={result} divisions={divisions} categories={categories} />
  return (
    <div className="page">
      <PageHeading title={t.search.title(result.corrected ?? result.text)} />
      <DidYouMean terms={result.didYouMean} />
      <ProductList list={result} text={result.text} />
    </div>
  )
}

type Found = ReturnType<typeof useLoaderData<typeof loader>>

function NothingFound({ result, divisions, categories }: Omit<Found, 'meta'>) {
  const t = useMessages().catalog.search
  return (
    <div className="page grid gap-8">
      <PageHeading
        title={result.text ? t.nothingTitle(result.text) : t.blankTitle}
        text={result.text ? t.nothingText : t.blankText}
      />
      <DidYouMean terms={result.didYouMean} />
      <CategoryLinks categories={categories} />
      <DivisionLinks divisions={divisions} />
    </div>
  )
}

function DidYouMean({ terms }: { terms: ReadonlyArray<string> }) {
  const t = useMessages().catalog.search
  if (terms.length === 0) return null
  return (
    <p className="flex flex-wrap items-center gap-2 pb-4 text-sm">
      <span className="text-muted">{t.didYouMean}</span>
      {terms.map((term) => (
        <LocalLink
          key={term}
          to={`/search?q=${encodeURIComponent(term)}`}
          className="rounded-full border border-line-deep bg-card px-3 py-1 hover:border-cinnabar"
        >
          {term}
        </LocalLink>
      ))}
    </p>
  )
}

function hasFilters({ sort: _, after: __, ...filters }: Found['result']['query']): boolean {
  return Object.keys(filters).length > 0
}
