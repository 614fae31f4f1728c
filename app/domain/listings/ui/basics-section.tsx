import { useStaffMessages } from '#app/messages/messages.ts'
import { InputField, SelectField, TextareaField } from '#app/ui/field.tsx'
import type { CategoryChoice } from '../category-choices.server.ts'
import { EditorSection, type SectionProps } from './editor-section.tsx'

type BasicsProps = SectionProps & { categories: ReadonlyArray<CategoryChoice> }

export function BasicsSection({ draft, errorOf, comments, categories }: BasicsProps) {
  const t = useStaffMessages().listings
  return (
    <EditorSection
      id="basics"
      title={t.editor.basics}
      fields={['title', 'subtitle', 'description', 'categoryCode', 'subcategoryCode', 'keywords']}
      comments={comments}
    >
      <InputField
        id="title"
        name="title"
        label={t.fields.title}
        hint={t.hints.title}
        maxLength={60}
        defaultValue={draft.title}
        error={errorOf('title')}
      />
      <CategoryField draft={draft} error={errorOf('subcategoryCode')} categories={categories} />
      <InputField
        id="subtitle"
        name="subtitle"
        label={t.fields.subtitle}
        isOptional={t.editor.optional}
        maxLength={120}
        defaultValue={draft.subtitle}
        error={errorOf('subtitle')}
      />
      <TextareaField
        id="description"
        lang="zh-CN"
        name="description"
        label={t.fields.description}
        rows={6}
        maxLength={4000}
        defaultValue={draft.description}
        error={errorOf('description')}
      />
      <InputField
        id="keywords"
        name="keywords"
        label={t.fields.keywords}
        hint={t.hints.keywords}
        isOptional={t.editor.optional}
        defaultValue={draft.keywords.join('、')}
        error={errorOf('keywords')}
      />
    </EditorSection>
  )
}

type CategoryFieldProps = Pick<BasicsProps, 'categories'> & {
  draft: Pick<SectionProps['draft'], 'categoryCode' | 'subcategoryCode'>
  error: string | undefined
}

/** Both levels in one choice: the kind names its category. */
export function CategoryField({ draft, error, categories }: CategoryFieldProps) {
  const t = useStaffMessages().listings
  const chosen = draft.subcategoryCode && `${draft.categoryCode}/${draft.subcategoryCode}`
  return (
    <SelectField
      id="subcategoryCode"
      name="subcategoryCode"
      label={t.fields.subcategoryCode}
      defaultValue={chosen}
      error={error}
    >
      <option value="">{t.hints.choose}</option>
      {categories.map(({ code, name, children }) => (
        <optgroup key={code} label={name}>
          {children.map((child) => (
            <option key={child.code} value={`${code}/${child.code}`}>
              {child.name}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  )
}
