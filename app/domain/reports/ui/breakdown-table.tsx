import { addFen, type Fen, zeroFen } from '#app/kernel/money.ts'
import { percentOf } from '#app/kernel/percent.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { AmountCell, Columns, CountCell, WideTable } from '#app/ui/wide-table.tsx'
import { type BreakdownRow, nameOfRow } from '../breakdown.ts'

type BreakdownTableProps = {
  rows: ReadonlyArray<BreakdownRow>
  caption: string
  /** Heading of the column of what it is compared with; null without. */
  before: string | null
  /** Where the entries of a row are, or the verified ones of it; null where they are not listed by it. */
  entriesOf(row: BreakdownRow, state?: 'verified'): string | null
}

/** The table behind each chart: every total leads to its entries. */
export function BreakdownTable({ rows, caption, before, entriesOf }: BreakdownTableProps) {
  const words = useStaffMessages().analysis
  const c = words.columns
  const hasTargets = rows.some(({ targetFen }) => targetFen !== null)
  const compared = [...(before === null ? [] : [before]), ...(hasTargets ? [c.target] : [])]
  const headings = [c.entries, c.sales, c.signed, c.total, c.verified, ...compared]
  return (
    <WideTable label={caption}>
      <Columns texts={[c.name]} figures={headings} />
      <tbody className="divide-y divide-line">
        {rows.map((row) => (
          <Row
            key={row.key ?? 'rest'}
            row={row}
            to={entriesOf(row)}
            toVerified={entriesOf(row, 'verified')}
            hasBefore={before !== null}
            hasTargets={hasTargets}
          />
        ))}
      </tbody>
      <Sums rows={rows} hasBefore={before !== null} hasTargets={hasTargets} />
    </WideTable>
  )
}

type RowProps = {
  row: BreakdownRow
  to: string | null
  toVerified: string | null
  hasBefore: boolean
  hasTargets: boolean
}

function Row({ row, to, toVerified, hasBefore, hasTargets }: RowProps) {
  const words = useStaffMessages()
  const name = nameOfRow(row, words)
  return (
    <tr>
      <th scope="row" className="min-w-32 px-3 py-2 text-left font-medium">
        {to ? (
          <LocalLink to={to} aria-label={words.analysis.toEntries(name)} className="hover:text-cinnabar">
            {name}
          </LocalLink>
        ) : (
          name
        )}
      </th>
      <CountCell count={row.entries} />
      <AmountCell amount={row.salesFen} />
      <AmountCell amount={row.signedFen} />
      <AmountCell amount={row.totalFen} isMain />
      <AmountCell
        amount={row.verifiedFen}
        link={toVerified === null ? null : { to: toVerified, label: words.analysis.toVerified(name) }}
      />
      {hasBefore ? <AmountCell amount={row.beforeFen} /> : null}
      {hasTargets ? <Target row={row} /> : null}
    </tr>
  )
}

function Target({ row: { targetFen, totalFen } }: { row: BreakdownRow }) {
  const t = useStaffMessages().analysis.columns
  if (targetFen === null) return <td className="px-3 py-2 text-right text-muted">—</td>
  const percent = percentOf(totalFen, targetFen) ?? 0
  return (
    <td className="figures px-3 py-2 text-right whitespace-nowrap">
      <Money amount={targetFen} size="small" className="font-normal" /> · {t.reached(percent)}
    </td>
  )
}

function Sums({
  rows,
  hasBefore,
  hasTargets,
}: Pick<RowProps, 'hasBefore' | 'hasTargets'> & { rows: ReadonlyArray<BreakdownRow> }) {
  const t = useStaffMessages().analysis
  const sum = (of: (row: BreakdownRow) => Fen | null) => addFen(...rows.map((row) => of(row) ?? zeroFen))
  return (
    <tfoot className="border-t-2 border-line-deep">
      <tr>
        <th scope="row" className="px-3 py-2 text-left font-medium">
          {t.sum}
        </th>
        <CountCell count={rows.reduce((total, { entries }) => total + entries, 0)} />
        <AmountCell amount={sum((row) => row.salesFen)} />
        <AmountCell amount={sum((row) => row.signedFen)} />
        <AmountCell amount={sum((row) => row.totalFen)} isMain />
        <AmountCell amount={sum((row) => row.verifiedFen)} />
        {hasBefore ? <AmountCell amount={sum((row) => row.beforeFen)} /> : null}
        {hasTargets ? <td /> : null}
      </tr>
    </tfoot>
  )
}
