import { useMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { RatingSummary, ReviewView } from '../review.ts'
import { ReviewPhotos } from './review-photos.tsx'
import { Stars } from './stars.tsx'

/** Mean and histogram; the bars are drawn by <meter>, which a screen reader can read. */
export function RatingOverview({ rating }: { rating: RatingSummary }) {
  const t = useMessages().catalog.product
  if (rating.mean === null) return null
  return (
    <div className="flex flex-wrap items-center gap-6">
      <p className="grid justify-items-center">
        <span className="title-font figures text-3xl">{rating.mean.toFixed(1)}</span>
        <span className="text-xs text-muted">{t.reviewCount(rating.count)}</span>
      </p>
      <ul className="grid gap-1 text-xs text-muted">
        {[5, 4, 3, 2, 1].map((stars) => (
          <li key={stars} className="flex items-center gap-2">
            <span className="figures w-6">{stars}★</span>
            <meter
              min={0}
              max={rating.count}
              value={rating.stars[stars - 1] ?? 0}
              aria-label={`${stars}★`}
              className="rating-bar"
            />
            <span className="figures">{rating.stars[stars - 1] ?? 0}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function ReviewList({ reviews }: { reviews: ReadonlyArray<ReviewView> }) {
  return (
    <ul className="divide-y divide-line">
      {reviews.map((review) => (
        <li key={review.id} className="py-4">
          <Review review={review} />
        </li>
      ))}
    </ul>
  )
}

function Review({ review }: { review: ReviewView }) {
  const t = useMessages()
  return (
    <article className="grid gap-2 text-sm">
      <p className="flex flex-wrap items-center gap-3">
        <Stars rating={review.rating} />
        <span lang="zh-CN">{review.author}</span>
        <Badge tone="grass">{t.catalog.product.verified}</Badge>
        <span className="figures text-xs text-muted">{review.day}</span>
        {review.isDemonstration ? <span className="text-xs text-muted">{t.common.demonstration}</span> : null}
      </p>
      <p lang={review.bodyLang}>{review.body}</p>
      {review.photos.length > 0 ? <ReviewPhotos {...review} /> : null}
      {review.reply ? (
        <p className="rounded-sm bg-paper p-3 text-muted">
          <span className="font-medium text-ink">{t.catalog.product.reply}</span>{' '}
          <span lang={review.replyLang}>{review.reply}</span>
        </p>
      ) : null}
    </article>
  )
}
