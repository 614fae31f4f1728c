import { certificates } from '#app/domain/catalog/certificates.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { InputField, TextareaField } from '#app/ui/field.tsx'
import { EditorSection, type SectionProps } from './editor-section.tsx'
import { TickRow } from './tick-row.tsx'

export function MarksSection({ draft, errorOf, comments }: SectionProps) {
  const words = useStaffMessages()
  const t = words.listings
  return (
    <EditorSection
      id="marks"
      title={t.editor.marks}
      fields={['certificates', 'giName', 'giAuthorisation']}
      comments={comments}
    >
      <TickRow
        name="certificates"
        title={t.fields.certificates}
        hint={t.hints.gi}
        chosen={draft.certificates}
        choices={certificates.map((certificate) => [certificate, words.catalog.certificate[certificate]])}
      />
      <div className="grid gap-3 md:grid-cols-2">
        <InputField
          id="giName"
          name="giName"
          label={t.fields.giName}
          isOptional={t.editor.optional}
          maxLength={120}
          defaultValue={draft.giName}
          error={errorOf('giName')}
        />
        <InputField
          id="giAuthorisation"
          name="giAuthorisation"
          label={t.fields.giAuthorisation}
          isOptional={t.editor.optional}
          maxLength={120}
          defaultValue={draft.giAuthorisation}
          error={errorOf('giAuthorisation')}
        />
      </div>
    </EditorSection>
  )
}

export function EnglishSection({ draft, errorOf, comments }: SectionProps) {
  const t = useStaffMessages().listings
  return (
    <EditorSection
      id="english"
      title={t.editor.english}
      fields={['titleEn', 'subtitleEn', 'descriptionEn']}
      comments={comments}
      hint={t.hints.english}
    >
      <div className="grid gap-3" lang="en">
        {(['titleEn', 'subtitleEn'] as const).map((field) => (
          <InputField
            key={field}
            id={field}
            name={field}
            label={t.fields[field]}
            isOptional={t.editor.optional}
            maxLength={120}
            defaultValue={draft[field]}
            error={errorOf(field)}
          />
        ))}
        <TextareaField
          id="descriptionEn"
          name="descriptionEn"
          label={t.fields.descriptionEn}
          isOptional={t.editor.optional}
          rows={6}
          maxLength={4000}
          defaultValue={draft.descriptionEn}
          error={errorOf('descriptionEn')}
        />
      </div>
    </EditorSection>
  )
}
