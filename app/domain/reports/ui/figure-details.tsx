import { channels as order } from '#app/domain/sales/sale-entry.ts'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { SheetLinks } from '#app/domain/staff/ui/take-away.tsx'
import { addFen, formatFen, subtractFen, zeroFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Money } from '#app/ui/money.tsx'
import { Section } from '#app/ui/section.tsx'
import type { FigureView } from '../figure-views.server.ts'
import type { ChannelSums } from '../press-figure.ts'
import { PressLineTable } from './press-line-table.tsx'

export function FigureChannels({ channels }: { channels: ChannelSums }) {
  const t = useStaffMessages().reports
  return (
    <dl className="grid grid-cols-2 gap-3 text-sm sm:grid-cols-4">
      {order.map((channel) => (
        <div key={channel}>
          <dt className="text-muted">{t.channels[channel]}</dt>
          <dd>
            <Money amount={channels[channel] ?? zeroFen} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The restatement: what the same cut-off comes to today, and each line that makes the difference. */
export function FigureToday({ figure, file }: { figure: FigureView; file: string }) {
  const t = useStaffMessages().reports.one
  const { today, differences } = figure
  const frozen = addFen(figure.salesFen, figure.signedFen)
  const now = addFen(today.salesFen, today.signedFen)
  return (
    <Section id="today" title={t.today}>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <Money amount={now} size="large" />
        <span className="text-muted">
          {now === frozen && differences.items.length === 0
            ? t.noDifference
            : t.difference(formatFen(subtractFen(now, frozen)))}
        </span>
      </p>
      {differences.items.length > 0 ? (
        <>
          <PressLineTable lines={differences.items} caption={t.differences} />
          <SheetLinks file={file} />
        </>
      ) : null}
      <PageTurner next={differences.next} />
    </Section>
  )
}
