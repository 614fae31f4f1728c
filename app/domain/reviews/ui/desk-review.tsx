import type { ReactNode } from 'react'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RowList } from '#app/ui/row-list.tsx'
import type { DeskReview } from '../desk-views.server.ts'
import type { ReviewAnswer } from '../review-forms.server.ts'
import { Stars } from './stars.tsx'

type DeskReviewsProps = {
  reviews: ReadonlyArray<DeskReview>
  photos: (review: DeskReview) => ReactNode
  actions: (review: DeskReview) => ReactNode
}

export function DeskReviews({ reviews, photos, actions }: DeskReviewsProps) {
  const t = useStaffMessages().reviewDesk
  return (
    <RowList label={t.title}>
      {reviews.map((review) => (
        <li key={review.id} className="grid gap-1 px-4 py-3 text-sm">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Stars rating={review.rating} />
            <span lang="zh-CN">{review.author}</span>
            <span className="figures text-muted">{shanghaiMinute(review.createdAt)}</span>
          </p>
          <p className="text-muted">
            <LocalLink
              to={`/products/${review.productSlug}`}
              className="inline-block py-1 text-cinnabar underline-offset-4 hover:underline"
            >
              {review.productTitle}
            </LocalLink>{' '}
            · {review.enterpriseName}
          </p>
          <p lang="zh-CN" className="whitespace-pre-line text-base">
            {review.body}
          </p>
          {photos(review)}
          {review.reply ? (
            <p className="whitespace-pre-line rounded-sm bg-paper p-3">
              <span className="block text-muted">{t.current}</span>
              <span lang="zh-CN">{review.reply}</span>
            </p>
          ) : null}
          {actions(review)}
        </li>
      ))}
    </RowList>
  )
}

export function ReviewOutcome({ answer, done }: { answer: ReviewAnswer | undefined; done: string }) {
  const t = useStaffMessages().reviewDesk
  if (answer?.isDone)
    return (
      <Notice tone="success" role="status">
        {done}
      </Notice>
    )
  if (!answer?.failure) return null
  return (
    <Notice tone="danger" role="alert">
      {t.changed}
    </Notice>
  )
}
