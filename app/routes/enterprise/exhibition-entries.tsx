import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOwnFairs } from '#app/domain/exhibitions/own-results.server.ts'
import { readEntryFilter } from '#app/domain/reports/entry-filter.ts'
import { listOwnEntries } from '#app/domain/reports/own-entries.server.ts'
import { EntryList } from '#app/domain/reports/ui/entry-list.tsx'
import { enterpriseMay } from '#app/domain/staff/scope.ts'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { inLocale, localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useLocale } from '#app/ui/use-locale.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

/** The entries behind an enterprise's own figures of a fair. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'see-dashboard')
  const services = getServices()
  const fair = (await listOwnFairs(services, scope)).find(({ slug }) => slug === params.exhibition)
  if (!fair) throw new Response(null, { status: 404 })
  const { pathname, searchParams } = new URL(request.url)
  const filter = readEntryFilter(searchParams, { divisionCode: null })
  const page = await listOwnEntries(services, scope, fair.id, localeOf(pathname), {
    ...filter,
    after: searchParams.get('after'),
  })
  return {
    title: pageTitle(request, (t) => t.fairs.results.entriesTitle),
    desk: `/enterprise/${scope.slug}`,
    mayShip: enterpriseMay(scope, 'ship-orders'),
    fair,
    page,
  }
}

export default function ExhibitionEntries() {
  const { fairs, analysis, common } = useStaffMessages()
  const t = fairs.results
  const { desk, mayShip, fair, page } = useLoaderData<typeof loader>()
  const results = `${desk}/exhibitions`
  return (
    <>
      <PageHeading
        title={inLocale(useLocale(), fair.name, fair.nameEn)}
        text={t.entriesText}
        trail={[{ title: t.title, to: `${results}?fair=${fair.slug}` }]}
        trailLabel={common.breadcrumbs}
        badges={fair.isDemonstration ? <Badge tone="millet">{common.demonstration}</Badge> : null}
      />
      {page.items.length === 0 ? (
        <EmptyState title={analysis.list.none} text={analysis.list.noneText} />
      ) : (
        <EntryList
          items={page.items}
          list={`${results}/${fair.slug}/entries`}
          proofOf={({ orderNumber }) => (orderNumber && mayShip ? `${desk}/orders/${orderNumber}` : null)}
        />
      )}
      <PageTurner next={page.next} />
    </>
  )
}
