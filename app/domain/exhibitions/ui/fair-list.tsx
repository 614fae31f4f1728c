import { Form } from '@remix-run/react'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import { type ExhibitionState, exhibitionStates } from '../exhibition.ts'
import type { FairItem } from '../fair-list.server.ts'
import { dates } from './exhibition-card.tsx'
import { FairBadges } from './fair-heading.tsx'

export function FairFilter({ state }: { state: ExhibitionState | null }) {
  const t = useStaffMessages().fairs
  return (
    <Form className="flex flex-wrap items-end gap-3">
      <SelectField id="state" name="state" label={t.state} defaultValue={state ?? ''}>
        <option value="">{t.anyState}</option>
        {exhibitionStates.map((each) => (
          <option key={each} value={each}>
            {t.states[each]}
          </option>
        ))}
      </SelectField>
      <Button kind="secondary">{t.filter}</Button>
    </Form>
  )
}

export function FairList({ items }: { items: ReadonlyArray<FairItem> }) {
  const t = useStaffMessages().fairs
  const locale = useLocale()
  return (
    <ul className="grid divide-y divide-line rounded-md border border-line bg-card">
      {items.map((item) => (
        <li key={item.slug}>
          <LocalLink
            to={`/organizer/exhibitions/${item.slug}`}
            className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 hover:bg-paper"
          >
            <span className="min-w-0">
              <span className="block font-medium" lang={item.nameEn ? undefined : 'zh-CN'}>
                {inLocale(locale, item.name, item.nameEn)}
              </span>
              <span className="figures text-sm text-muted">
                {item.isMonthOnly ? item.startsOn.slice(0, 7) : dates(item)} · {t.exhibitors(item.exhibitors)}
              </span>
            </span>
            <FairBadges {...item} />
          </LocalLink>
        </li>
      ))}
    </ul>
  )
}
