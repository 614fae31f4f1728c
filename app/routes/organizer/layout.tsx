import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import type { OrganizerCapability } from '#app/domain/staff/roles.ts'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { StaffHeader, StaffShell } from '#app/domain/staff/ui/staff-shell.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'

// Each page asks for the same capability again: a menu is no gate.
const pages = [
  ['/organizer', 'overview', 'see-overview'],
  ['/organizer/listings', 'listings', 'review-listings'],
  ['/organizer/aftersales', 'afterSales', 'settle-escalations'],
  ['/organizer/reviews', 'reviews', 'moderate-reviews'],
  ['/organizer/applications', 'applications', 'recommend-applications'],
  ['/organizer/exhibitions', 'exhibitions', 'read-own-figures'],
  ['/booth', 'till', 'record-sales'],
  ['/organizer/enterprises', 'enterprises', 'read-enterprises'],
  ['/organizer/statements', 'statements', 'read-statements'],
  ['/organizer/payouts', 'payouts', 'mark-paid'],
  ['/organizer/invoices', 'invoices', 'read-statements'],
  ['/organizer/checks', 'books', 'reconcile'],
  ['/organizer/alarms', 'alarms', 'reconcile'],
  ['/organizer/livestreams', 'livestreams', 'manage-livestreams'],
  ['/organizer/contracts', 'contracts', 'read-figures'],
  ['/organizer/plan', 'plan', 'read-figures'],
  ['/organizer/certificates', 'certificates', 'issue-certificates'],
  ['/organizer/people', 'people', 'manage-staff'],
  ['/organizer/audit', 'audit', 'read-audit'],
] as const satisfies ReadonlyArray<
  readonly [
    path: string,
    key: keyof ReturnType<typeof useStaffMessages>['staff']['organizer']['menu'],
    OrganizerCapability,
  ]
>

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'see-overview')
  const allowed = pages.filter(([, , capability]) => organizerMay(scope, capability))
  return { role: scope.role, menu: allowed.map(([path, key]) => ({ path, key })) }
}

export default function OrganizerLayout() {
  const { role, menu } = useLoaderData<typeof loader>()
  const t = useStaffMessages().staff
  const entries = menu.map(({ path, key }) => ({ to: path, title: t.organizer.menu[key] }))
  return (
    <StaffShell title={`${t.workplaces.organizer} · ${t.roles[role]}`} home="/organizer" menu={entries}>
      <Outlet />
    </StaffShell>
  )
}

export function ErrorBoundary() {
  const t = useStaffMessages()
  return (
    <>
      <StaffHeader title={t.common.shop} home="/staff" />
      <main className="page">
        <ErrorPage />
      </main>
    </>
  )
}
