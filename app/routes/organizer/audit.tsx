import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listDivisionNames } from '#app/domain/catalog/list-division-names.server.ts'
import { findLastCheck } from '#app/domain/staff/audit-chain.server.ts'
import { readAuditFilter } from '#app/domain/staff/audit-filter.ts'
import { searchAudit } from '#app/domain/staff/audit-views.server.ts'
import { AuditFilters } from '#app/domain/staff/ui/audit-filters.tsx'
import { AuditList } from '#app/domain/staff/ui/audit-list.tsx'
import { ChainStanding } from '#app/domain/staff/ui/chain-standing.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'read-audit')
  const { pathname, searchParams } = new URL(request.url)
  const locale = localeOf(pathname)
  const filter = readAuditFilter(searchParams)
  return {
    title: pageTitle(request, (t) => t.audit.title),
    filter,
    page: await searchAudit(getServices(), scope, locale, filter, searchParams.get('after')),
    check: await findLastCheck(getServices()),
    divisions: await listDivisionNames(getServices(), locale),
  }
}

export default function Audit() {
  const t = useStaffMessages().audit
  const { filter, page, check, divisions } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <div className="grid gap-6">
        <ChainStanding check={check} />
        <AuditFilters filter={filter} divisions={divisions} />
        {page.items.length > 0 ? (
          <AuditList items={page.items} />
        ) : (
          <EmptyState title={t.none} text={t.noneText} />
        )}
        <PageTurner next={page.next} />
      </div>
    </>
  )
}
