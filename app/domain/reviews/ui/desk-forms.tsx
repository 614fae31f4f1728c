import { Form } from '@remix-run/react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { TextareaField } from '#app/ui/field.tsx'
import { Folded } from '#app/ui/folded.tsx'
import { ReasonForm } from '#app/ui/reason-form.tsx'
import type { DeskReview, ModerationStand } from '../desk-views.server.ts'

type FormProps = { review: DeskReview; state: FormState | undefined }

/** What was refused, if it was this review's form, and not of one of its photos. */
function ownState({ review, state }: FormProps): FormState | undefined {
  return state?.values.review === String(review.id) && !state.values.photo ? state : undefined
}

export function ReplyForm({ review, state }: FormProps) {
  const t = useStaffMessages().reviewDesk
  const word = useStaffWord()
  const own = ownState({ review, state })
  return (
    <Folded
      key={review.reply}
      title={review.reply ? t.edit : t.reply}
      label={t.replyTo(review.author)}
      isOpen={Boolean(own)}
    >
      <Form method="post" noValidate preventScrollReset className="grid gap-3 py-2">
        <input type="hidden" name="review" value={review.id} />
        <input type="hidden" name="was" value={review.reply ?? ''} />
        <TextareaField
          id={`reply-${review.id}`}
          name="reply"
          lang="zh-CN"
          label={t.replyTo(review.author)}
          hint={t.replyHint}
          defaultValue={own?.values.reply ?? review.reply ?? ''}
          error={word(own?.errors.reply)}
          maxLength={500}
        />
        <div>
          <Button>{t.save}</Button>
        </div>
      </Form>
    </Folded>
  )
}

export function ModerationForms({ review, state, stand }: FormProps & { stand: ModerationStand }) {
  const t = useStaffMessages().reviewDesk.moderation
  const word = useStaffWord()
  const own = ownState({ review, state })
  const which = (
    <>
      <input type="hidden" name="review" value={review.id} />
      <input type="hidden" name="was" value={stand} />
    </>
  )
  return (
    <div className="flex flex-wrap items-start gap-4">
      {stand === 'published' ? null : (
        <Form method="post" preventScrollReset>
          {which}
          <Button name="to" value="published" aria-label={t.publishLabel(review.author)}>
            {t.publish}
          </Button>
        </Form>
      )}
      {stand === 'hidden' ? null : (
        <ReasonForm
          act={t.hide}
          more={<span className="sr-only"> {t.hideWhat(review.author)}</span>}
          id={`reason-${review.id}`}
          label={t.reason}
          state={own}
          error={word(own?.errors.reason)}
          hidden={
            <>
              {which}
              <input type="hidden" name="to" value="hidden" />
            </>
          }
        />
      )}
    </div>
  )
}
