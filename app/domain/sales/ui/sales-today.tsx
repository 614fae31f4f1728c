import { shanghaiMinute } from '#app/kernel/clock.ts'
import { inLocale } from '#app/kernel/locale.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { CardSection } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { EnterpriseSales } from '../enterprise-sales.server.ts'
import { DayChart } from './day-chart.tsx'

export function SalesToday({ sales: { asOf, today, days } }: { sales: EnterpriseSales }) {
  const words = useStaffMessages().dashboard
  const t = words.sales
  const locale = useLocale()
  const products = today.products.map(({ title, titleEn, quantity, amountFen }) => ({
    name: inLocale(locale, title, titleEn),
    note: t.pieces(quantity),
    amountFen,
  }))
  const channels = today.channels.map(({ channel, amountFen }) => ({ name: t.channels[channel], amountFen }))
  return (
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
      <CardSection id="today" title={t.today} className="content-start gap-3">
        <p className="title-font figures text-3xl">{formatFen(today.totalFen)}</p>
        {today.signedFen === 0 ? null : (
          <p className="figures text-sm">{t.signed(formatFen(today.signedFen))}</p>
        )}
        <p className="text-xs text-muted">{t.asOf(shanghaiMinute(asOf).slice(11))}</p>
        <AmountList title={t.byChannel} rows={channels} />
        <AmountList title={t.byProduct} rows={products} />
        {channels.length === 0 && today.signedFen === 0 ? (
          <p className="text-sm text-muted">{t.nothing}</p>
        ) : null}
      </CardSection>
      <CardSection id="days" title={t.days} className="content-start gap-3">
        <DayChart days={days} />
      </CardSection>
    </div>
  )
}

type AmountRow = { name: string; note?: string; amountFen: EnterpriseSales['today']['totalFen'] }

function AmountList({ title, rows }: { title: string; rows: ReadonlyArray<AmountRow> }) {
  if (rows.length === 0) return null
  return (
    <section className="grid gap-1 text-sm">
      <h3 className="text-xs text-muted">{title}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {rows.map(({ name, note, amountFen }) => (
          <li key={name} className="flex items-baseline justify-between gap-3 py-2">
            <span className="min-w-0">
              {name} {note ? <span className="figures text-xs text-muted">{note}</span> : null}
            </span>
            <span className="figures whitespace-nowrap">{formatFen(amountFen)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
