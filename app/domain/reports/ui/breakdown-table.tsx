import { addFen, type Fen, zeroFen } from '#app/kernel/money.ts'
import { percentOf } from '#app/kernel/percent.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { type BreakdownRow, nameOfRow } from '../breakdown.ts'

type BreakdownTableProps = {
  rows: ReadonlyArray<BreakdownRow>
  caption: string
  /** Heading of the column of what it is compared with; null without. */
  before: string | null
  /** Where the entries of a row are; null where they are not listed by it. */
  entriesOf(row: BreakdownRow): string | null
}

/** The table behind each chart: every total leads to its entries. */
export function BreakdownTable({ rows, caption, before, entriesOf }: BreakdownTableProps) {
  const words = useStaffMessages().analysis
  const c = words.columns
  const hasTargets = rows.some(({ targetFen }) => targetFen !== null)
  const headings = [c.entries, c.sales, c.signed, c.total, c.verified]
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-md border border-line bg-card"
    >
      <table className="w-full text-sm">
        <thead className="text-right text-muted">
          <tr>
            <Heading isFirst>{c.name}</Heading>
            {headings.map((heading) => (
              <Heading key={heading}>{heading}</Heading>
            ))}
            {before === null ? null : <Heading>{before}</Heading>}
            {hasTargets ? <Heading>{c.target}</Heading> : null}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <Row
              key={row.key ?? 'rest'}
              row={row}
              to={entriesOf(row)}
              hasBefore={before !== null}
              hasTargets={hasTargets}
            />
          ))}
        </tbody>
        <Sums rows={rows} hasBefore={before !== null} hasTargets={hasTargets} />
      </table>
    </section>
  )
}

function Heading({ isFirst = false, children }: { isFirst?: boolean; children: string }) {
  return (
    <th scope="col" className={`px-3 py-2 font-normal whitespace-nowrap ${isFirst ? 'text-left' : ''}`}>
      {children}
    </th>
  )
}

type RowProps = { row: BreakdownRow; to: string | null; hasBefore: boolean; hasTargets: boolean }

function Row({ row, to, hasBefore, hasTargets }: RowProps) {
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
      <td className="figures px-3 py-2 text-right whitespace-nowrap">{row.entries.toLocaleString('en')}</td>
      <Amount amount={row.salesFen} />
      <Amount amount={row.signedFen} />
      <Amount amount={row.totalFen} isMain />
      <Amount amount={row.verifiedFen} />
      {hasBefore ? <Amount amount={row.beforeFen} /> : null}
      {hasTargets ? <Target row={row} /> : null}
    </tr>
  )
}

function Amount({ amount, isMain = false }: { amount: Fen | null; isMain?: boolean }) {
  return (
    <td className="px-3 py-2 text-right">
      {amount === null || amount === 0 ? (
        <span className="text-muted">—</span>
      ) : (
        <Money amount={amount} size="small" className={isMain ? '' : 'font-normal'} />
      )}
    </td>
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
        <td className="figures px-3 py-2 text-right whitespace-nowrap">
          {rows.reduce((total, { entries }) => total + entries, 0).toLocaleString('en')}
        </td>
        <Amount amount={sum((row) => row.salesFen)} />
        <Amount amount={sum((row) => row.signedFen)} />
        <Amount amount={sum((row) => row.totalFen)} isMain />
        <Amount amount={sum((row) => row.verifiedFen)} />
        {hasBefore ? <Amount amount={sum((row) => row.beforeFen)} /> : null}
        {hasTargets ? <td /> : null}
      </tr>
    </tfoot>
  )
}
