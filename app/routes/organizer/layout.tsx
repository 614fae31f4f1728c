import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import type { OrganizerCapability } from '#app/domain/staff/roles.ts'
import { organizerMay } from '#app/domain/staff/scope.ts'
import type { MenuGroup } from '#app/domain/staff/ui/staff-menu.tsx'
import { StaffShell } from '#app/domain/staff/ui/staff-shell.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

export { StaffErrorPage as ErrorBoundary } from '#app/domain/staff/ui/staff-shell.tsx'

// Each page asks for the same capability again: a menu is no gate.
const pages = [
  ['today', '/organizer', 'overview', 'see-overview'],
  ['today', '/organizer/listings', 'listings', 'review-listings'],
  ['today', '/organizer/aftersales', 'afterSales', 'settle-escalations'],
  ['today', '/organizer/reviews', 'reviews', 'moderate-reviews'],
  ['today', '/organizer/applications', 'applications', 'recommend-applications'],
  ['today', '/organizer/alarms', 'alarms', 'reconcile'],
  ['fairs', '/organizer/exhibitions', 'exhibitions', 'read-own-figures'],
  ['fairs', '/booth', 'till', 'record-sales'],
  ['fairs', '/organizer/livestreams', 'livestreams', 'manage-livestreams'],
  ['fairs', '/organizer/contracts', 'contracts', 'read-figures'],
  ['fairs', '/organizer/plan', 'plan', 'read-figures'],
  ['fairs', '/organizer/certificates', 'certificates', 'issue-certificates'],
  ['money', '/organizer/statements', 'statements', 'read-statements'],
  ['money', '/organizer/accounts', 'accounts', 'read-statements'],
  ['money', '/organizer/payouts', 'payouts', 'read-statements'],
  ['money', '/organizer/invoices', 'invoices', 'read-statements'],
  ['money', '/organizer/checks', 'books', 'reconcile'],
  ['settings', '/organizer/enterprises', 'enterprises', 'read-enterprises'],
  ['settings', '/organizer/people', 'people', 'manage-staff'],
  ['settings', '/organizer/audit', 'audit', 'read-audit'],
] as const satisfies ReadonlyArray<
  readonly [
    MenuGroup,
    path: string,
    key: keyof ReturnType<typeof useStaffMessages>['staff']['organizer']['menu'],
    OrganizerCapability,
  ]
>

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'see-overview')
  const allowed = pages.filter(([, , , capability]) => organizerMay(scope, capability))
  return { role: scope.role, menu: allowed.map(([group, path, key]) => ({ group, path, key })) }
}

export default function OrganizerLayout() {
  const { role, menu } = useLoaderData<typeof loader>()
  const t = useStaffMessages().staff
  const entries = menu.map(({ group, path, key }) => ({ group, to: path, title: t.organizer.menu[key] }))
  return (
    <StaffShell title={`${t.workplaces.organizer} · ${t.roles[role]}`} home="/organizer" menu={entries}>
      <Outlet />
    </StaffShell>
  )
}
