import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listDivisionNames } from '#app/domain/catalog/list-division-names.server.ts'
import { isQueueFiltered, parseQueueQuery } from '#app/domain/listings/queue-query.ts'
import { decisions } from '#app/domain/listings/review-listing.server.ts'
import { findPublished, listSubmissions } from '#app/domain/listings/review-queue.server.ts'
import { DecisionNotice } from '#app/domain/listings/ui/decision-notice.tsx'
import { QueueFilters } from '#app/domain/listings/ui/queue-filters.tsx'
import { SubmissionList } from '#app/domain/listings/ui/submission-list.tsx'
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
  const scope = await requireOrganizer(request, 'review-listings')
  const services = getServices()
  const { pathname, searchParams } = new URL(request.url)
  const query = parseQueueQuery(searchParams)
  const list = query.state === 'waiting' ? listSubmissions : findPublished
  const done = decisions.find((decision) => decision === searchParams.get('done')) ?? null
  return {
    title: pageTitle(request, (t) => t.listings.review.title),
    query,
    divisions: scope.divisionCode ? [] : await listDivisionNames(services, localeOf(pathname)),
    done,
    ...(await list(services, scope, query)),
  }
}

export default function Submissions() {
  const words = useStaffMessages().listings
  const t = words.review
  const { query, divisions, items, next, done } = useLoaderData<typeof loader>()
  const [title, text] = isQueueFiltered(query)
    ? [words.noneTitle, query.state === 'published' ? words.queue.publishedText : words.noneText]
    : [t.emptyTitle, t.emptyText]
  return (
    <>
      <PageHeading title={t.title} />
      {done ? <DecisionNotice done={done} next={query.state === 'waiting' ? items[0] : undefined} /> : null}
      <div className="pb-4">
        <QueueFilters query={query} divisions={divisions} />
      </div>
      {items.length > 0 ? (
        <SubmissionList items={items} state={query.state} />
      ) : (
        <EmptyState title={title} text={text} />
      )}
      <PageTurner next={next} />
    </>
  )
}
