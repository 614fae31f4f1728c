import { Form } from '@remix-run/react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { ReasonForm } from '#app/ui/reason-form.tsx'
import type { DeskReview } from '../desk-views.server.ts'

type PhotoFormsProps = { review: DeskReview; state: FormState | undefined }

/** Each photo by itself: one that shows a stranger's face goes, and the review stays. */
export function PhotoForms({ review, state }: PhotoFormsProps) {
  const words = useStaffMessages()
  const t = words.reviewDesk.moderation
  const photos = [...review.photos, ...review.hiddenPhotos]
  if (photos.length === 0) return null
  return (
    <ul aria-label={t.photos} className="flex flex-wrap gap-4 py-1">
      {photos.map((key, index) => {
        const alt = words.catalog.product.photo(review.author, index + 1, photos.length)
        const photo = { review: review.id, photo: key, alt }
        return (
          <li key={key} className="grid max-w-full content-start gap-1">
            <a href={deskPath(key, 1200)}>
              <img
                src={deskPath(key, 240)}
                alt={alt}
                width={80}
                height={80}
                loading="lazy"
                decoding="async"
                className="size-20 rounded-sm bg-paper object-cover"
              />
            </a>
            {review.hiddenPhotos.includes(key) ? (
              <PutBack {...photo} />
            ) : (
              <TakeDown {...photo} state={state?.values.photo === key ? state : undefined} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What the public may not see is handed out to whoever moderates. */
function deskPath(key: string, width: 240 | 1200): string {
  return `/organizer/reviews/photos/${key}-${width}.webp`
}

type PhotoProps = { review: number; photo: string; alt: string }

function PhotoFields({ review, photo, to }: PhotoProps & { to: 'published' | 'hidden' }) {
  return (
    <>
      <input type="hidden" name="review" value={review} />
      <input type="hidden" name="photo" value={photo} />
      <input type="hidden" name="to" value={to} />
    </>
  )
}

function PutBack(props: PhotoProps) {
  const t = useStaffMessages().reviewDesk.moderation
  return (
    <Form method="post" preventScrollReset className="grid justify-items-start gap-1">
      <Badge tone="berry">{t.takenDown}</Badge>
      <PhotoFields {...props} to="published" />
      <Button kind="secondary" aria-label={t.putBackLabel(props.alt)}>
        {t.putBack}
      </Button>
    </Form>
  )
}

function TakeDown({ state, ...props }: PhotoProps & { state: FormState | undefined }) {
  const t = useStaffMessages().reviewDesk.moderation
  const word = useStaffWord()
  return (
    <ReasonForm
      act={t.takeDown}
      more={<span className="sr-only"> {props.alt}</span>}
      id={`reason-${props.photo}`}
      label={t.takeDownReason}
      state={state}
      error={word(state?.errors.reason)}
      hidden={<PhotoFields {...props} to="hidden" />}
    />
  )
}
