import { Form } from '@remix-run/react'
import { FairDayField } from '#app/domain/exhibitions/ui/fair-day-field.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { otherGoods, unstated } from '../breakdown.ts'
import { type EntryFilter, type FilterNames, namedFilters } from '../entry-filter.ts'

type EntryFiltersProps = {
  fair: { slug: string }
  filter: EntryFilter
  names: FilterNames
}

/** The three that people change; what a figure led here by goes along, and is named. */
export function EntryFilters({ fair, filter, names }: EntryFiltersProps) {
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
    <Form
      key={JSON.stringify(filter)}
      className="grid grid-cols-2 items-end gap-3 md:grid-cols-[repeat(3,minmax(0,10rem))_auto_1fr]"
    >
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
      <Button kind="secondary">{t.apply}</Button>
      {filter.day && filter.hour ? <input type="hidden" name="hour" value={filter.hour} /> : null}
      {chosen.length > 0 || other.length > 0 ? (
        <p className="col-span-2 flex flex-wrap items-center gap-2 text-sm md:col-span-5">
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
          <ButtonLink to={`/organizer/exhibitions/${fair.slug}/entries`} kind="quiet" size="small">
            {t.clear}
          </ButtonLink>
        </p>
      ) : null}
    </Form>
  )
}
