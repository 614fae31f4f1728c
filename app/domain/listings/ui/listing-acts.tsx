import { Form } from '@remix-run/react'
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
}

/** What can be done with a listing besides writing it; each act is a plain form. */
export function ListingActs({ id, home, shelf, productSlug, isEditable, hasDraft }: ListingActsProps) {
  const t = useStaffMessages().listings.editor
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
      <details className="relative">
        <summary className="inline-flex min-h-11 items-center px-3 text-sm text-cinnabar">{t.more}</summary>
        <div className="absolute right-0 z-10 grid w-40 rounded-md border border-line bg-card p-1 shadow-soft max-md:right-auto max-md:left-0">
          <Act intent="copy" word={t.copy} />
          {shelf === 'on-sale' ? <Act intent="take-down" word={t.takeDown} /> : null}
          {shelf === 'taken-down' ? <Act intent="publish-again" word={t.publishAgain} /> : null}
          {isEditable && hasDraft ? (
            <Act intent="discard" word={shelf === 'unpublished' ? t.remove : t.discard} />
          ) : null}
        </div>
      </details>
    </div>
  )
}

function Act({ intent, word }: { intent: string; word: string }) {
  return (
    <Form method="post">
      <Button name="intent" value={intent} kind="quiet" wide>
        {word}
      </Button>
    </Form>
  )
}
