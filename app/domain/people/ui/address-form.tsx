import { Form } from '@remix-run/react'
import type { RegionChoices } from '#app/domain/shipping/region-tree.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxField, SelectField } from '#app/ui/field.tsx'
import { FormSummary } from '#app/ui/form-summary.tsx'
import { AddressFields } from './address-fields.tsx'
import { useFieldWord } from './use-field-word.ts'

export function AddressForm({ state, regions }: { state: FormState; regions: RegionChoices }) {
  const t = useMessages()
  const fields = t.people.fields
  const word = useFieldWord()
  return (
    <Form method="post" noValidate className="grid max-w-text gap-4">
      <FormSummary state={state} title={t.people.errorSummary} word={word} />
      {/* The first button of a form is the one that Enter presses; without it that would be "show districts". */}
      <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <Card className="grid gap-4">
        <AddressFields state={state} regions={regions} />
        <SelectField id="tag" name="tag" label={fields.tag} defaultValue={state.values.tag ?? ''}>
          <option value="">{fields.tagNone}</option>
          <option value="home">{fields.tagHome}</option>
          <option value="company">{fields.tagCompany}</option>
        </SelectField>
        <CheckboxField id="isDefault" name="isDefault" defaultChecked={state.values.isDefault === 'on'}>
          {fields.isDefault}
        </CheckboxField>
      </Card>
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="save" size="large">
          {t.account.addresses.save}
        </Button>
        <ButtonLink to="/account/addresses" kind="secondary" size="large">
          {t.account.addresses.back}
        </ButtonLink>
      </div>
    </Form>
  )
}
