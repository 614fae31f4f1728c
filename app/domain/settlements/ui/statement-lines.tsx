import { shanghaiMinute } from '#app/kernel/clock.ts'
import { type Fen, formatFen, subtractFen, zeroFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { RowList } from '#app/ui/row-list.tsx'
import { WideTable } from '#app/ui/wide-table.tsx'
import type { StatementLine } from '../statement.ts'

const tones = { sale: 'plain', refund: 'berry', correction: 'millet' } as const

type StatementLinesProps = {
  lines: ReadonlyArray<StatementLine>
  /** Where the enterprise's own orders are; the organizers have no such page. */
  orders?: string
}

export function StatementLines({ lines, orders }: StatementLinesProps) {
  const t = useStaffMessages().settlements
  if (lines.length === 0) return <EmptyState title={t.page.none} text={t.page.noneText} />
  return (
    <RowList>
      {lines.map((line) => (
        <li
          key={`${line.kind} ${line.orderNumber} ${line.occurredAt.toISOString()}`}
          className="grid gap-1 px-4 py-3 text-sm"
        >
          <p className="flex flex-wrap items-center justify-between gap-2">
            <span className="flex flex-wrap items-center gap-2">
              <Badge tone={tones[line.kind]}>{t.line.kinds[line.kind]}</Badge>
              <OrderNumber number={line.orderNumber} orders={orders} />
            </span>
            <span className="figures font-medium">{formatFen(line.netFen)}</span>
          </p>
          <p className="figures flex flex-wrap gap-x-4 text-muted">
            <time dateTime={line.occurredAt.toISOString()}>{shanghaiMinute(line.occurredAt)}</time>
            <Part amount={line.itemsFen} word={t.line.items} />
            <Part amount={line.shippingFen} word={t.line.shipping} />
            <Part amount={subtractFen(zeroFen, line.feeFen)} word={t.line.fee} />
          </p>
        </li>
      ))}
    </RowList>
  )
}

function OrderNumber({ number, orders }: { number: string; orders: string | undefined }) {
  if (!orders) return <span className="figures">{number}</span>
  return (
    <LocalLink
      to={`${orders}/${number}`}
      className="figures py-1 text-cinnabar underline-offset-4 hover:underline"
    >
      {number}
    </LocalLink>
  )
}

function Part({ amount, word }: { amount: Fen; word: (amount: string) => string }) {
  return amount === 0 ? null : <span>{word(formatFen(amount))}</span>
}

const cell = 'border-b border-line py-2 pr-3 text-left align-top'
const figure = `${cell} figures whitespace-nowrap text-right`

/** On paper. */
export function LineTable({ lines }: { lines: ReadonlyArray<StatementLine> }) {
  const { columns, page, line: t } = useStaffMessages().settlements
  return (
    <WideTable label={page.lines} isPlain>
      <thead>
        <tr>
          {[t.time, t.kind, t.order].map((heading) => (
            <th key={heading} className={cell}>
              {heading}
            </th>
          ))}
          {[columns.items, columns.shipping, columns.fee, columns.net].map((heading) => (
            <th key={heading} className={figure}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr
            key={`${line.kind} ${line.orderNumber} ${line.occurredAt.toISOString()}`}
            className="break-inside-avoid"
          >
            <td className={`${cell} figures whitespace-nowrap`}>{shanghaiMinute(line.occurredAt)}</td>
            <td className={`${cell} whitespace-nowrap`}>{t.kinds[line.kind]}</td>
            <td className={`${cell} figures whitespace-nowrap`}>{line.orderNumber}</td>
            <td className={figure}>{formatFen(line.itemsFen)}</td>
            <td className={figure}>{formatFen(line.shippingFen)}</td>
            <td className={figure}>{formatFen(subtractFen(zeroFen, line.feeFen))}</td>
            <td className={figure}>{formatFen(line.netFen)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
