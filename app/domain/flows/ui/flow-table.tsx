import { addFen, type Fen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import type { Flow } from '../flow.ts'

type FlowTableProps = { rows: ReadonlyArray<Flow>; entriesOf(flow: Flow): string }

/** The figures behind the ribbons: each leads to its entries. */
export function FlowTable({ rows, entriesOf }: FlowTableProps) {
  const t = useStaffMessages().flows
  const c = t.columns
  return (
    <section
      aria-label={t.table}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-md border border-line bg-card"
    >
      <table className="w-full text-sm">
        <thead className="text-muted">
          <tr>
            {[c.district, c.division, c.pair].map((title) => (
              <th key={title} scope="col" className="px-3 py-2 text-left font-normal whitespace-nowrap">
                {title}
              </th>
            ))}
            {[c.entries, c.sales, c.signed, c.total, c.verified].map((title) => (
              <th key={title} scope="col" className="px-3 py-2 text-right font-normal whitespace-nowrap">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((flow) => (
            <Row key={`${flow.districtCode}:${flow.divisionCode}`} flow={flow} to={entriesOf(flow)} />
          ))}
        </tbody>
        <tfoot className="border-t-2 border-line-deep">
          <tr>
            <th scope="row" colSpan={3} className="px-3 py-2 text-left font-medium">
              {t.sum}
            </th>
            <Figures
              entries={rows.reduce((total, { entries }) => total + entries, 0)}
              salesFen={addFen(...rows.map(({ salesFen }) => salesFen))}
              signedFen={addFen(...rows.map(({ signedFen }) => signedFen))}
              totalFen={addFen(...rows.map(({ totalFen }) => totalFen))}
              verifiedFen={addFen(...rows.map(({ verifiedFen }) => verifiedFen))}
            />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function Row({ flow, to }: { flow: Flow; to: string }) {
  const t = useStaffMessages().flows
  return (
    <tr>
      <th scope="row" className="px-3 py-2 text-left font-medium whitespace-nowrap">
        <LocalLink
          to={to}
          aria-label={t.toEntries(flow.district, flow.division)}
          className="hover:text-cinnabar"
        >
          {flow.district}
        </LocalLink>
      </th>
      <td className="px-3 py-2 whitespace-nowrap">{flow.division}</td>
      <td className="px-3 py-2">{flow.isPaired ? <Badge tone="millet">{t.paired}</Badge> : '—'}</td>
      <Figures {...flow} />
    </tr>
  )
}

type FiguresProps = Pick<Flow, 'entries' | 'salesFen' | 'signedFen' | 'totalFen' | 'verifiedFen'>

function Figures({ entries, salesFen, signedFen, totalFen, verifiedFen }: FiguresProps) {
  return (
    <>
      <td className="figures px-3 py-2 text-right">{entries.toLocaleString('en')}</td>
      <Amount amount={salesFen} />
      <Amount amount={signedFen} />
      <Amount amount={totalFen} isMain />
      <Amount amount={verifiedFen} />
    </>
  )
}

function Amount({ amount, isMain = false }: { amount: Fen; isMain?: boolean }) {
  return (
    <td className="px-3 py-2 text-right">
      {amount === 0 ? (
        <span className="text-muted">—</span>
      ) : (
        <Money amount={amount} size="small" className={isMain ? '' : 'font-normal'} />
      )}
    </td>
  )
}
