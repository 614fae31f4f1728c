import { FilterForm } from '#app/domain/staff/ui/filter-form.tsx'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField, SelectField } from '#app/ui/field.tsx'
import { RowLink, RowList } from '#app/ui/row-list.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { EnterpriseFilter, EnterpriseItem } from '../enterprise-list.server.ts'
import { DocumentBadge } from './document-list.tsx'

type EnterpriseFiltersProps = {
  filter: EnterpriseFilter
  /** Empty for a reviewer, who has one only. */
  divisions: ReadonlyArray<{ code: string; name: string }>
}

export function EnterpriseFilters({ filter, divisions }: EnterpriseFiltersProps) {
  const words = useStaffMessages().joining
  const t = words.enterprises
  return (
    <FilterForm isSet={Object.values(filter).some(Boolean)}>
      <InputField id="q" name="q" type="search" label={t.search} defaultValue={filter.text} />
      {divisions.length > 0 ? (
        <ChoiceField
          id="division"
          name="division"
          label={words.facts.division}
          defaultValue={filter.division}
          none={words.queue.anyDivision}
          choices={divisions.map(({ code, name }) => ({ key: code, title: name }))}
        />
      ) : null}
      <SelectField
        id="status"
        name="status"
        label={t.status}
        defaultValue={filter.isSuspended ? 'suspended' : ''}
      >
        <option value="">{t.anyStatus}</option>
        <option value="suspended">{t.suspended}</option>
      </SelectField>
      <SelectField id="documents" name="documents" label={t.papers} defaultValue={filter.documents}>
        <option value="">{t.anyPapers}</option>
        <option value="expired">{t.expired}</option>
        <option value="expiring">{t.expiring}</option>
      </SelectField>
      <SelectField id="orders" name="orders" label={t.orders} defaultValue={filter.isLate ? 'late' : ''}>
        <option value="">{t.anyOrders}</option>
        <option value="late">{t.late}</option>
      </SelectField>
    </FilterForm>
  )
}

export function EnterpriseList({ items }: { items: ReadonlyArray<EnterpriseItem> }) {
  const words = useStaffMessages().joining
  const t = words.documents
  const locale = useLocale()
  return (
    <RowList>
      {items.map((item) => (
        <RowLink
          key={item.slug}
          to={`/organizer/enterprises/${item.slug}`}
          title={inLocale(locale, item.name, item.nameEn)}
          titleLang={item.nameEn ? undefined : 'zh-CN'}
          note={`${inLocale(locale, item.divisionName, item.divisionNameEn)} · ${words.kinds[item.kind]}`}
        >
          {item.lateSince ? (
            <>
              <span className="figures text-muted">
                {words.enterprises.lateSince(shanghaiMinute(item.lateSince))}
              </span>
              <Badge tone="berry">{words.enterprises.lateOrders(item.lateOrders)}</Badge>
            </>
          ) : null}
          {item.endsOn && item.documents !== 'valid' ? (
            <>
              <span className="figures text-muted">{t.until(item.endsOn)}</span>
              <DocumentBadge state={item.documents} />
            </>
          ) : null}
          <EnterpriseBadge isSuspended={item.isSuspended} />
        </RowLink>
      ))}
    </RowList>
  )
}

export function EnterpriseBadge({ isSuspended }: { isSuspended: boolean }) {
  const t = useStaffMessages().joining.enterprises
  return <Badge tone={isSuspended ? 'berry' : 'grass'}>{isSuspended ? t.suspended : t.active}</Badge>
}
