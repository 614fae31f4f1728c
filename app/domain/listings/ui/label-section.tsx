import { type LabelField, labelFieldOrder } from '#app/domain/catalog/label.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { InputField } from '#app/ui/field.tsx'
import { labelRules } from '../label-rules.ts'
import { EditorSection, type SectionProps } from './editor-section.tsx'

/** The lines that goods of this kind have, and those that are filled already. */
export function LabelSection({ draft, errorOf, comments }: SectionProps) {
  const words = useStaffMessages()
  const t = words.listings
  const rules = labelRules(draft.subcategoryCode)
  const known = new Set(rules.map(({ field }) => field))
  const others = labelFieldOrder.filter((field) => draft.label[field] && !known.has(field))
  const lines = [...rules, ...others.map((field) => ({ field, isRequired: false }))]
  const isLong = (field: LabelField) => field === 'ingredients' || field === 'producerAddress'
  return (
    <EditorSection
      id="label"
      title={t.editor.label}
      fields={['label']}
      comments={comments}
      hint={t.hints.label}
    >
      <div className="grid gap-3 md:grid-cols-2">
        {lines.map(({ field, isRequired }) => (
          <div key={field} className={isLong(field) ? 'md:col-span-2' : ''}>
            <InputField
              id={`label.${field}`}
              name={`label.${field}`}
              label={words.catalog.product.labels[field]}
              isOptional={isRequired ? undefined : t.editor.optional}
              lang="zh-CN"
              maxLength={1000}
              defaultValue={draft.label[field] ?? ''}
              error={errorOf(`label.${field}`)}
            />
          </div>
        ))}
      </div>
    </EditorSection>
  )
}
