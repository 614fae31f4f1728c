import type { ReactNode } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { CardSection } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ListingDraft } from '../draft.ts'
import type { ListingComment } from '../listing-record.server.ts'

/** What every part of the editor is given. */
export type SectionProps = {
  draft: ListingDraft
  /** The sentence of what is wrong with a field. */
  errorOf: (field: string) => string | undefined
  comments: ReadonlyArray<ListingComment>
}

type EditorSectionProps = {
  id: string
  title: string
  /** The fields of the draft that stand here: what a reviewer said of them stands above. */
  fields: ReadonlyArray<keyof ListingDraft>
  comments: ReadonlyArray<ListingComment>
  hint?: string
  children: ReactNode
}

export function EditorSection({ id, title, fields, comments, hint, children }: EditorSectionProps) {
  return (
    <CardSection id={`${id}-title`} title={title} className="gap-4">
      <Comments comments={comments.filter(({ field }) => fields.some((own) => own === field))} />
      {hint ? <p className="text-sm text-muted">{hint}</p> : null}
      {children}
    </CardSection>
  )
}

export function Comments({ comments }: { comments: ReadonlyArray<ListingComment> }) {
  const t = useStaffMessages().listings
  const names: Record<string, string> = t.fields
  if (comments.length === 0) return null
  return (
    <Notice tone="warning" title={t.editor.comments}>
      <ul className="grid gap-1">
        {comments.map(({ field, body, author }) => (
          <li key={field} className="whitespace-pre-line">
            <span className="text-muted">
              {t.editor.commentBy(author)}
              {names[field]} ·{' '}
            </span>
            {body}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
