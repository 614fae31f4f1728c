import type { ReactNode } from 'react'
import { useFieldWord } from '#app/domain/people/ui/use-field-word.ts'
import { Button } from '#app/ui/button.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Folded } from '#app/ui/folded.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { UploadForm } from '#app/ui/upload-form.tsx'
import type { LineRefusal } from '../change-order.server.ts'

type LineFormProps = {
  intent: LineRefusal['intent']
  lineId: string
  answer: LineRefusal | undefined
  /** Why all of it was refused. */
  failure: string | null | undefined
  words: { open: string; submit: string }
  children: ReactNode
}

/** What is asked of one line, with photos, behind a native disclosure that stands open while there is something to mend. */
export function LineForm({ intent, lineId, answer, failure, words, children }: LineFormProps) {
  const word = useFieldWord()
  return (
    <Folded title={words.open} isOpen={Boolean(answer)} className="open:w-full">
      <UploadForm state={answer} tooLarge={word('too-large')}>
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="lineId" value={lineId} />
        {failure ? (
          <Notice tone="danger" role="alert">
            {failure}
          </Notice>
        ) : null}
        {children}
        <div>
          <Button kind="secondary">{words.submit}</Button>
        </div>
      </UploadForm>
    </Folded>
  )
}

type PhotosFieldProps = Pick<Parameters<typeof FileField>[0], 'id' | 'label' | 'hint' | 'error' | 'again'>

export function PhotosField(props: PhotosFieldProps) {
  return (
    <FileField
      {...props}
      name="photos"
      // Not HEIC, which cannot be read here: an iPhone that is not offered it sends a JPEG.
      accept="image/jpeg,image/png,image/webp"
      multiple
    />
  )
}
