import { returnRules } from '#app/domain/catalog/return-rules.ts'
import { storages } from '#app/domain/catalog/storage.ts'
import { choicesOf } from '#app/kernel/choice.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { CheckboxField, InputField, RadioCard } from '#app/ui/field.tsx'
import { EditorSection, type SectionProps } from './editor-section.tsx'
import { TickRow } from './tick-row.tsx'

const months = Array.from({ length: 12 }, (_, index) => String(index + 1))

export function StorageSection({ draft, errorOf, comments }: SectionProps) {
  const words = useStaffMessages()
  const t = words.listings
  return (
    <EditorSection
      id="storage"
      title={t.editor.storage}
      fields={['storage', 'shelfLifeDays', 'dispatchHours', 'seasonMonths', 'returnRule', 'isAlcohol']}
      comments={comments}
    >
      <div className="grid gap-3 md:grid-cols-3">
        <ChoiceField
          id="storage"
          name="storage"
          label={t.fields.storage}
          defaultValue={draft.storage}
          choices={choicesOf(storages, words.catalog.storage)}
        />
        <InputField
          id="shelfLifeDays"
          name="shelfLifeDays"
          label={t.fields.shelfLifeDays}
          hint={t.hints.shelfLifeDays}
          isOptional={t.editor.optional}
          inputMode="numeric"
          defaultValue={draft.shelfLifeDays ?? ''}
          error={errorOf('shelfLifeDays')}
        />
        <InputField
          id="dispatchHours"
          name="dispatchHours"
          label={t.fields.dispatchHours}
          inputMode="numeric"
          defaultValue={draft.dispatchHours}
          error={errorOf('dispatchHours')}
        />
      </div>
      <TickRow
        name="seasonMonths"
        title={t.fields.seasonMonths}
        hint={t.hints.seasonMonths}
        chosen={draft.seasonMonths.map(String)}
        choices={months.map((month) => [month, words.catalog.months([Number(month)])])}
      />
      <ReturnRuleChoice chosen={draft.returnRule} error={errorOf('returnRule')} />
      <CheckboxField
        id="isAlcohol"
        name="isAlcohol"
        defaultChecked={draft.isAlcohol}
        error={errorOf('isAlcohol')}
      >
        {t.fields.isAlcohol}
      </CheckboxField>
    </EditorSection>
  )
}

/** Each rule in the words of the product's page, with the law that allows it. */
function ReturnRuleChoice({ chosen, error }: { chosen: string; error: string | undefined }) {
  const words = useStaffMessages()
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm font-medium">{words.listings.fields.returnRule}</legend>
      <p className="text-xs text-muted">{words.listings.hints.returnRule}</p>
      {returnRules.map((rule, index) => (
        <RadioCard
          key={rule}
          id={index === 0 ? 'returnRule' : `returnRule-${rule}`}
          name="returnRule"
          value={rule}
          defaultChecked={rule === chosen}
          title={words.catalog.product.returnRules[rule]}
        >
          {words.listings.statutes[rule]}
        </RadioCard>
      ))}
      {error ? <p className="text-sm text-berry">{error}</p> : null}
    </fieldset>
  )
}
