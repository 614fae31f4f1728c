import type { LoaderFunctionArgs, MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findLiveFair } from '#app/domain/live/find-live-fair.server.ts'
import { emptied, readRehearsalSpeed } from '#app/domain/live/rehearsal.ts'
import styles from '#app/domain/live/ui/wall/wall.css?url'
import { Wall } from '#app/domain/live/ui/wall/wall.tsx'
import { inLocale, localeOf } from '#app/kernel/locale.ts'
import { liveWords } from '#app/messages/live-words.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'

export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export function links() {
  return [{ rel: 'stylesheet', href: styles }]
}

export function meta({ data, location }: MetaArgs<typeof loader>) {
  return pageMeta(location.pathname, data?.meta)
}

/** The organizers' wall: all entries; with `?rehearsal=100` those of a past fair once more, a hundred times as fast. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'read-figures')
  const services = getServices()
  const fair = await findLiveFair(services, params.exhibition ?? '')
  const snapshot = fair && (await services.live.current(fair.id, 'internal'))
  if (!fair || !snapshot) throw new Response(null, { status: 404 })
  const { pathname, searchParams } = new URL(request.url)
  const locale = localeOf(pathname)
  const title = liveWords(locale).wall.title(inLocale(locale, fair.name, fair.nameEn))
  return {
    snapshot,
    speed: readRehearsalSpeed(searchParams.get('rehearsal')),
    meta: { title, isPrivate: true },
  }
}

export default function OrganizerWall() {
  const { snapshot, speed } = useLoaderData<typeof loader>()
  const place = `/organizer/exhibitions/${snapshot.exhibition.slug}`
  return speed === null ? (
    <Wall first={snapshot} source={`${place}/live`} />
  ) : (
    <Wall first={emptied(snapshot)} source={`${place}/rehearsal?speed=${speed}`} rehearsalSpeed={speed} />
  )
}
