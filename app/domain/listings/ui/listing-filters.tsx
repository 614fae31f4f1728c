import { FilterForm } from '#app/domain/staff/ui/filter-form.tsx'
import { choicesOf } from '#app/kernel/choice.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import type { CategoryChoice } from '../category-choices.server.ts'
import { isFiltered, type ListingQuery, listingStates } from '../list-query.ts'

type ListingFiltersProps = { query: ListingQuery; categories: ReadonlyArray<CategoryChoice> }

export function ListingFilters({ query, categories }: ListingFiltersProps) {
  const words = useStaffMessages().listings
  const t = words.filters
  return (
    <FilterForm isSet={isFiltered(query)}>
      <ChoiceField
        id="state"
        name="state"
        label={t.state}
        defaultValue={query.state ?? ''}
        none={t.all}
        choices={choicesOf(listingStates, words.states)}
      />
      <ChoiceField
        id="category"
        name="category"
        label={t.category}
        defaultValue={query.category}
        none={t.all}
        choices={categories.map(({ code, name }) => ({ key: code, title: name }))}
      />
      <InputField id="q" name="q" type="search" label={t.query} maxLength={60} defaultValue={query.text} />
    </FilterForm>
  )
}
