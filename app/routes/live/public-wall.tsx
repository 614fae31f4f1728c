import { data, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { exhibitionsTag, liveTag } from '#app/domain/catalog/tags.ts'
import { findLiveFair } from '#app/domain/live/find-live-fair.server.ts'
import styles from '#app/domain/live/ui/wall/wall.css?url'
import { Wall } from '#app/domain/live/ui/wall/wall.tsx'
import { inLocale, localeOf } from '#app/kernel/locale.ts'
import { liveWords } from '#app/messages/live-words.ts'
import { publicPage } from '#app/platform/public-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'

export { publicHeaders as headers } from '#app/platform/public-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export function links() {
  return [{ rel: 'stylesheet', href: styles }]
}

export function meta({ data, location }: MetaArgs<typeof loader>) {
  return pageMeta(location.pathname, data?.meta)
}

/** The wall for everybody: verified figures of a fair that shows them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const services = getServices()
  const fair = await findLiveFair(services, params.slug ?? '')
  const snapshot = fair && (await services.live.current(fair.id, 'public'))
  if (!fair || !snapshot) throw new Response(null, { status: 404 })
  const locale = localeOf(new URL(request.url).pathname)
  const title = liveWords(locale).wall.title(inLocale(locale, fair.name, fair.nameEn))
  return data({ snapshot, meta: { title } }, publicPage([exhibitionsTag, liveTag(fair.id)]))
}

export default function PublicWall() {
  const { snapshot } = useLoaderData<typeof loader>()
  return <Wall first={snapshot} source={`/live/exhibitions/${snapshot.exhibition.slug}`} />
}
