import { Form } from '@remix-run/react'
import { choicesOf } from '#app/kernel/choice.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import { type StockQuery, stockStates } from '../stock-query.ts'

/** A GET form: what is chosen stands in the address. */
export function StockFilters({ query, path }: { query: StockQuery; path: string }) {
  const words = useStaffMessages().stock
  const t = words.filters
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3 pb-4">
      <ChoiceField
        id="state"
        name="state"
        label={t.state}
        defaultValue={query.state ?? ''}
        none={t.all}
        choices={choicesOf(stockStates, words.states)}
      />
      <div className="min-w-0 flex-1 basis-32 md:max-w-72">
        <InputField id="q" name="q" type="search" label={t.query} maxLength={100} defaultValue={query.text} />
      </div>
      <Button kind="secondary">{t.apply}</Button>
      {query.state || query.text ? (
        <ButtonLink to={path} kind="quiet">
          {t.clear}
        </ButtonLink>
      ) : null}
    </Form>
  )
}
