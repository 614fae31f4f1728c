import type { LoaderFunctionArgs } from '@remix-run/node'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'see-overview')
  return { title: pageTitle(request, (t) => t.staff.organizer.overview.title) }
}

export default function Overview() {
  return <PageHeading title={useStaffMessages().staff.organizer.overview.title} />
}
