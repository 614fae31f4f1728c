import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { findEnterpriseNotices } from '#app/domain/enterprises/enterprise-notices.server.ts'
import { DeskNotices } from '#app/domain/enterprises/ui/desk-notices.tsx'
import type { EnterpriseCapability } from '#app/domain/staff/roles.ts'
import { enterpriseMay } from '#app/domain/staff/scope.ts'
import type { MenuGroup } from '#app/domain/staff/ui/staff-menu.tsx'
import { StaffShell } from '#app/domain/staff/ui/staff-shell.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

export { StaffErrorPage as ErrorBoundary } from '#app/domain/staff/ui/staff-shell.tsx'

export { shouldRevalidate } from './skip-autosave.ts'

// Each page asks for the same capability again: a menu is no gate.
const pages = [
  ['today', '', 'dashboard', 'see-dashboard'],
  ['today', '/orders', 'orders', 'ship-orders'],
  ['today', '/aftersales', 'afterSales', 'answer-after-sales'],
  ['today', '/reviews', 'reviews', 'answer-reviews'],
  ['goods', '/listings', 'listings', 'edit-listings'],
  ['goods', '/stock', 'stock', 'adjust-stock'],
  ['goods', '/import', 'importing', 'edit-listings'],
  ['fairs', '/exhibitions', 'exhibitions', 'see-dashboard'],
  ['money', '/invoices', 'invoices', 'issue-invoices'],
  ['money', '/statements', 'statements', 'read-statements'],
  ['money', '/account', 'account', 'manage-account'],
  ['settings', '/store', 'store', 'edit-store'],
  ['settings', '/documents', 'documents', 'manage-documents'],
  ['settings', '/team', 'team', 'manage-team'],
] as const satisfies ReadonlyArray<
  readonly [
    MenuGroup,
    path: string,
    key: keyof ReturnType<typeof useStaffMessages>['staff']['enterprise']['menu'],
    EnterpriseCapability,
  ]
>

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'see-dashboard')
  const { name, slug, isSuspended } = scope
  const notices = await findEnterpriseNotices(getServices(), scope)
  const allowed = pages.filter(([, , , capability]) => enterpriseMay(scope, capability))
  return {
    name,
    slug,
    isSuspended,
    notices,
    menu: allowed.map(([group, path, key]) => ({ group, path, key })),
  }
}

export default function EnterpriseLayout() {
  const { name, slug, isSuspended, notices, menu } = useLoaderData<typeof loader>()
  const t = useStaffMessages().staff.enterprise.menu
  const home = `/enterprise/${slug}`
  const entries = menu.map(({ group, path, key }) => ({ group, to: home + path, title: t[key] }))
  return (
    <StaffShell
      title={name}
      home={home}
      menu={entries}
      notices={<DeskNotices {...notices} home={home} isSuspended={isSuspended} />}
    >
      <Outlet />
    </StaffShell>
  )
}
