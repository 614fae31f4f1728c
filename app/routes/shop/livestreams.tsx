import { data, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cardTags, catalogTag, exhibitionsTag } from '#app/domain/catalog/tags.ts'
import { listLivestreams } from '#app/domain/livestreams/list-livestreams.server.ts'
import { LivestreamList } from '#app/domain/livestreams/ui/livestream-list.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { livestreamWords } from '#app/messages/livestreams.server.ts'
import { publicPage } from '#app/platform/public-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Section } from '#app/ui/section.tsx'

export { publicHeaders as headers } from '#app/platform/public-page.ts'

export function meta({ data, location }: MetaArgs<typeof loader>) {
  return pageMeta(location.pathname, data?.words)
}

export async function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(new URL(request.url).pathname)
  const schedule = await listLivestreams(getServices(), locale)
  const goods = Object.values(schedule).flatMap((items) => items.flatMap(({ products }) => products))
  return data(
    { schedule, words: livestreamWords(locale) },
    // Of its goods those that are on sale: what comes on sale again has no card here yet.
    publicPage([catalogTag, exhibitionsTag, ...new Set(cardTags(goods))]),
  )
}

export default function Livestreams() {
  const { schedule, words } = useLoaderData<typeof loader>()
  const { today, coming, past } = schedule
  return (
    <div className="page grid gap-12 *:first:-mb-6">
      <PageHeading title={words.title} text={words.description} />
      <Section id="today" title={words.today}>
        {today.length > 0 ? (
          <LivestreamList items={today} words={words} />
        ) : (
          <p className="text-muted">{words.none}</p>
        )}
      </Section>
      <Section id="coming" title={words.coming}>
        {coming.length > 0 ? (
          <LivestreamList items={coming} words={words} />
        ) : (
          <p className="text-muted">{words.noneComing}</p>
        )}
      </Section>
      {past.length > 0 ? (
        <Section id="past" title={words.past}>
          <LivestreamList items={past} words={words} />
        </Section>
      ) : null}
    </div>
  )
}
