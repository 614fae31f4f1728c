import { FilterForm } from '#app/domain/staff/ui/filter-form.tsx'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import { RowLink, RowList } from '#app/ui/row-list.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { ApplicationStatus, Stage } from '../application.ts'
import type { ApplicationItem, QueueFilter } from '../application-queue.server.ts'

type QueueFiltersProps = {
  filter: Omit<QueueFilter, 'after'>
  /** Empty for a reviewer, who has one only. */
  divisions: ReadonlyArray<{ code: string; name: string }>
}

export function QueueFilters({ filter, divisions }: QueueFiltersProps) {
  const words = useStaffMessages().joining
  const t = words.queue
  return (
    <FilterForm isSet={[filter.text, filter.division].some(Boolean)}>
      <InputField id="q" name="q" type="search" label={t.search} defaultValue={filter.text} />
      <ChoiceField
        id="stage"
        name="stage"
        label={t.stage}
        defaultValue={filter.stage}
        choices={Object.entries(t.stages).map(([key, title]) => ({ key, title }))}
      />
      {divisions.length > 0 ? (
        <ChoiceField
          id="division"
          name="division"
          label={words.facts.division}
          defaultValue={filter.division}
          none={t.anyDivision}
          choices={divisions.map(({ code, name }) => ({ key: code, title: name }))}
        />
      ) : null}
    </FilterForm>
  )
}

const tones = {
  draft: 'plain',
  submitted: 'millet',
  returned: 'plain',
  recommended: 'jade',
  approved: 'grass',
  rejected: 'berry',
} as const

export function ApplicationBadge({ status }: { status: ApplicationStatus }) {
  const t = useStaffMessages().joining.review
  return <Badge tone={tones[status]}>{t.status[status]}</Badge>
}

type ApplicationQueueProps = { items: ReadonlyArray<ApplicationItem>; stage: Stage }

/** Where the owner never came, a row leads to the enterprise, which invites another time. */
export function ApplicationQueue({ items, stage }: ApplicationQueueProps) {
  const words = useStaffMessages().joining
  const locale = useLocale()
  return (
    <RowList>
      {items.map((item) => (
        <RowLink
          key={item.id}
          to={
            stage === 'lapsed' && item.enterpriseSlug
              ? `/organizer/enterprises/${item.enterpriseSlug}`
              : `/organizer/applications/${item.id}`
          }
          title={item.name}
          titleLang="zh-CN"
          note={
            <>
              {inLocale(locale, item.divisionName, item.divisionNameEn)} · {words.kinds[item.kind]} ·{' '}
              <span lang="zh-CN">{item.contactName}</span>
            </>
          }
        >
          <span className="figures text-muted">
            {words.queue.submittedAt(shanghaiMinute(item.submittedAt))}
          </span>
          <ApplicationBadge status={item.status} />
        </RowLink>
      ))}
    </RowList>
  )
}
