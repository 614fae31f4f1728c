import { FilterForm } from '#app/domain/staff/ui/filter-form.tsx'
import { choicesOf } from '#app/kernel/choice.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import { isPlain, type OrderFilter, orderStands } from '../order-filter.ts'
import { storages } from '../parcels.ts'

export function OrderFilterForm({ filter }: { filter: OrderFilter }) {
  const words = useStaffMessages()
  const t = words.shipping.list
  return (
    <FilterForm isSet={!isPlain(filter)}>
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
    </FilterForm>
  )
}
