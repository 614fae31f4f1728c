import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listRequests, type RequestStand } from '#app/domain/after-sales/request-views.server.ts'
import { RequestList } from '#app/domain/after-sales/ui/request-list.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { StandTabs } from '#app/domain/staff/ui/stand-tabs.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'settle-escalations')
  const { pathname, searchParams } = new URL(request.url)
  const stand: RequestStand = searchParams.get('stand') === 'closed' ? 'closed' : 'open'
  const after = searchParams.get('after')
  return {
    title: pageTitle(request, (t) => t.afterSales.list.escalatedTitle),
    home: '/organizer/aftersales',
    stand,
    requests: await listRequests(getServices(), scope, localeOf(pathname), stand, after),
  }
}

export default function EscalatedAfterSales() {
  const t = useStaffMessages().afterSales.list
  const { home, stand, requests } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.escalatedTitle} text={t.escalatedText} />
      <div className="grid gap-4">
        <StandTabs words={t.stands} stand={stand} label={t.title} />
        <RequestList requests={requests.items} stand={stand} home={home} hasEnterprises />
        <PageTurner next={requests.next} />
      </div>
    </>
  )
}
