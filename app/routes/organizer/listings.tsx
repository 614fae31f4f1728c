import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { decisions } from '#app/domain/listings/review-listing.server.ts'
import { listSubmissions } from '#app/domain/listings/review-queue.server.ts'
import { SubmissionList } from '#app/domain/listings/ui/submission-list.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'review-listings')
  const { searchParams } = new URL(request.url)
  const page = await listSubmissions(getServices(), scope, searchParams.get('after'))
  const done = decisions.find((decision) => decision === searchParams.get('done')) ?? null
  return { title: pageTitle(request, (t) => t.listings.review.title), done, ...page }
}

export default function Submissions() {
  const t = useStaffMessages().listings.review
  const { items, next, done } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.title} />
      {done ? (
        <div className="pb-4">
          <Notice tone="success" role="status">
            {t[done]}
          </Notice>
        </div>
      ) : null}
      {items.length > 0 ? (
        <SubmissionList items={items} />
      ) : (
        <EmptyState title={t.emptyTitle} text={t.emptyText} />
      )}
      <PageTurner next={next} />
    </>
  )
}
