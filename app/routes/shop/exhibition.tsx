import { data, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cardTags, catalogTag, exhibitionsTag } from '#app/domain/catalog/tags.ts'
import { ProductGrid } from '#app/domain/catalog/ui/product-grid.tsx'
import { findExhibition } from '#app/domain/exhibitions/find-exhibition.server.ts'
import { listFairGoods } from '#app/domain/exhibitions/list-fair-goods.server.ts'
import { dates, Figures } from '#app/domain/exhibitions/ui/exhibition-card.tsx'
import { Exhibitors } from '#app/domain/exhibitions/ui/exhibitors.tsx'
import { LiveFigures } from '#app/domain/exhibitions/ui/live-figures.tsx'
import { useFairVisit } from '#app/domain/sales/ui/use-fair-visit.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { livestreamWords } from '#app/messages/livestreams.server.ts'
import { useMessages } from '#app/messages/messages.ts'
import { publicPage } from '#app/platform/public-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Section } from '#app/ui/section.tsx'

export { publicHeaders as headers } from '#app/platform/public-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export function meta({ data, location }: MetaArgs<typeof loader>) {
  return pageMeta(location.pathname, data?.meta)
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const locale = localeOf(pathname)
  const slug = params.slug ?? ''
  const exhibition = await findExhibition(getServices(), slug, locale)
  if (!exhibition) throw new Response(null, { status: 404 })
  const goods = await listFairGoods(getServices(), { slug, locale, after: searchParams.get('after') })
  const meta = { title: exhibition.name, description: exhibition.summary }
  return data(
    { exhibition, goods, words: livestreamWords(locale), meta },
    publicPage([catalogTag, exhibitionsTag, ...cardTags(goods.items)]),
  )
}

export default function Exhibition() {
  const { exhibition, goods, words: extra } = useLoaderData<typeof loader>()
  useFairVisit(exhibition.state === 'running' ? { fair: exhibition.slug, via: 'page' } : null)
  const t = useMessages()
  const words = t.catalog.exhibitions
  const isBare = goods.items.length + exhibition.exhibitors.length + exhibition.figures.length === 0
  const place = [dates(exhibition), exhibition.city, exhibition.venue].filter(Boolean).join(' · ')
  return (
    <div className="page grid gap-12">
      <div>
        <PageHeading
          title={exhibition.name}
          text={place}
          trailLabel={t.common.breadcrumbs}
          trail={[
            { title: t.common.home, to: '/' },
            { title: words.title, to: '/exhibitions' },
          ]}
          badges={exhibition.isDemonstration ? <Badge tone="millet">{t.common.demonstration}</Badge> : null}
        />
        <p className="max-w-text">{exhibition.summary}</p>
      </div>
      {exhibition.live ? (
        <LiveFigures
          slug={exhibition.slug}
          figures={exhibition.live}
          isDemonstration={exhibition.isDemonstration}
        />
      ) : null}
      {exhibition.figures.length > 0 ? (
        <Section id="printed" title={words.printed}>
          <Figures figures={exhibition.figures} />
          <p className="text-xs text-muted">{words.printedNote}</p>
        </Section>
      ) : null}
      {goods.items.length > 0 ? (
        <Section id="goods" title={extra.fairGoods} more={{ to: '/livestreams', title: extra.schedule }}>
          <ProductGrid products={goods.items} />
          {goods.next ? (
            <div>
              <ButtonLink
                to={`/exhibitions/${exhibition.slug}?after=${goods.next}#goods`}
                kind="secondary"
                rel="next"
              >
                {extra.moreGoods}
              </ButtonLink>
            </div>
          ) : null}
        </Section>
      ) : null}
      {isBare ? <p className="text-muted">{extra.toCome}</p> : null}
      {exhibition.exhibitors.length > 0 ? (
        <Section id="exhibitors" title={words.exhibitors}>
          <Exhibitors exhibitors={exhibition.exhibitors} />
        </Section>
      ) : null}
    </div>
  )
}
