import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { contractKinds, contractStatuses } from '#app/domain/contracts/contract.ts'
import {
  type ContractFilter,
  listContracts,
  sumContracts,
} from '#app/domain/contracts/contract-views.server.ts'
import { ContractFilters, ContractList, ContractTotals } from '#app/domain/contracts/ui/contract-list.tsx'
import { listFairChoices } from '#app/domain/exhibitions/list-fair-choices.server.ts'
import { organizerMay } from '#app/domain/staff/scope.ts'
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
  const scope = await requireOrganizer(request, 'read-figures')
  const { pathname, searchParams } = new URL(request.url)
  const [services, locale, filter] = [getServices(), localeOf(pathname), readFilter(searchParams)]
  const [page, sums, fairs] = await Promise.all([
    listContracts(services, locale, { ...filter, after: searchParams.get('after') }),
    sumContracts(services, filter),
    listFairChoices(services, locale),
  ])
  const mayRecord = organizerMay(scope, 'record-contracts')
  return { title: pageTitle(request, (t) => t.contracts.title), filter, page, sums, fairs, mayRecord }
}

function readFilter(query: URLSearchParams): ContractFilter {
  return {
    text: queryText(query, 'q'),
    fair: queryText(query, 'fair'),
    kind: contractKinds.find((kind) => kind === query.get('kind')) ?? '',
    status: contractStatuses.find((status) => status === query.get('status')) ?? '',
  }
}

export default function Contracts() {
  const t = useStaffMessages().contracts
  const { filter, page, sums, fairs, mayRecord } = useLoaderData<typeof loader>()
  const isFiltered = Object.values(filter).some((value) => value !== '')
  return (
    <>
      <PageHeading title={t.title} text={t.text}>
        {mayRecord ? <ButtonLink to="/organizer/contracts/new">{t.record}</ButtonLink> : null}
      </PageHeading>
      <div className="grid grid-cols-1 gap-6">
        {sums.real ? <ContractTotals sums={sums.real} /> : null}
        {sums.demonstration ? <ContractTotals sums={sums.demonstration} isDemonstration /> : null}
        <ContractFilters filter={filter} fairs={fairs} />
        {page.items.length > 0 ? (
          <ContractList items={page.items} />
        ) : (
          <EmptyState
            title={isFiltered ? t.noMatch : t.none}
            text={isFiltered ? t.noMatchText : t.noneText}
          />
        )}
      </div>
      <PageTurner next={page.next} />
    </>
  )
}
