import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readEntryFilter } from '#app/domain/reports/entry-filter.ts'
import { listEntries } from '#app/domain/reports/list-entries.server.ts'
import { nameFilters } from '#app/domain/reports/name-filters.server.ts'
import { EntryFilters } from '#app/domain/reports/ui/entry-filters.tsx'
import { EntryList } from '#app/domain/reports/ui/entry-list.tsx'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { TakeAway } from '#app/domain/staff/ui/take-away.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { requireFair } from './require-fair.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition, 'read-own-figures')
  const { pathname, searchParams } = new URL(request.url)
  const filter = readEntryFilter(searchParams, scope)
  const [services, locale] = [getServices(), localeOf(pathname)]
  const [page, names] = await Promise.all([
    listEntries(services, fair.id, locale, { ...filter, after: searchParams.get('after') }),
    nameFilters(services, locale, filter, scope),
  ])
  const may = {
    mayReadContracts: organizerMay(scope, 'read-figures'),
    mayReadImports: organizerMay(scope, 'manage-livestreams'),
  }
  return { title: pageTitle(request, (t) => t.analysis.list.title), fair, filter, names, page, may }
}

export default function Entries() {
  const t = useStaffMessages().analysis.list
  const { fair, filter, names, page, may } = useLoaderData<typeof loader>()
  const list = `/organizer/exhibitions/${fair.slug}/entries`
  return (
    <>
      <div className="print:hidden">
        <EntryFilters filter={filter} names={names} />
      </div>
      {page.items.length === 0 ? (
        <EmptyState title={t.none} text={t.noneText} />
      ) : (
        <>
          <TakeAway file={`${list}/entries`} />
          <EntryList
            items={page.items}
            list={list}
            proofOf={({ contract, importId }) => {
              if (contract && may.mayReadContracts) return `/organizer/contracts/${contract.id}`
              return importId && may.mayReadImports ? `/organizer/livestreams/import/${importId}` : null
            }}
          />
        </>
      )}
      <PageTurner next={page.next} />
    </>
  )
}
