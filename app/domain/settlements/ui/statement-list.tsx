import { useStaffMessages } from '#app/messages/messages.ts'
import { Card } from '#app/ui/card.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import type { StatementItem } from '../statement.ts'
import { StateBadge } from './state-badge.tsx'
import { StatementSums } from './statement-sums.tsx'
import { usePeriodWord } from './use-period-word.ts'

type StatementListProps = { months: ReadonlyArray<StatementItem>; home: string }

export function StatementList({ months, home }: StatementListProps) {
  return (
    <ul className="grid gap-3">
      {months.map((month) => (
        <Month key={month.period} month={month} to={`${home}/${month.period}`} />
      ))}
    </ul>
  )
}

function Month({ month, to }: { month: StatementItem; to: string }) {
  const t = useStaffMessages().settlements
  const period = usePeriodWord()(month.period)
  return (
    <Card as="li" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="flex items-center gap-2 text-lg font-medium">
          <LocalLink
            to={to}
            aria-label={t.list.open(period)}
            className="py-1 text-cinnabar underline-offset-4 hover:underline"
          >
            {period}
          </LocalLink>
          <StateBadge statement={month} />
        </h2>
        <span className="flex items-baseline gap-2">
          <span className="text-sm text-muted">{month.netFen < 0 ? t.negative : t.columns.net}</span>
          <Money amount={month.netFen} size="large" />
        </span>
      </div>
      <OpenNote state={month.state} />
      <StatementSums sums={month} />
    </Card>
  )
}

/** That the figures may still change. */
export function OpenNote({ state }: Pick<StatementItem, 'state'>) {
  const t = useStaffMessages().settlements.list
  return state === 'running' || state === 'ended' ? <p className="text-sm text-muted">{t[state]}</p> : null
}
