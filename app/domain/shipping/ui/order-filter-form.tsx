import { Form } from '@remix-run/react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField, SelectField } from '#app/ui/field.tsx'
import { type OrderFilter, orderStands } from '../order-filter.ts'
import { storages } from '../parcels.ts'

export function OrderFilterForm({ filter }: { filter: OrderFilter }) {
  const words = useStaffMessages()
  const t = words.shipping.list
  return (
    <Form className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[auto_auto_minmax(0,1fr)_auto]">
      <SelectField id="stand" name="stand" label={t.stand} defaultValue={filter.stand}>
        {orderStands.map((stand) => (
          <option key={stand} value={stand}>
            {t.stands[stand]}
          </option>
        ))}
      </SelectField>
      <SelectField id="storage" name="storage" label={t.storage} defaultValue={filter.storage ?? ''}>
        <option value="">{t.anyStorage}</option>
        {storages.map((storage) => (
          <option key={storage} value={storage}>
            {words.catalog.storage[storage]}
          </option>
        ))}
      </SelectField>
      <InputField
        id="q"
        name="q"
        type="search"
        label={t.search}
        defaultValue={filter.number || filter.word}
      />
      <Button kind="secondary">{t.filter}</Button>
    </Form>
  )
}
