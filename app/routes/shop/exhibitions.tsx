import { data, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { exhibitionsTag } from '#app/domain/catalog/tags.ts'
import { findRunningFair } from '#app/domain/exhibitions/find-running-fair.server.ts'
import { listExhibitions } from '#app/domain/exhibitions/list-exhibitions.server.ts'
import { ExhibitionCard } from '#app/domain/exhibitions/ui/exhibition-card.tsx'
import { FairBanner } from '#app/domain/exhibitions/ui/fair-banner.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { livestreamWords } from '#app/messages/livestreams.server.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { useMessages } from '#app/messages/messages.ts'
import { publicPage } from '#app/platform/public-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Section } from '#app/ui/section.tsx'

export { publicHeaders as headers } from '#app/platform/public-page.ts'

export function meta({ data, location }: MetaArgs<typeof loader>) {
  return pageMeta(location.pathname, data?.meta)
}

export async function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(new URL(request.url).pathname)
  const { title, description } = messagesFor(locale).catalog.exhibitions
  const [fair, exhibitions] = await Promise.all([
    findRunningFair(getServices(), locale),
    listExhibitions(getServices(), locale),
  ])
  return data(
    { fair, exhibitions, words: livestreamWords(locale), meta: { title, description } },
    publicPage([exhibitionsTag]),
  )
}

export default function Exhibitions() {
  const { fair, exhibitions, words } = useLoaderData<typeof loader>()
  const t = useMessages().catalog.exhibitions
  const others = exhibitions.filter(
    ({ state, slug }) => state === 'running' && slug !== fair?.exhibition.slug,
  )
  const coming = exhibitions.filter(({ state }) => state === 'coming')
  const past = exhibitions.filter(({ state }) => state === 'past')
  return (
    <div className="page grid gap-12 *:first:-mb-6">
      <PageHeading title={t.title} text={t.description} />
      <Section id="running" title={t.running} more={{ to: '/livestreams', title: words.schedule }}>
        {fair ? <FairBanner {...fair} /> : null}
        {!fair && others.length === 0 ? <p className="text-muted">{t.none}</p> : null}
        {others.map((exhibition) => (
          <ExhibitionCard key={exhibition.slug} exhibition={exhibition} />
        ))}
      </Section>
      {coming.length > 0 ? (
        <Section id="coming" title={words.fairComing}>
          {coming.map((exhibition) => (
            <ExhibitionCard key={exhibition.slug} exhibition={exhibition} />
          ))}
        </Section>
      ) : null}
      <Section id="past" title={t.past}>
        <ul className="grid gap-4 md:grid-cols-2">
          {past.map((exhibition) => (
            <li key={exhibition.slug}>
              <ExhibitionCard exhibition={exhibition} />
            </li>
          ))}
        </ul>
        <p className="text-xs text-muted">{t.printedNote}</p>
      </Section>
    </div>
  )
}
