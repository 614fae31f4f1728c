import { useFieldWord } from '#app/domain/people/ui/use-field-word.ts'
import { mostPhotos } from '#app/domain/reviews/review.ts'
import { fieldsOf } from '#app/kernel/form.ts'
import { useMessages } from '#app/messages/messages.ts'
import { CheckboxField, SelectField, TextareaField } from '#app/ui/field.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import type { LineRefusal } from '../change-order.server.ts'
import type { OrderGroupView, OrderLineView } from '../order-view.ts'
import { LineForm, PhotosField } from './line-form.tsx'

type ReviewFormProps = {
  line: OrderLineView
  group: OrderGroupView
  answer: Extract<LineRefusal, { intent: 'review' }> | undefined
}

export function ReviewForm({ line, group, answer }: ReviewFormProps) {
  const t = useMessages().orders.review
  const word = useFieldWord()
  const field = fieldsOf(answer, word, `-review-${line.id}`)
  return (
    <LineForm
      intent="review"
      lineId={line.id}
      answer={answer}
      failure={answer?.failure && t.failures[answer.failure]}
      words={t}
    >
      <SelectField {...field('rating')} label={t.rating} defaultValue={answer?.values.rating ?? '5'}>
        {[5, 4, 3, 2, 1].map((stars) => (
          <option key={stars} value={stars}>
            {t.stars(stars)}
          </option>
        ))}
      </SelectField>
      <TextareaField {...field('body')} label={t.body} hint={t.bodyHint} maxLength={500} />
      {group.isBuyer ? <PhotoFields line={line} answer={answer} /> : null}
      {group.isBuyer || group.isGuest ? null : <SignInForPhotos token={group.token} />}
    </LineForm>
  )
}

/** The tick is never set beforehand, and wanted only of who sends photos (PIPL article 14). */
function PhotoFields({ line, answer }: Omit<ReviewFormProps, 'group'>) {
  const t = useMessages().orders.review
  const word = useFieldWord()
  const refused = answer?.photos.map(({ name, code }) => t.photoRefused(name, t.photoFailures[code])).join('')
  return (
    <>
      <PhotosField
        id={`review-photos-${line.id}`}
        again={answer && t.photosAgain}
        label={t.photos}
        hint={t.photosHint(mostPhotos)}
        error={word(answer?.errors.photos) ?? (refused ? t.photosRefused(refused) : undefined)}
      />
      <CheckboxField
        id={`review-consent-${line.id}`}
        name="consent"
        defaultChecked={answer?.values.consent === 'on'}
        error={word(answer?.errors.consent)}
      >
        {t.photoConsent}
      </CheckboxField>
    </>
  )
}

function SignInForPhotos({ token }: { token: string }) {
  const t = useMessages().orders.review
  const target = new URLSearchParams({ redirectTo: `/orders/${token}` })
  return (
    <p className="text-sm text-muted">
      {t.photosSignIn}{' '}
      <LocalLink to={`/account/sign-in?${target}`} className="text-cinnabar underline underline-offset-4">
        {t.signIn}
      </LocalLink>
    </p>
  )
}
