import { Form } from '@remix-run/react'
import { choicesOf } from '#app/kernel/choice.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import type { CategoryChoice } from '../category-choices.server.ts'
import { isFiltered, type ListingQuery, listingStates } from '../list-query.ts'

type ListingFiltersProps = { query: ListingQuery; categories: ReadonlyArray<CategoryChoice>; path: string }

/** A GET form: what is chosen stands in the address. */
export function ListingFilters({ query, categories, path }: ListingFiltersProps) {
  const words = useStaffMessages().listings
  const t = words.filters
  return (
    <Form method="get" className="grid grid-cols-2 items-end gap-3 pb-4 md:flex md:flex-wrap">
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
      <div className="col-span-2 flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <InputField
            id="q"
            name="q"
            type="search"
            label={t.query}
            maxLength={60}
            defaultValue={query.text}
          />
        </div>
        <Button kind="secondary" className="shrink-0">
          {t.apply}
        </Button>
        {isFiltered(query) ? (
          <ButtonLink to={path} kind="quiet" className="shrink-0">
            {t.clear}
          </ButtonLink>
        ) : null}
      </div>
    </Form>
  )
}
