import { Form } from '@remix-run/react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { InputField, SelectField } from '#app/ui/field.tsx'
import { isQueueFiltered, type QueueQuery, queueKinds, queueStates } from '../queue-query.ts'

type QueueFiltersProps = {
  query: QueueQuery
  /** Empty for a reviewer, who has one only. */
  divisions: ReadonlyArray<{ code: string; name: string }>
}

/** A GET form: what is chosen stands in the address. */
export function QueueFilters({ query, divisions }: QueueFiltersProps) {
  const words = useStaffMessages()
  const t = words.listings.queue
  return (
    <Form method="get" className="grid grid-cols-2 items-end gap-3 pb-4 lg:flex lg:flex-wrap">
      <SelectField id="state" name="state" label={t.state} defaultValue={query.state}>
        {queueStates.map((state) => (
          <option key={state} value={state}>
            {t.states[state]}
          </option>
        ))}
      </SelectField>
      <SelectField id="kind" name="kind" label={t.kind} defaultValue={query.kind ?? ''}>
        <option value="">{t.any}</option>
        {queueKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t.kinds[kind]}
          </option>
        ))}
      </SelectField>
      {divisions.length > 0 ? (
        <SelectField
          id="division"
          name="division"
          label={words.joining.facts.division}
          defaultValue={query.division}
        >
          <option value="">{words.joining.queue.anyDivision}</option>
          {divisions.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
      <InputField
        id="enterprise"
        name="enterprise"
        type="search"
        label={t.enterprise}
        maxLength={60}
        defaultValue={query.enterprise}
      />
      <InputField id="q" name="q" type="search" label={t.text} maxLength={100} defaultValue={query.text} />
      <div className="flex gap-2">
        <Button kind="secondary">{words.listings.filters.apply}</Button>
        {isQueueFiltered(query) ? (
          <ButtonLink to="/organizer/listings" kind="quiet">
            {words.listings.filters.clear}
          </ButtonLink>
        ) : null}
      </div>
    </Form>
  )
}
