import type { ReactNode } from 'react'
import { choicesOf } from '#app/kernel/choice.ts'
import { type FormState, fieldsOf } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField, TextareaField } from '#app/ui/field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormSummary } from '#app/ui/form-summary.tsx'
import { UploadForm } from '#app/ui/upload-form.tsx'
import { contractKinds } from '../contract.ts'
import type { ContractChoices } from '../contract-views.server.ts'
import { useContractWord } from './use-contract-word.ts'

type ContractFormProps = {
  formKey: string
  choices: ContractChoices
  /** Today's fair, if there is one. */
  fair: string
  today: string
  state: FormState | undefined
}

export function ContractForm({ formKey, choices, fair, today, state }: ContractFormProps) {
  const words = useStaffMessages()
  const { fields: t, kinds, save } = words.contracts
  const word = useContractWord()
  const values = state?.values ?? {}
  const typed = fieldsOf(state, word)
  const field = (name: keyof typeof t) => ({ ...typed(name), label: t[name] })
  return (
    <Card>
      <UploadForm state={state} tooLarge={word('too-large')}>
        <input type="hidden" name="key" value={values.key ?? formKey} />
        <FormSummary state={state} title={words.staff.errorSummary} word={word} names={t} />
        <Row>
          <ChoiceField
            {...field('kind')}
            defaultValue={values.kind ?? 'purchase'}
            choices={choicesOf(contractKinds, kinds)}
          />
          <InputField {...field('number')} hint={t.numberHint} isOptional={t.optional} autoComplete="off" />
        </Row>
        <InputField {...field('title')} maxLength={120} />
        <Row>
          <InputField {...field('buyer')} maxLength={120} autoComplete="off" />
          <InputField {...field('buyerCode')} isOptional={t.optional} autoComplete="off" />
        </Row>
        <Row>
          <ChoiceField {...field('buyerDistrict')} none={t.none} choices={choices.districts} />
          <ChoiceField {...field('category')} none={t.none} choices={choices.categories} />
        </Row>
        <Row>
          <ChoiceField
            {...field('enterprise')}
            hint={t.enterpriseHint}
            none={t.none}
            choices={choices.enterprises}
          />
          <ChoiceField
            {...field('division')}
            hint={t.divisionHint}
            none={t.none}
            choices={choices.divisions}
          />
        </Row>
        <Row>
          <InputField {...field('amount')} hint={t.amountHint} inputMode="text" autoComplete="off" />
          <InputField
            {...field('signedOn')}
            type="date"
            max={today}
            defaultValue={values.signedOn ?? today}
          />
        </Row>
        <ChoiceField
          {...field('exhibition')}
          defaultValue={values.exhibition ?? fair}
          none={t.outsideFair}
          choices={choices.fairs}
        />
        <FileField
          {...field('scan')}
          defaultValue={undefined}
          again={state && word('scan-again')}
          accept="application/pdf"
          hint={t.scanHint}
        />
        <TextareaField {...field('note')} isOptional={t.optional} maxLength={1_000} />
        <div>
          <Button size="large">{save}</Button>
        </div>
      </UploadForm>
    </Card>
  )
}

function Row({ children }: { children: ReactNode }) {
  return <div className="grid items-start gap-4 md:grid-cols-2">{children}</div>
}
