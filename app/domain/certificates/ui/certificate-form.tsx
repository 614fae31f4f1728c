import { Form } from '@remix-run/react'
import { choicesOf } from '#app/kernel/choice.ts'
import { type FormState, fieldsOf } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import { certificateKinds } from '../certificate.ts'
import type { CertificateChoices } from '../certificate-views.server.ts'
import { useCertificateWord } from './use-certificate-word.ts'

type CertificateFormProps = { choices: CertificateChoices; today: string; state: FormState | undefined }

/** All its fields stand, whoever it is for: it works without a script. */
export function CertificateForm({ choices, today, state }: CertificateFormProps) {
  const words = useStaffMessages().certificates
  const t = words.fields
  const word = useCertificateWord()
  const typed = fieldsOf(state, word)
  const field = (
    name: Exclude<keyof typeof t, 'organisationHint' | 'exhibitionHint' | 'everywhere' | 'none'>,
  ) => ({ ...typed(name), label: t[name] })
  return (
    <CardSection id="issue" title={words.issue}>
      <Form method="post" noValidate className="grid grid-cols-1 items-start gap-4 md:grid-cols-3">
        <ChoiceField {...field('kind')} choices={choicesOf(certificateKinds, words.kinds)} />
        <ChoiceField {...field('district')} none={t.none} choices={choices.districts} />
        <InputField
          {...field('organisation')}
          hint={t.organisationHint}
          list="organisations"
          maxLength={120}
          autoComplete="off"
        />
        <datalist id="organisations">
          {choices.organisations.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <ChoiceField
          {...field('exhibition')}
          hint={t.exhibitionHint}
          none={t.everywhere}
          choices={choices.fairs}
        />
        <InputField {...field('startsOn')} type="date" max={today} />
        <InputField {...field('endsOn')} type="date" max={today} />
        <div className="md:col-span-3">
          <Button>{words.submit}</Button>
        </div>
      </Form>
    </CardSection>
  )
}
