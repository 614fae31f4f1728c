import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import type { Shelf } from '../lifecycle.ts'
import { editorForm } from './listing-editor.tsx'

type ListingActsProps = {
  id: string
  home: string
  shelf: Shelf
  productSlug: string | null
  isEditable: boolean
  hasDraft: boolean
  barReason: string | null
}

/** What can be done with a listing besides writing it; each act is a plain form. */
export function ListingActs(props: ListingActsProps) {
  const { id, home, shelf, productSlug, isEditable, hasDraft, barReason } = props
  const t = useStaffMessages().listings.editor
  const isPublished = shelf !== 'unpublished'
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isEditable ? (
        // Saves first: what is shown is what is written.
        <Button form={editorForm} name="intent" value="preview" kind="secondary">
          {t.preview}
        </Button>
      ) : (
        <ButtonLink to={`${home}/listings/${id}/preview`} kind="secondary">
          {t.preview}
        </ButtonLink>
      )}
      {shelf === 'on-sale' ? (
        <ButtonLink to={`/products/${productSlug}`} kind="quiet">
          {t.shop}
        </ButtonLink>
      ) : null}
      <details className="md:relative">
        <summary className="inline-flex min-h-11 items-center px-3 text-sm text-cinnabar">{t.more}</summary>
        <div className="absolute right-0 z-10 grid w-56 rounded-md border border-line bg-card p-1 shadow-soft max-md:right-4 max-md:left-4 max-md:w-auto">
          <Act intent="copy" word={t.copy} />
          {shelf === 'on-sale' && isEditable ? <Act intent="take-down" word={t.takeDown} /> : null}
          {shelf === 'on-sale' && !isEditable ? (
            <Asked word={t.takeDown} text={t.takeDownWaiting}>
              <Act intent="take-down" word={t.takeDown} kind="danger" />
            </Asked>
          ) : null}
          {shelf === 'taken-down' && barReason === null ? (
            <Act intent="publish-again" word={t.publishAgain} />
          ) : null}
          {isEditable && hasDraft ? <Discard isPublished={isPublished} /> : null}
        </div>
      </details>
    </div>
  )
}

function Act({ intent, word, kind = 'quiet' }: { intent: string; word: string; kind?: 'quiet' | 'danger' }) {
  return (
    <Form method="post">
      <Button name="intent" value={intent} kind={kind} wide>
        {word}
      </Button>
    </Form>
  )
}

/** With the editor's form, which knows the version that is seen: nobody discards what a colleague has saved since. */
function Discard({ isPublished }: { isPublished: boolean }) {
  const t = useStaffMessages().listings.editor
  const word = isPublished ? t.discard : t.remove
  return (
    <Asked word={word} text={isPublished ? t.discardText : t.removeText}>
      <Button form={editorForm} name="intent" value="discard" kind="danger" wide>
        {word}
      </Button>
    </Asked>
  )
}

/** What is lost for good is asked for first, without a script, too. */
function Asked({ word, text, children }: { word: string; text: string; children: ReactNode }) {
  return (
    <details>
      <summary className="flex min-h-11 cursor-pointer items-center justify-center px-3 text-sm text-berry">
        {word}
      </summary>
      <div className="grid gap-2 p-2">
        <p className="text-sm text-muted">{text}</p>
        {children}
      </div>
    </details>
  )
}
