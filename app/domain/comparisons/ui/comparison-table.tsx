import type { ReactNode } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { WideTable } from '#app/ui/wide-table.tsx'
import {
  type ComparedFair,
  type ComparedRow,
  type Comparison,
  figureRows,
  measuresOf,
} from '../comparison.ts'

/** Each fair a column; on a phone the table scrolls within itself. */
export function ComparisonTable({ fairs, channels, divisions, days }: Comparison) {
  const { comparisons: t, reports, fairs: fairWords } = useStaffMessages()
  const channelWords: Record<string, string> = reports.channels
  const columns = fairs.length + 1
  const rowWords: Record<string, string> = t.rows
  return (
    <WideTable label={t.title}>
      <Heads fairs={fairs} />
      <AmountRows
        title={t.figures}
        columns={columns}
        rows={figureRows(fairs).map((row) => ({ ...row, name: rowWords[row.key] ?? row.name }))}
      />
      <tbody>
        <Line title={t.printed}>
          {fairs.map((fair) => (
            <td key={fair.slug} className="min-w-40 px-3 py-2 align-top">
              <Printed fair={fair} />
            </td>
          ))}
        </Line>
      </tbody>
      <AmountRows
        title={t.channels}
        columns={columns}
        rows={channels.map((row) => ({ ...row, name: channelWords[row.name] ?? row.name }))}
      />
      <AmountRows title={t.divisions} columns={columns} rows={divisions} />
      <AmountRows
        title={t.days}
        columns={columns}
        rows={days.map((row) => ({ ...row, name: t.day(Number(row.key)) }))}
      />
      <tbody className="divide-y divide-line">
        <Group title={t.counts} columns={columns} />
        {measuresOf(fairs).map((kind) => (
          <Line key={kind} title={fairWords.measures[kind]}>
            {fairs.map((fair) => (
              <Count key={fair.slug} value={fair.measures[kind]} />
            ))}
          </Line>
        ))}
        <Line title={t.rows.exhibitors}>
          {fairs.map((fair) => (
            <Count key={fair.slug} value={fair.exhibitors || undefined} />
          ))}
        </Line>
      </tbody>
    </WideTable>
  )
}

function Heads({ fairs }: Pick<Comparison, 'fairs'>) {
  const { common } = useStaffMessages()
  return (
    <thead>
      <tr className="align-top">
        <td className="px-3 py-3" />
        {fairs.map((fair) => (
          <th key={fair.slug} scope="col" className="min-w-40 px-3 py-3 text-right font-medium">
            <LocalLink to={`/organizer/exhibitions/${fair.slug}`} className="hover:text-cinnabar">
              {fair.name}
            </LocalLink>
            <span className="figures block text-xs font-normal text-muted">
              {fair.isMonthOnly ? fair.startsOn.slice(0, 7) : `${fair.startsOn} – ${fair.endsOn}`}
            </span>
            {fair.isDemonstration ? <Badge tone="millet">{common.demonstration}</Badge> : null}
          </th>
        ))}
      </tr>
    </thead>
  )
}

type AmountRowsProps = { title: string; columns: number; rows: ReadonlyArray<ComparedRow> }

function AmountRows({ title, columns, rows }: AmountRowsProps) {
  const t = useStaffMessages().comparisons
  return (
    <tbody className="divide-y divide-line">
      <Group title={title} columns={columns} />
      {rows.map((row) => (
        <Line key={row.key} title={row.name}>
          {row.amounts.map((amount, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a row never move
            <td key={column} className="px-3 py-2 text-right">
              {amount ? (
                <Money amount={amount} size="small" className="font-normal" />
              ) : (
                <span className="text-muted">{amount === null ? t.notRecorded : t.none}</span>
              )}
            </td>
          ))}
        </Line>
      ))}
    </tbody>
  )
}

function Group({ title, columns }: { title: string; columns: number }) {
  return (
    <tr className="bg-paper">
      <th scope="rowgroup" colSpan={columns} className="px-3 py-2 text-left text-xs font-medium text-muted">
        {title}
      </th>
    </tr>
  )
}

function Line({ title, children }: { title: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row" className="px-3 py-2 text-left align-top font-normal whitespace-nowrap">
        {title}
      </th>
      {children}
    </tr>
  )
}

function Count({ value }: { value: number | undefined }) {
  const t = useStaffMessages().comparisons
  return <td className="figures px-3 py-2 text-right">{value?.toLocaleString('en') ?? t.none}</td>
}

function Printed({ fair }: { fair: ComparedFair }) {
  const t = useStaffMessages().comparisons
  if (fair.printed.length === 0) return <p className="text-right text-muted">{t.none}</p>
  return (
    <dl className="grid gap-2 text-right">
      {fair.printed.map(({ label, text }) => (
        <div key={label}>
          <dt className="text-xs text-muted">{label}</dt>
          <dd className="font-medium">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
