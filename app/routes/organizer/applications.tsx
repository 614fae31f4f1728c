import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listDivisionNames } from '#app/domain/catalog/list-division-names.server.ts'
import { isStage } from '#app/domain/enterprises/application.ts'
import { listApplications } from '#app/domain/enterprises/application-queue.server.ts'
import { ApplicationQueue, QueueFilters } from '#app/domain/enterprises/ui/application-queue.tsx'
import { organizerMay } from '#app/domain/staff/scope.ts'
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

/** It opens with what waits for the reader. */
export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'recommend-applications')
  const { pathname, searchParams } = new URL(request.url)
  const asked = searchParams.get('stage') ?? ''
  const own = organizerMay(scope, 'decide-applications') ? 'recommended' : 'submitted'
  const filter = {
    stage: isStage(asked) ? asked : own,
    text: queryText(searchParams, 'q'),
    division: queryText(searchParams, 'division'),
  }
  const page = await listApplications(getServices(), scope, { ...filter, after: searchParams.get('after') })
  const divisions = scope.divisionCode ? [] : await listDivisionNames(getServices(), localeOf(pathname))
  return { title: pageTitle(request, (t) => t.joining.queue.title), filter, page, divisions }
}

export default function Applications() {
  const t = useStaffMessages().joining.queue
  const { filter, page, divisions } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.title} />
      <div className="grid gap-6">
        <QueueFilters filter={filter} divisions={divisions} />
        {page.items.length > 0 ? (
          <ApplicationQueue items={page.items} stage={filter.stage} />
        ) : (
          <EmptyState title={t.none} text={t.noneText} />
        )}
      </div>
      <PageTurner next={page.next} />
    </>
  )
}
