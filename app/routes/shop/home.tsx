import { data, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getHome } from '#app/domain/catalog/get-home.server.ts'
import { cardTags, catalogTag, exhibitionsTag } from '#app/domain/catalog/tags.ts'
import { CategoryLinks } from '#app/domain/catalog/ui/category-links.tsx'
import { DivisionLinks } from '#app/domain/catalog/ui/division-links.tsx'
import { PlacesMap } from '#app/domain/catalog/ui/places-map.tsx'
import { ProductGrid } from '#app/domain/catalog/ui/product-grid.tsx'
import { FairBanner } from '#app/domain/exhibitions/ui/fair-banner.tsx'
import { PairingFigures } from '#app/domain/exhibitions/ui/pairing-figures.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { useMessages } from '#app/messages/messages.ts'
import { publicPage } from '#app/platform/public-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Section } from '#app/ui/section.tsx'

export { publicHeaders as headers } from '#app/platform/public-page.ts'

export function meta({ data, location }: MetaArgs<typeof loader>) {
  return pageMeta(location.pathname, data?.meta)
}

export async function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(new URL(request.url).pathname)
  const home = await getHome(getServices(), locale)
  const { title, description } = messagesFor(locale).catalog.home
  return data(
    { home, meta: { title, description } },
    publicPage([catalogTag, exhibitionsTag, ...cardTags([...home.season.products, ...home.popular])]),
  )
}

export default function Home() {
  const { home } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.catalog.home
  return (
    <div className="page grid grid-cols-1 gap-12 pt-4 md:gap-16 md:pt-6">
      {home.fair ? <FairBanner exhibition={home.fair.exhibition} figures={home.fair.figures} /> : null}
      <section aria-labelledby="welcome" className="grid items-center gap-8 lg:grid-cols-2 lg:gap-12">
        <div className="grid gap-4">
          <h1 id="welcome" className="title-font text-2xl md:text-4xl">
            {words.heading}
          </h1>
          <p className="max-w-text text-muted md:text-lg">{words.text}</p>
          <PlacesMap divisions={home.divisions} className="mx-auto w-full max-w-xl lg:hidden" />
          <h2 className="text-sm font-medium text-muted">{words.divisions}</h2>
          <DivisionLinks divisions={home.divisions} />
        </div>
        <PlacesMap divisions={home.divisions} className="hidden w-full lg:block" />
      </section>
      <Section
        id="season"
        title={t.catalog.list.seasonNow(home.season.month)}
        more={{ to: `/products?season=${home.season.month}`, title: t.common.more }}
      >
        <ProductGrid products={home.season.products} />
      </Section>
      <Section id="categories" title={words.categories}>
        <CategoryLinks categories={home.categories} />
      </Section>
      <PairingFigures />
      <Section id="popular" title={t.catalog.list.title} more={{ to: '/products', title: t.common.more }}>
        <ProductGrid products={home.popular} />
      </Section>
    </div>
  )
}
