import { FilterForm } from '#app/domain/staff/ui/filter-form.tsx'
import { choicesOf } from '#app/kernel/choice.ts'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { RowLink, RowList } from '#app/ui/row-list.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import { type ExhibitionState, exhibitionStates } from '../exhibition.ts'
import type { FairItem } from '../fair-list.server.ts'
import { dates } from './exhibition-card.tsx'
import { FairBadges } from './fair-heading.tsx'

export function FairFilter({ state }: { state: ExhibitionState | null }) {
  const t = useStaffMessages().fairs
  return (
    <FilterForm isSet={state !== null}>
      <ChoiceField
        id="state"
        name="state"
        label={t.state}
        defaultValue={state ?? ''}
        none={t.anyState}
        choices={choicesOf(exhibitionStates, t.states)}
      />
    </FilterForm>
  )
}

export function FairList({ items }: { items: ReadonlyArray<FairItem> }) {
  const t = useStaffMessages().fairs
  const locale = useLocale()
  return (
    <RowList>
      {items.map((item) => (
        <RowLink
          key={item.slug}
          to={`/organizer/exhibitions/${item.slug}`}
          title={inLocale(locale, item.name, item.nameEn)}
          titleLang={item.nameEn ? undefined : 'zh-CN'}
          note={`${item.isMonthOnly ? item.startsOn.slice(0, 7) : dates(item)} · ${t.exhibitors(item.exhibitors)}`}
        >
          <FairBadges {...item} />
        </RowLink>
      ))}
    </RowList>
  )
}
