import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { choicesOf } from '#app/kernel/choice.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField, TextareaField } from '#app/ui/field.tsx'
import { enterpriseKinds } from '../enterprise.ts'

type ApplicationFieldsProps = {
  divisions: ReadonlyArray<{ code: string; name: string }>
  state: FormState | undefined
}

/** Who applies: the same fields when it is begun and when it is mended. */
export function ApplicationFields({ divisions, state }: ApplicationFieldsProps) {
  const words = useStaffMessages()
  const t = words.joining.facts
  const word = useStaffWord()
  const { values = {}, errors = {} }: Partial<FormState> = state ?? {}
  const optional = words.common.optional
  /** What each field has of what was typed. */
  const typed = (name: string) => ({
    id: name,
    name,
    defaultValue: values[name],
    error: word(errors[name]),
  })
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <InputField {...typed('name')} required autoComplete="organization" label={t.name} hint={t.nameHint} />
      <ChoiceField
        {...typed('kind')}
        required
        label={t.kind}
        choices={choicesOf(enterpriseKinds, words.joining.kinds)}
      />
      <ChoiceField
        {...typed('divisionCode')}
        required
        label={t.division}
        none={t.chooseDivision}
        choices={divisions.map(({ code, name }) => ({ key: code, title: name }))}
      />
      <InputField {...typed('town')} label={t.town} isOptional={optional} />
      <InputField
        {...typed('creditCode')}
        required
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        label={t.creditCode}
        hint={t.creditCodeHint}
      />
      <InputField
        {...typed('foodLicence')}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        label={t.foodLicence}
        hint={t.foodLicenceHint}
        isOptional={optional}
      />
      <InputField {...typed('contactName')} required autoComplete="name" label={t.contactName} />
      <InputField
        {...typed('contactPhone')}
        required
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        label={t.contactPhone}
        hint={t.contactPhoneHint}
      />
      <div className="md:col-span-2">
        <TextareaField
          {...typed('story')}
          required
          rows={5}
          maxLength={600}
          label={t.story}
          hint={t.storyHint}
        />
      </div>
      <InputField {...typed('nameEn')} label={t.nameEn} isOptional={optional} />
    </div>
  )
}
