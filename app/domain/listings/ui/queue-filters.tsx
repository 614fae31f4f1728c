import { FilterForm } from '#app/domain/staff/ui/filter-form.tsx'
import { choicesOf } from '#app/kernel/choice.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import { isQueueFiltered, type QueueQuery, queueKinds, queueStates } from '../queue-query.ts'

type QueueFiltersProps = {
  query: QueueQuery
  /** Empty for a reviewer, who has one only. */
  divisions: ReadonlyArray<{ code: string; name: string }>
}

export function QueueFilters({ query, divisions }: QueueFiltersProps) {
  const words = useStaffMessages()
  const t = words.listings.queue
  return (
    <FilterForm isSet={isQueueFiltered(query)}>
      <ChoiceField
        id="state"
        name="state"
        label={t.state}
        defaultValue={query.state}
        choices={choicesOf(queueStates, t.states)}
      />
      <ChoiceField
        id="kind"
        name="kind"
        label={t.kind}
        defaultValue={query.kind ?? ''}
        none={t.any}
        choices={choicesOf(queueKinds, t.kinds)}
      />
      {divisions.length > 0 ? (
        <ChoiceField
          id="division"
          name="division"
          label={words.joining.facts.division}
          defaultValue={query.division}
          none={words.joining.queue.anyDivision}
          choices={divisions.map(({ code, name }) => ({ key: code, title: name }))}
        />
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
    </FilterForm>
  )
}
