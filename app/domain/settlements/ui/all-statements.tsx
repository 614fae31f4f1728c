import { Form, useNavigation } from '@remix-run/react'
import { FilterForm } from '#app/domain/staff/ui/filter-form.tsx'
import { choicesOf } from '#app/kernel/choice.ts'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { RowLink, RowList } from '#app/ui/row-list.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { EnterpriseStatement, PeriodTotal, StatementFilter } from '../list-all-statements.server.ts'
import { paidStands } from '../paid-stands.ts'
import { StateBadge } from './state-badge.tsx'
import { StatementSums } from './statement-sums.tsx'
import { usePeriodWord } from './use-period-word.ts'

/** One month at a time, in their order. */
export function ClosePeriod({ period, isOver }: { period: string; isOver: boolean }) {
  const t = useStaffMessages().settlements.organizer
  const word = usePeriodWord()(period)
  const isClosing = useNavigation().formData?.get('period') === period
  return (
    <CardSection id="closing" title={t.next}>
      <p className="max-w-text text-sm">{isOver ? t.ready(word) : t.notOver(word)}</p>
      {isOver ? (
        <Form method="post">
          <Button name="period" value={period} disabled={isClosing}>
            {isClosing ? t.closing : t.close(word)}
          </Button>
        </Form>
      ) : null}
    </CardSection>
  )
}

export function PeriodTotals({ totals }: { totals: ReadonlyArray<PeriodTotal> }) {
  const t = useStaffMessages().settlements.organizer
  const word = usePeriodWord()
  if (totals.length === 0) return null
  return (
    <CardSection id="periods" title={t.periods}>
      <ul className="grid divide-y divide-line">
        {totals.map((total) => (
          <li key={total.period} className="grid gap-2 py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center justify-between gap-2">
              <LocalLink
                to={`/organizer/statements?period=${total.period}`}
                className="py-1 font-medium text-cinnabar underline-offset-4 hover:underline"
              >
                {word(total.period)}
              </LocalLink>
              <Money amount={total.netFen} />
            </p>
            <p className="text-sm text-muted">
              {t.statements(total.statements)}
              {total.unpaid > 0 ? ` · ${t.unpaid(total.unpaid)}` : null}
            </p>
            <StatementSums sums={total} />
          </li>
        ))}
      </ul>
    </CardSection>
  )
}

type FiltersProps = { filter: StatementFilter; periods: ReadonlyArray<string> }

export function StatementFilters({ filter, periods }: FiltersProps) {
  const t = useStaffMessages().settlements.organizer
  const word = usePeriodWord()
  const states = ['', ...paidStands] as const
  return (
    <FilterForm isSet={Object.values(filter).some(Boolean)}>
      <ChoiceField
        id="period"
        name="period"
        label={t.period}
        defaultValue={filter.period}
        none={t.anyPeriod}
        choices={periods.map((period) => ({ key: period, title: word(period) }))}
      />
      <ChoiceField
        id="paid"
        name="paid"
        label={t.paid}
        defaultValue={filter.paid}
        choices={choicesOf(states, t.paidStates)}
      />
    </FilterForm>
  )
}

export function AllStatements({ items }: { items: ReadonlyArray<EnterpriseStatement> }) {
  const word = usePeriodWord()
  const locale = useLocale()
  return (
    <RowList>
      {items.map((item) => (
        <RowLink
          key={item.id}
          to={`/organizer/statements/${item.id}`}
          title={inLocale(locale, item.enterpriseName, item.enterpriseNameEn)}
          note={word(item.period)}
        >
          <StateBadge statement={item} />
          <Money amount={item.netFen} />
        </RowLink>
      ))}
    </RowList>
  )
}
