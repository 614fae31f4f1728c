import { Form } from '@remix-run/react'
import { shanghaiMinute, shanghaiMinuteInput } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { InputField, TextareaField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { CategoryChoice } from '../category-choices.server.ts'
import { type DraftField, draftFields, type ListingDraft } from '../draft.ts'
import { BlankFields, DraftSummary, readable } from './draft-summary.tsx'
import { FieldValue } from './field-value.tsx'

type ReviewFormProps = {
  version: number
  wishedAt: Date | null
  draft: ListingDraft
  published: ListingDraft | null
  changed: ReadonlyArray<DraftField>
  categories: ReadonlyArray<CategoryChoice>
  /** What was written and is not sent yet. */
  typed: Readonly<Record<string, string>>
  isAskedOfComments: boolean
}

/** What changes, field by field, each with room for a comment; then the decision. */
export function ReviewForm(props: ReviewFormProps) {
  const { version, draft, published, changed, categories, typed } = props
  const t = useStaffMessages().listings.review
  const unchanged = draftFields.filter((field) => !changed.includes(field))
  // What was emptied is a change, too; of a new listing what is empty is no news.
  const { written, blank } = readable(draft, changed)
  const rows = published ? [...written, ...blank] : written
  return (
    <Form method="post" className="grid grid-cols-1 gap-4">
      <input type="hidden" name="version" value={version} />
      <CardSection id="changes" title={published ? t.changes : t.content} className="gap-4">
        <p className="text-sm text-muted">{t.returnText}</p>
        <ul className="grid divide-y divide-line border-y border-line">
          {rows.map((field) => (
            <FieldChange
              key={field}
              field={field}
              draft={draft}
              published={published}
              categories={categories}
              typed={typed}
            />
          ))}
        </ul>
        {published ? (
          <details>
            <summary className="inline-flex min-h-11 items-center text-sm text-cinnabar">
              {t.unchanged}
            </summary>
            <DraftSummary draft={draft} fields={unchanged} categories={categories} />
          </details>
        ) : (
          <BlankFields fields={blank} />
        )}
      </CardSection>
      <div className="grid gap-4 md:grid-cols-2">
        <AcceptCard {...props} />
        <ReturnCard typed={typed} />
      </div>
    </Form>
  )
}

type FieldChangeProps = Pick<ReviewFormProps, 'draft' | 'published' | 'categories' | 'typed'> & {
  field: DraftField
}

function FieldChange({ field, draft, published, categories, typed }: FieldChangeProps) {
  const words = useStaffMessages().listings
  const t = words.review
  return (
    <li className="grid gap-2 py-3 text-sm">
      <h3 className="font-medium">{words.fields[field]}</h3>
      <div className={`grid gap-3 ${published ? 'md:grid-cols-2' : ''}`}>
        {published ? (
          <Side title={t.before} className="text-muted">
            <FieldValue field={field} draft={published} categories={categories} />
          </Side>
        ) : null}
        <Side
          title={published ? t.after : null}
          className={published ? 'border-l-2 border-cinnabar pl-3' : ''}
        >
          <FieldValue field={field} draft={draft} categories={categories} />
        </Side>
      </div>
      <details open={Boolean(typed[`comment.${field}`])}>
        <summary className="inline-flex min-h-11 items-center text-cinnabar">{t.write}</summary>
        <TextareaField
          id={`comment.${field}`}
          name={`comment.${field}`}
          label={t.comment(words.fields[field])}
          rows={2}
          maxLength={500}
          defaultValue={typed[`comment.${field}`]}
        />
      </details>
    </li>
  )
}

type SideProps = { title: string | null; className: string; children: React.ReactNode }

function Side({ title, className, children }: SideProps) {
  return (
    <div className={`grid min-w-0 content-start gap-1 ${className}`}>
      {title ? <p className="text-xs text-muted">{title}</p> : null}
      {children}
    </div>
  )
}

function AcceptCard({ wishedAt, typed, isAskedOfComments }: ReviewFormProps) {
  const { editor, review: t } = useStaffMessages().listings
  return (
    <CardSection id="accept" title={t.acceptTitle} className="content-start gap-3">
      <InputField
        id="publishAt"
        name="publishAt"
        type="datetime-local"
        label={t.publishAt}
        hint={wishedAt ? editor.wished(shanghaiMinute(wishedAt)) : t.publishAtHint}
        defaultValue={typed.publishAt ?? (wishedAt ? shanghaiMinuteInput(wishedAt) : '')}
      />
      {isAskedOfComments ? (
        <Notice tone="warning" role="alert">
          <p>{t.commentsUnsent}</p>
          <Button name="intent" value="accept-unsaid" kind="secondary">
            {t.acceptUnsaid}
          </Button>
        </Notice>
      ) : null}
      <Button name="intent" value="accept" size="large">
        {t.accept}
      </Button>
    </CardSection>
  )
}

function ReturnCard({ typed }: Pick<ReviewFormProps, 'typed'>) {
  const words = useStaffMessages().listings
  const t = words.review
  return (
    <CardSection id="return" title={t.returnTitle} className="content-start gap-3">
      <TextareaField
        id="comment.listing"
        name="comment.listing"
        label={t.comment(words.fields.listing)}
        rows={2}
        maxLength={500}
        defaultValue={typed['comment.listing']}
      />
      <Button name="intent" value="return" kind="danger" size="large">
        {t.return}
      </Button>
    </CardSection>
  )
}
