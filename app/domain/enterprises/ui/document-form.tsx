import type { ReactNode } from 'react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { choicesOf } from '#app/kernel/choice.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { UploadForm } from '#app/ui/upload-form.tsx'
import { type DocumentKind, documentKinds } from '../document.ts'

type DocumentFormProps = {
  /** Of several forms on a page each has a mark of its own in the ids of its fields. */
  mark?: string
  intent: string
  state: FormState | undefined
  /** What it begins with: the renewal of a paper is of its kind. */
  kind?: DocumentKind
  number?: string | null
  children?: ReactNode
}

/** One paper with its photos, straight from the camera. */
export function DocumentForm({ mark = '', intent, state, kind, number, children }: DocumentFormProps) {
  const t = useStaffMessages().joining.documents
  const word = useStaffWord()
  const { values = {}, errors = {} }: Partial<FormState> = state ?? {}
  const field = (name: string) => ({ id: name + mark, name, error: word(errors[name]) })
  return (
    <UploadForm state={state} tooLarge={word('too-large')}>
      {children}
      <div className="grid items-start gap-4 md:grid-cols-3">
        <ChoiceField
          {...field('kind')}
          label={t.kind}
          defaultValue={values.kind ?? kind}
          choices={choicesOf(documentKinds, t.kinds)}
        />
        <InputField
          {...field('number')}
          label={t.number}
          autoComplete="off"
          defaultValue={values.number ?? number ?? ''}
        />
        <InputField
          {...field('expiresOn')}
          type="date"
          label={t.expiresOn}
          hint={t.expiresHint}
          defaultValue={values.expiresOn}
        />
      </div>
      <FileField
        {...field('photos')}
        again={state && word('photos-again')}
        // Not HEIC, which cannot be read here: an iPhone that is not offered it sends a JPEG.
        accept="image/jpeg,image/png,image/webp"
        multiple
        label={t.photos}
        hint={t.photosHint}
      />
      <div>
        <Button name="intent" value={intent} kind="secondary">
          {t.save}
        </Button>
      </div>
    </UploadForm>
  )
}
