import type { LoaderFunctionArgs } from '@remix-run/node'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireEnterprise(request, params.enterprise, 'see-dashboard')
  return { title: pageTitle(request, (t) => t.staff.enterprise.dashboard.title) }
}

export default function Dashboard() {
  return <PageHeading title={useStaffMessages().staff.enterprise.dashboard.title} />
}
