import { choicesOf } from '#app/kernel/choice.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import { Folded } from '#app/ui/folded.tsx'
import { auditActions, subjectKinds } from '../audit.ts'
import type { AuditFilter } from '../audit-filter.ts'
import { FilterForm } from './filter-form.tsx'

type AuditFiltersProps = {
  filter: AuditFilter
  divisions: ReadonlyArray<{ code: string; name: string }>
}

const fields = 'grid grid-cols-2 items-start gap-3 lg:grid-cols-4'

export function AuditFilters({ filter, divisions }: AuditFiltersProps) {
  const words = useStaffMessages().audit
  const t = words.filter
  return (
    <FilterForm isSet={Object.values(filter).some(Boolean)} className="grid gap-3">
      <div className={fields}>
        <InputField id="who" name="who" label={t.who} hint={t.whoHint} defaultValue={filter.who} />
        <ChoiceField
          id="action"
          name="action"
          label={t.action}
          defaultValue={filter.action}
          none={t.any}
          choices={choicesOf(auditActions, words.actions)}
        />
        <InputField id="from" name="from" type="date" label={t.from} defaultValue={filter.from} />
        <InputField id="to" name="to" type="date" label={t.to} defaultValue={filter.to} />
      </div>
      <MoreFilters filter={filter} divisions={divisions} />
    </FilterForm>
  )
}

/** Folded away on a phone's first screen, where the log itself is looked for. */
function MoreFilters({ filter, divisions }: AuditFiltersProps) {
  const words = useStaffMessages().audit
  const t = words.filter
  const isUsed = [filter.enterprise, filter.division, filter.kind].some(Boolean)
  return (
    <Folded title={t.more} isOpen={isUsed}>
      <div className={fields}>
        <InputField
          id="enterprise"
          name="enterprise"
          label={t.enterprise}
          hint={t.enterpriseHint}
          defaultValue={filter.enterprise}
        />
        <ChoiceField
          id="division"
          name="division"
          label={t.division}
          defaultValue={filter.division}
          none={t.any}
          choices={divisions.map(({ code, name }) => ({ key: code, title: name }))}
        />
        <ChoiceField
          id="kind"
          name="kind"
          label={t.kind}
          defaultValue={filter.kind}
          none={t.any}
          choices={choicesOf(subjectKinds, words.kinds)}
        />
        <InputField
          id="subject"
          name="subject"
          label={t.subject}
          hint={t.subjectHint}
          defaultValue={filter.subject}
        />
      </div>
    </Folded>
  )
}
