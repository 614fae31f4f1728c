import { Form } from '@remix-run/react'
import { choicesOf } from '#app/kernel/choice.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import { type OrderFilter, orderStands } from '../order-filter.ts'
import { storages } from '../parcels.ts'

export function OrderFilterForm({ filter }: { filter: OrderFilter }) {
  const words = useStaffMessages()
  const t = words.shipping.list
  return (
    <Form className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[auto_auto_minmax(0,1fr)_auto]">
      <ChoiceField
        id="stand"
        name="stand"
        label={t.stand}
        defaultValue={filter.stand}
        choices={choicesOf(orderStands, t.stands)}
      />
      <ChoiceField
        id="storage"
        name="storage"
        label={t.storage}
        defaultValue={filter.storage ?? ''}
        none={t.anyStorage}
        choices={choicesOf(storages, words.catalog.storage)}
      />
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
