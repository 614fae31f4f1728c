import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type AnswerStand, listReviewsToAnswer } from '#app/domain/reviews/desk-views.server.ts'
import { replyFromForm } from '#app/domain/reviews/review-forms.server.ts'
import { ReplyForm } from '#app/domain/reviews/ui/desk-forms.tsx'
import { DeskReviews, ReviewOutcome } from '#app/domain/reviews/ui/desk-review.tsx'
import { ReviewPhotos } from '#app/domain/reviews/ui/review-photos.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { StandTabs } from '#app/domain/staff/ui/stand-tabs.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'answer-reviews')
  const { pathname, searchParams } = new URL(request.url)
  const stand: AnswerStand = searchParams.get('stand') === 'all' ? 'all' : 'unanswered'
  const after = searchParams.get('after')
  return {
    title: pageTitle(request, (t) => t.reviewDesk.title),
    stand,
    reviews: await listReviewsToAnswer(getServices(), scope, localeOf(pathname), stand, after),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'answer-reviews')
  const answer = await replyFromForm(getServices(), scope, await request.formData())
  if (answer.failure) return data(answer, { status: 409 })
  return data(answer, { status: answer.isDone ? 200 : 400 })
}

export default function Reviews() {
  const t = useStaffMessages().reviewDesk
  const { stand, reviews } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <div className="grid gap-4">
        <StandTabs words={t.stand} stand={stand} label={t.title} />
        <ReviewOutcome answer={answer} done={t.saved} />
        {reviews.items.length > 0 ? (
          <DeskReviews
            reviews={reviews.items}
            photos={(review) => (review.photos.length > 0 ? <ReviewPhotos {...review} /> : null)}
            actions={(review) => <ReplyForm review={review} state={answer?.form} />}
          />
        ) : (
          <EmptyState title={t.none} text={t.noneText} />
        )}
        <PageTurner next={reviews.next} />
      </div>
    </>
  )
}
