import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listReviewsToModerate, moderationStands } from '#app/domain/reviews/desk-views.server.ts'
import { moderateFromForm } from '#app/domain/reviews/review-forms.server.ts'
import { ModerationForms } from '#app/domain/reviews/ui/desk-forms.tsx'
import { DeskReviews, ReviewOutcome } from '#app/domain/reviews/ui/desk-review.tsx'
import { PhotoForms } from '#app/domain/reviews/ui/photo-forms.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { StandTabs } from '#app/domain/staff/ui/stand-tabs.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'moderate-reviews')
  const { pathname, searchParams } = new URL(request.url)
  const wanted = searchParams.get('stand')
  const stand = moderationStands.find((known) => known === wanted) ?? 'pending'
  const after = searchParams.get('after')
  return {
    title: pageTitle(request, (t) => t.reviewDesk.moderation.title),
    stand,
    reviews: await listReviewsToModerate(getServices(), scope, localeOf(pathname), stand, after),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'moderate-reviews')
  const answer = await moderateFromForm(getServices(), scope, await request.formData())
  if (answer.failure) return data(answer, { status: 409 })
  return data(answer, { status: answer.isDone ? 200 : 400 })
}

export default function ReviewModeration() {
  const t = useStaffMessages().reviewDesk.moderation
  const { stand, reviews } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <div className="grid gap-4">
        <StandTabs words={t.stand} stand={stand} label={t.title} />
        <ReviewOutcome answer={answer} done={t.done} />
        {reviews.items.length > 0 ? (
          <DeskReviews
            reviews={reviews.items}
            photos={(review) => <PhotoForms review={review} state={answer?.form} />}
            actions={(review) => <ModerationForms review={review} state={answer?.form} stand={stand} />}
          />
        ) : (
          <EmptyState title={t.none} />
        )}
        <PageTurner next={reviews.next} />
      </div>
    </>
  )
}
