import { useLocation } from '@remix-run/react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { CategoryChoice } from '../category-choices.server.ts'
import type { EditAnswer } from '../edit-listing.server.ts'
import type { Conflict } from '../save-listing.server.ts'
import { FieldValue } from './field-value.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import { useFieldName, useListingWord } from './use-listing-words.ts'

type EditorNoticesProps = {
  answer: EditAnswer | undefined
  categories: ReadonlyArray<CategoryChoice>
  onKeepMine: () => void
}

/** What the last save was told: problems, refusals, what a colleague did meanwhile. */
export function EditorNotices({ answer, categories, onKeepMine }: EditorNoticesProps) {
  const t = useStaffMessages().listings
  const word = useListingWord()
  const nameOf = useFieldName()
  if (!answer) return null
  const { conflict, alsoChanged = [], failure, errors } = answer
  const isTold = failure && failure !== 'unreachable' && failure !== 'has-problems'
  return (
    <>
      {conflict ? (
        <ConflictNotice conflict={conflict} categories={categories} onKeepMine={onKeepMine} />
      ) : null}
      {isTold ? (
        <Notice tone="warning" role="alert">
          {word(failure)}
        </Notice>
      ) : null}
      <ProblemSummary
        title={failure === 'has-problems' ? t.editor.problems : t.editor.refused}
        errors={errors}
      />
      {alsoChanged.length > 0 ? (
        <Notice tone="information" role="status">
          {t.editor.alsoChanged(t.list(alsoChanged.map(nameOf)))} <Reload>{t.editor.reload}</Reload>
        </Notice>
      ) : null}
    </>
  )
}

type ConflictNoticeProps = Omit<EditorNoticesProps, 'answer'> & { conflict: Conflict }

/** Theirs beside the form, which holds mine: nothing is lost until somebody has chosen (T10). */
function ConflictNotice({ conflict, categories, onKeepMine }: ConflictNoticeProps) {
  const t = useStaffMessages().listings.editor
  const nameOf = useFieldName()
  return (
    <Notice tone="warning" title={t.conflictTitle(conflict.by)} role="alert">
      <p>{t.conflictText}</p>
      <dl className="grid gap-2 py-2">
        {conflict.fields.map((field) => (
          <div key={field} className="grid gap-1">
            <dt className="font-medium">{nameOf(field)}</dt>
            <dd>
              <FieldValue field={field} draft={conflict.theirs} categories={categories} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-3">
        <Button
          name="intent"
          value="save"
          kind="secondary"
          onClick={(event) => {
            event.preventDefault()
            onKeepMine()
          }}
        >
          {t.keepMine}
        </Button>
        <Reload>{t.takeTheirs}</Reload>
      </div>
    </Notice>
  )
}

/** A document of its own: the form is filled with what is saved. */
function Reload({ children }: { children: string }) {
  const { pathname } = useLocation()
  return (
    <a
      href={pathname}
      className="inline-flex min-h-11 items-center text-cinnabar underline underline-offset-4"
    >
      {children}
    </a>
  )
}
