import { useFieldWord } from '#app/domain/people/ui/use-field-word.ts'
import { mostPhotos } from '#app/domain/reviews/review.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, SelectField, TextareaField } from '#app/ui/field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { UploadForm } from '#app/ui/upload-form.tsx'
import type { LineRefusal } from '../change-order.server.ts'
import type { OrderGroupView, OrderLineView } from '../order-view.ts'

type ReviewFormProps = {
  line: OrderLineView
  group: OrderGroupView
  answer: Extract<LineRefusal, { intent: 'review' }> | undefined
}

const summary =
  'inline-flex min-h-11 cursor-pointer items-center text-sm text-cinnabar underline-offset-4 hover:underline'

export function ReviewForm({ line, group, answer }: ReviewFormProps) {
  const t = useMessages().orders.review
  const word = useFieldWord()
  const { values = {}, errors = {} }: Partial<LineRefusal> = answer ?? {}
  return (
    <details open={answer ? true : undefined} className="w-full">
      <summary className={summary}>{t.open}</summary>
      <UploadForm state={answer} tooLarge={word('too-large')}>
        <input type="hidden" name="intent" value="review" />
        <input type="hidden" name="lineId" value={line.id} />
        {answer?.failure ? (
          <Notice tone="danger" role="alert">
            {t.failures[answer.failure]}
          </Notice>
        ) : null}
        <SelectField
          id={`rating-${line.id}`}
          name="rating"
          label={t.rating}
          defaultValue={values.rating ?? '5'}
          error={word(errors.rating)}
        >
          {[5, 4, 3, 2, 1].map((stars) => (
            <option key={stars} value={stars}>
              {t.stars(stars)}
            </option>
          ))}
        </SelectField>
        <TextareaField
          id={`review-${line.id}`}
          name="body"
          label={t.body}
          hint={t.bodyHint}
          defaultValue={values.body}
          error={word(errors.body)}
          maxLength={500}
        />
        {group.isBuyer ? <PhotoFields line={line} answer={answer} /> : null}
        {group.isBuyer || group.isGuest ? null : <SignInForPhotos token={group.token} />}
        <div>
          <Button kind="secondary">{t.submit}</Button>
        </div>
      </UploadForm>
    </details>
  )
}

/** The tick is never set beforehand, and wanted only of who sends photos (PIPL article 14). */
function PhotoFields({ line, answer }: Omit<ReviewFormProps, 'group'>) {
  const t = useMessages().orders.review
  const word = useFieldWord()
  const refused = answer?.photos.map(({ name, code }) => t.photoRefused(name, t.photoFailures[code])).join('')
  return (
    <>
      <FileField
        id={`review-photos-${line.id}`}
        name="photos"
        again={answer && t.photosAgain}
        // Not HEIC, which cannot be read here: an iPhone that is not offered it sends a JPEG.
        accept="image/jpeg,image/png,image/webp"
        multiple
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
