import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listFairChoices } from '#app/domain/exhibitions/list-fair-choices.server.ts'
import { listSchedule } from '#app/domain/livestreams/livestream-views.server.ts'
import { LivestreamTabs } from '#app/domain/livestreams/ui/livestream-tabs.tsx'
import { LivestreamDays, LivestreamFilters } from '#app/domain/livestreams/ui/schedule-list.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { queryText } from '#app/kernel/query-text.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'manage-livestreams')
  const { pathname, searchParams } = new URL(request.url)
  const [services, locale, fair] = [getServices(), localeOf(pathname), queryText(searchParams, 'fair')]
  const [page, fairs] = await Promise.all([
    listSchedule(services, locale, { fair, after: searchParams.get('after') }),
    listFairChoices(services, locale),
  ])
  return { title: pageTitle(request, (t) => t.livestreams.title), fair, fairs, page }
}

export default function Livestreams() {
  const t = useStaffMessages().livestreams
  const { fair, fairs, page } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.title} text={t.text}>
        <ButtonLink to={`/organizer/livestreams/new${fair ? `?fair=${fair}` : ''}`}>{t.schedule}</ButtonLink>
      </PageHeading>
      <LivestreamTabs />
      <div className="grid gap-6 py-6">
        <LivestreamFilters fair={fair} fairs={fairs} />
        {page.items.length > 0 ? (
          <LivestreamDays items={page.items} />
        ) : (
          <EmptyState title={t.none} text={t.noneText} />
        )}
      </div>
      <PageTurner next={page.next} />
    </>
  )
}
