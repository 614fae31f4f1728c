import { Form } from '@remix-run/react'
import type { Choice } from '#app/kernel/choice.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import { isPersonal, orderFields } from '../import/order-fields.ts'
import type { OrderColumns } from '../import/platform-import.server.ts'
import { FairField } from './fair-field.tsx'

type OrderMappingFormProps = {
  columns: OrderColumns
  fairs: ReadonlyArray<Choice>
  /** As it was said at the upload. */
  fair: string | null
}

/** In which column each thing stands, and the file once more: nothing of it was kept. Columns of who ordered are not offered. */
export function OrderMappingForm({ columns: { headings, mapping }, fairs, fair }: OrderMappingFormProps) {
  const t = useStaffMessages().livestreams.import
  const open = headings
    .map((heading, index) => ({ heading, index }))
    .filter(({ heading }) => heading !== '' && !isPersonal(heading))
  const placeOf = (key: string) => open.find(({ heading }) => mapping[heading] === key)?.index
  return (
    <CardSection id="mapping" title={t.mapping}>
      <Form method="post" encType="multipart/form-data" className="grid grid-cols-1 gap-4">
        <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {orderFields.map((field) => (
            <ChoiceField
              key={field.key}
              id={`field.${field.key}`}
              name={`field.${field.key}`}
              label={t.fields[field.key]}
              isOptional={'isNeeded' in field ? undefined : t.optional}
              required={'isNeeded' in field}
              defaultValue={placeOf(field.key) ?? ''}
              none={t.skip}
              choices={open.map(({ heading, index }) => ({ key: String(index), title: heading }))}
            />
          ))}
        </div>
        <FairField fairs={fairs} chosen={fair} />
        <InputField id="name" name="name" label={t.saveAs} hint={t.saveAsHint} maxLength={60} />
        <InputField id="file" name="file" type="file" label={t.again} accept=".csv,.xlsx,.txt" required />
        <div>
          <Button name="intent" value="map">
            {t.confirm}
          </Button>
        </div>
      </Form>
    </CardSection>
  )
}
