import { FilterForm } from '#app/domain/staff/ui/filter-form.tsx'
import { choicesOf } from '#app/kernel/choice.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import { type StockQuery, stockStates } from '../stock-query.ts'

export function StockFilters({ query }: { query: StockQuery }) {
  const words = useStaffMessages().stock
  const t = words.filters
  return (
    <FilterForm isSet={query.state !== null || query.text !== ''}>
      <ChoiceField
        id="state"
        name="state"
        label={t.state}
        defaultValue={query.state ?? ''}
        none={t.all}
        choices={choicesOf(stockStates, words.states)}
      />
      <InputField id="q" name="q" type="search" label={t.query} maxLength={100} defaultValue={query.text} />
    </FilterForm>
  )
}
