import { Form } from '@remix-run/react'
import { FairDayField } from '#app/domain/exhibitions/ui/fair-day-field.tsx'
import { formatLargeFen } from '#app/kernel/large-sums.ts'
import type { Fen } from '#app/kernel/money.ts'
import { percentOf } from '#app/kernel/percent.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { Flows } from '../flow.ts'

/** How much of all is known by district, and how much of that is between paired ones. */
export function FlowSums({ totalFen, knownFen, pairedFen }: Omit<Flows, 'rows'>) {
  const t = useStaffMessages().flows
  const locale = useLocale()
  const share = (part: Fen, whole: Fen) => {
    const percent = percentOf(part, whole)
    return percent === null ? '' : t.share(percent)
  }
  const shown = [
    [t.sums.all, totalFen, ''],
    [t.sums.known, knownFen, share(knownFen, totalFen)],
    [t.sums.paired, pairedFen, share(pairedFen, knownFen)],
  ] as const
  return (
    <dl className="grid gap-x-6 gap-y-4 rounded-md border border-line bg-card p-4 sm:grid-cols-3">
      {shown.map(([title, amount, part]) => (
        <div key={title} className="grid gap-1">
          <dt className="text-sm text-muted">{title}</dt>
          <dd className="figures text-lg">
            {formatLargeFen(amount, locale)} <span className="text-sm text-muted">{part}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function FlowDay({ day }: { day: string }) {
  const t = useStaffMessages().flows
  return (
    <Form key={day} className="flex flex-wrap items-end gap-3">
      <FairDayField label={t.day} whole={t.wholeFair} day={day} />
      <Button kind="secondary">{t.apply}</Button>
    </Form>
  )
}
