import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { choicesOf } from '#app/kernel/choice.ts'
import { type FormState, fieldsOf } from '#app/kernel/form.ts'
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
  const optional = words.common.optional
  const field = fieldsOf(state, word)
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <InputField {...field('name')} required autoComplete="organization" label={t.name} hint={t.nameHint} />
      <ChoiceField
        {...field('kind')}
        required
        label={t.kind}
        choices={choicesOf(enterpriseKinds, words.joining.kinds)}
      />
      <ChoiceField
        {...field('divisionCode')}
        required
        label={t.division}
        none={t.chooseDivision}
        choices={divisions.map(({ code, name }) => ({ key: code, title: name }))}
      />
      <InputField {...field('town')} label={t.town} isOptional={optional} />
      <InputField
        {...field('creditCode')}
        required
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        label={t.creditCode}
        hint={t.creditCodeHint}
      />
      <InputField
        {...field('foodLicence')}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        label={t.foodLicence}
        hint={t.foodLicenceHint}
        isOptional={optional}
      />
      <InputField {...field('contactName')} required autoComplete="name" label={t.contactName} />
      <InputField
        {...field('contactPhone')}
        required
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        label={t.contactPhone}
        hint={t.contactPhoneHint}
      />
      <div className="md:col-span-2">
        <TextareaField
          {...field('story')}
          required
          rows={5}
          maxLength={600}
          label={t.story}
          hint={t.storyHint}
        />
      </div>
      <InputField {...field('nameEn')} label={t.nameEn} isOptional={optional} />
    </div>
  )
}
