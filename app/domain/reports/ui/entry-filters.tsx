import { FairDayField } from '#app/domain/exhibitions/ui/fair-day-field.tsx'
import { FilterForm } from '#app/domain/staff/ui/filter-form.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { otherGoods, unstated } from '../breakdown.ts'
import { type EntryFilter, type FilterNames, namedFilters } from '../entry-filter.ts'

type EntryFiltersProps = { filter: EntryFilter; names: FilterNames }

/** The three that people change; what a figure led here by goes along, and is named. */
export function EntryFilters({ filter, names }: EntryFiltersProps) {
  const words = useStaffMessages()
  const t = words.analysis.list
  const { channels } = words.reports
  const named: Record<string, string> = {
    [otherGoods]: words.analysis.otherGoods,
    [unstated]: words.analysis.rest,
  }
  const other = [filter.day && filter.hour, filter.line && t.line(filter.line)].filter(Boolean)
  const chosen = namedFilters.filter((name) => filter[name] !== '')
  return (
    <FilterForm isSet={Object.values(filter).some(Boolean)}>
      {chosen.map((name) => (
        <input key={name} type="hidden" name={name} value={filter[name]} />
      ))}
      <ChoiceField
        id="channel"
        name="channel"
        label={t.channel}
        defaultValue={filter.channel}
        none={t.all}
        choices={Object.entries(channels).map(([key, title]) => ({ key, title }))}
      />
      <SelectField id="state" name="state" label={t.state} defaultValue={filter.state}>
        <option value="">{t.all}</option>
        <option value="claimed">{t.states.claimed}</option>
        <option value="verified">{t.states.verified}</option>
      </SelectField>
      <FairDayField label={t.day} day={filter.day} />
      {filter.day && filter.hour ? <input type="hidden" name="hour" value={filter.hour} /> : null}
      {chosen.length > 0 || other.length > 0 ? (
        <p className="order-last col-span-2 flex flex-wrap items-center gap-2 text-sm md:w-full md:max-w-none!">
          {t.chosen}
          {chosen.map((name) => (
            <Badge key={name} tone="jade">
              {words.analysis.breakdowns[name]} {named[filter[name]] ?? names[name] ?? filter[name]}
            </Badge>
          ))}
          {other.map((text) => (
            <Badge key={text} tone="jade">
              {text}
            </Badge>
          ))}
        </p>
      ) : null}
    </FilterForm>
  )
}
