import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listDivisionNames } from '#app/domain/catalog/list-division-names.server.ts'
import { type EnterpriseFilter, listEnterprises } from '#app/domain/enterprises/enterprise-list.server.ts'
import { EnterpriseFilters, EnterpriseList } from '#app/domain/enterprises/ui/enterprise-list.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { queryText } from '#app/kernel/query-text.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'read-enterprises')
  const { pathname, searchParams } = new URL(request.url)
  const filter = readFilter(searchParams)
  const page = await listEnterprises(getServices(), scope, { ...filter, after: searchParams.get('after') })
  const divisions = scope.divisionCode ? [] : await listDivisionNames(getServices(), localeOf(pathname))
  return { title: pageTitle(request, (t) => t.joining.enterprises.title), filter, page, divisions }
}

function readFilter(query: URLSearchParams): EnterpriseFilter {
  const documents = query.get('documents')
  return {
    text: queryText(query, 'q'),
    division: queryText(query, 'division'),
    isSuspended: query.get('status') === 'suspended',
    isLate: query.get('orders') === 'late',
    documents: documents === 'expired' || documents === 'expiring' ? documents : '',
  }
}

export default function Enterprises() {
  const t = useStaffMessages().joining.enterprises
  const { filter, page, divisions } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.title} />
      <div className="grid gap-6">
        <EnterpriseFilters filter={filter} divisions={divisions} />
        {page.items.length > 0 ? (
          <EnterpriseList items={page.items} />
        ) : (
          <EmptyState title={t.none} text={t.noneText} />
        )}
      </div>
      <PageTurner next={page.next} />
    </>
  )
}
