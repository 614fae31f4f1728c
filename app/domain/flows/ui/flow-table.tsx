import { addFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { AmountCell, Columns, CountCell, WideTable } from '#app/ui/wide-table.tsx'
import type { Flow } from '../flow.ts'

type FlowTableProps = { rows: ReadonlyArray<Flow>; entriesOf(flow: Flow): string }

/** The figures behind the ribbons: each leads to its entries. */
export function FlowTable({ rows, entriesOf }: FlowTableProps) {
  const t = useStaffMessages().flows
  const c = t.columns
  return (
    <WideTable label={t.table}>
      <Columns
        texts={[c.district, c.division, c.pair]}
        figures={[c.entries, c.sales, c.signed, c.total, c.verified]}
      />
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
    </WideTable>
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
      <CountCell count={entries} />
      <AmountCell amount={salesFen} />
      <AmountCell amount={signedFen} />
      <AmountCell amount={totalFen} isMain />
      <AmountCell amount={verifiedFen} />
    </>
  )
}
