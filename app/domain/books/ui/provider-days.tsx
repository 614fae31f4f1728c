import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { type Fen, formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import type { ProviderDifference } from '../book-check.ts'
import type { ProviderDayItem } from '../book-views.server.ts'
import { CheckBadge } from './check-list.tsx'

type ProviderDaysProps = {
  days: ReadonlyArray<ProviderDayItem>
  today: string
  yesterday: string
  error: string | undefined
  /** What else can be done with the days. */
  children: ReactNode
}

export function ProviderDays({ days, today, yesterday, error, children }: ProviderDaysProps) {
  const t = useStaffMessages().books
  return (
    <CardSection id="days" title={t.days} className="gap-4">
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <InputField
          id="day"
          name="day"
          type="date"
          label={t.day}
          max={today}
          defaultValue={yesterday}
          error={error}
        />
        <Button name="intent" value="provider" kind="secondary">
          {t.reconcile}
        </Button>
      </Form>
      {children}
      {days.length === 0 ? <p className="text-sm text-muted">{t.none}</p> : null}
      <ul className="grid divide-y divide-line">
        {days.map((day) => (
          <Day key={day.day} day={day} />
        ))}
      </ul>
    </CardSection>
  )
}

function Day({ day: { day, differences, detail, checkedAt, tookMs } }: { day: ProviderDayItem }) {
  const t = useStaffMessages().books
  return (
    <li className="grid gap-2 py-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="figures font-medium">{day}</span>
        <CheckBadge differences={differences} />
        <span className="figures text-xs text-muted">
          {t.at(shanghaiMinute(new Date(checkedAt)), (tookMs / 1000).toFixed(1))}
        </span>
      </p>
      <dl className="grid gap-2 sm:grid-cols-2">
        <Sides title={t.paid} {...detail.paid} />
        <Sides title={t.refunded} {...detail.refunded} />
      </dl>
      {detail.differences.length > 0 ? <Differences list={detail.differences} /> : null}
    </li>
  )
}

function Sides({ title, oursFen, theirsFen }: { title: string; oursFen: Fen; theirsFen: Fen }) {
  const t = useStaffMessages().books
  return (
    <div className="flex flex-wrap gap-x-3">
      <dt className="text-muted">{title}</dt>
      <dd className="figures">
        {t.ours} {formatFen(oursFen)} · {t.theirs} {formatFen(theirsFen)}
      </dd>
    </div>
  )
}

function Differences({ list }: { list: ReadonlyArray<ProviderDifference> }) {
  const t = useStaffMessages().books
  const money = (amount: Fen | null) => (amount === null ? t.missing : formatFen(amount))
  return (
    <ul aria-label={t.list} className="figures grid gap-1 rounded-sm bg-berry-wash p-3 text-xs">
      {list.map((difference) => (
        <li key={`${difference.kind} ${difference.id}`} className="break-all">
          {t[difference.kind]} {difference.id} ·{' '}
          {difference.order ? t.order(difference.order) : t.unknownOrder} · {t.ours}{' '}
          {money(difference.oursFen)} · {t.theirs} {money(difference.theirsFen)}
        </li>
      ))}
    </ul>
  )
}
