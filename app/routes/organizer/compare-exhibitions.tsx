import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { compareFairs, listComparable } from '#app/domain/comparisons/compare-fairs.server.ts'
import { ComparisonTable } from '#app/domain/comparisons/ui/comparison-table.tsx'
import { FairChoice } from '#app/domain/comparisons/ui/fair-choice.tsx'
import { TakeAway } from '#app/domain/staff/ui/take-away.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { queryTexts } from '#app/kernel/query-text.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'read-figures')
  const { pathname, searchParams } = new URL(request.url)
  const [services, locale] = [getServices(), localeOf(pathname)]
  const [choices, comparison] = await Promise.all([
    listComparable(services, locale),
    compareFairs(services, locale, queryTexts(searchParams, 'fair')),
  ])
  return { title: pageTitle(request, (t) => t.comparisons.title), choices, comparison }
}

export default function CompareExhibitions() {
  const words = useStaffMessages()
  const t = words.comparisons
  const { choices, comparison } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading
        title={t.title}
        text={t.text}
        trail={[{ title: words.fairs.title, to: '/organizer/exhibitions' }]}
        trailLabel={words.common.breadcrumbs}
      />
      <div className="grid grid-cols-1 gap-6">
        <div className="print:hidden">
          <FairChoice choices={choices} chosen={comparison.fairs.map(({ slug }) => slug)} />
        </div>
        {comparison.fairs.length === 0 ? (
          <EmptyState title={t.empty} text={t.emptyText} />
        ) : (
          <>
            <TakeAway file="/organizer/exhibitions/compare/fairs" />
            <ComparisonTable {...comparison} />
            <p className="text-xs text-muted">{t.printedNote}</p>
          </>
        )}
      </div>
    </>
  )
}
