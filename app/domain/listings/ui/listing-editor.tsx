import { Form } from '@remix-run/react'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import type { CategoryChoice } from '../category-choices.server.ts'
import type { ListingDraft, PictureDraft } from '../draft.ts'
import { addPictures, editDraft } from '../edit-draft.ts'
import type { EditAnswer } from '../edit-listing.server.ts'
import { readListingForm } from '../listing-form.ts'
import type { ListingComment } from '../listing-record.server.ts'
import { BasicsSection } from './basics-section.tsx'
import { BatchesSection } from './batches-section.tsx'
import { EditorBar } from './editor-bar.tsx'
import { EditorNotices } from './editor-notices.tsx'
import { LabelSection } from './label-section.tsx'
import { EnglishSection, MarksSection } from './marks-section.tsx'
import { PhotosSection } from './photos-section.tsx'
import { StorageSection } from './storage-section.tsx'
import { type Autosave, type Kept, useAutosave } from './use-autosave.ts'
import { useListingWord } from './use-listing-words.ts'
import { usePhotoUpload } from './use-photo-upload.ts'
import { VariantsSection } from './variants-section.tsx'
import { WishSection } from './wish-section.tsx'

/** For buttons of the page's head that send it, too. */
export const editorForm = 'listing'

type ListingEditorProps = {
  draft: ListingDraft
  kept: Kept
  savedAt: Date
  wish: string
  comments: ReadonlyArray<ListingComment>
  categories: ReadonlyArray<CategoryChoice>
  onSale: ReadonlySet<string>
  /** Where a single photo is sent. */
  uploadAddress: string
  /** What was said to the last whole form. */
  answer: EditAnswer | undefined
}

/**
 * One plain form. With a script it saves itself, and what changes its shape (a photo moved, a variant added) happens at
 * once; without one, each of its buttons sends it whole.
 */
export function ListingEditor(props: ListingEditorProps) {
  const { comments, answer, onSale, categories } = props
  const form = useRef<HTMLFormElement>(null)
  const saving = useAutosave(form, props.kept, answer?.conflict !== undefined)
  const shape = useShape(form, props.draft, saving)
  const upload = usePhotoUpload(props.uploadAddress, shape.addPhoto)
  const word = useListingWord()
  const errors = saving.answer?.errors ?? answer?.errors ?? {}
  const errorOf = (field: string) => word(errors[field])
  const section = { draft: shape.draft, errorOf, comments }
  return (
    <Form
      ref={form}
      id={editorForm}
      method="post"
      encType="multipart/form-data"
      noValidate
      preventScrollReset
      onSubmit={shape.onSubmit}
      onInput={saving.saveSoon}
      onBlur={saving.flush}
      onChange={shape.onChange}
      className="grid grid-cols-1 gap-4"
    >
      {/* Enter presses the first button of a form: this one, which only saves. */}
      <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden className="sr-only" />
      <input type="hidden" name="version" value={saving.kept.version} readOnly />
      <input type="hidden" name="base" value={JSON.stringify(saving.kept.base)} readOnly />
      <input type="hidden" name="seenWish" value={saving.kept.wish} readOnly />
      <SectionLinks />
      <EditorNotices answer={saving.answer ?? answer} categories={categories} onKeepMine={saving.keepMine} />
      <PhotosSection key={`photos ${shape.count}`} {...section} upload={upload} />
      <BasicsSection {...section} categories={categories} />
      <VariantsSection key={`variants ${shape.count}`} {...section} onSale={onSale} />
      <LabelSection {...section} />
      <StorageSection {...section} />
      <MarksSection {...section} />
      <BatchesSection key={`batches ${shape.count}`} {...section} />
      <EnglishSection {...section} />
      <WishSection wish={props.wish} error={errorOf('wishedAt')} />
      <EditorBar saving={saving} savedAt={props.savedAt} />
    </Form>
  )
}

/** The form is long on a phone: a touch to each of its parts. */
function SectionLinks() {
  const t = useStaffMessages().listings.editor
  return (
    <nav aria-label={t.sections} className="scroll-row -mx-4 gap-2 px-4 text-sm">
      {sections.map(([id, word]) => (
        <a
          key={id}
          href={`#${id}-title`}
          className="inline-flex min-h-11 items-center whitespace-nowrap px-2 text-cinnabar underline-offset-4 hover:underline"
        >
          {t[word]}
        </a>
      ))}
    </nav>
  )
}

const sections = [
  ['photos', 'photos'],
  ['basics', 'basics'],
  ['variants', 'variants'],
  ['label', 'label'],
  ['storage', 'storage'],
  ['marks', 'marks'],
  ['batch-list', 'batches'],
  ['english', 'english'],
  ['wish', 'wish'],
] as const

/** The draft as the lists of the form are drawn: drawn anew, from what is typed, when their shape changes. */
function useShape(
  form: React.RefObject<HTMLFormElement>,
  initial: ListingDraft,
  { saveNow: save, hold }: Autosave,
) {
  const [shape, setShape] = useState({ draft: initial, count: 0 })

  const reshape = useCallback(
    (change: (draft: ListingDraft) => ListingDraft | null): boolean => {
      const typed = form.current && readListingForm(new FormData(form.current)).draft
      const next = typed && change(typed)
      if (next) setShape(({ count }) => ({ draft: next, count: count + 1 }))
      return next !== null
    },
    [form],
  )
  // A category that was chosen before the script ran.
  const drawn = useRef(initial.subcategoryCode)
  useEffect(() => {
    reshape((draft) => (draft.subcategoryCode === drawn.current ? null : draft))
  }, [reshape])

  // Saved when the form shows it, so that what is sent is what is seen.
  useEffect(() => {
    if (shape.count > 0) save()
  }, [shape, save])

  const addPhoto = useCallback(
    (photo: PictureDraft) => {
      reshape((draft) => addPictures(draft, [photo]))
    },
    [reshape],
  )
  return {
    ...shape,
    addPhoto,
    /** An act that the browser can do is not sent; everything else is. */
    onSubmit(event: FormEvent<HTMLFormElement>) {
      const { submitter } = event.nativeEvent as SubmitEvent
      const intent = submitter?.getAttribute('value') ?? ''
      const isDoneHere = reshape((draft) => editDraft(draft, intent))
      if (isDoneHere || hold(() => form.current?.requestSubmit(submitter))) event.preventDefault()
    },
    /** Another category has other lines of a label, and other papers. */
    onChange({ target }: FormEvent<HTMLFormElement>) {
      if (target instanceof HTMLSelectElement && target.name === 'subcategoryCode') reshape((draft) => draft)
    },
  }
}
