import { addFen, type Fen, subtractFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { AmountCell, Columns, WideTable } from '#app/ui/wide-table.tsx'
import type { PlanMonth } from '../sales-plan.ts'

type PlanTableProps = { months: ReadonlyArray<PlanMonth>; caption: string }

export function PlanTable({ months, caption }: PlanTableProps) {
  const t = useStaffMessages().plans
  const c = t.columns
  const sum = (of: (month: PlanMonth) => Fen) => addFen(...months.map(of))
  return (
    <WideTable label={caption}>
      <Columns texts={[c.month]} figures={[c.sales, c.signed, c.total, c.verified, c.claimed]} />
      <tbody className="divide-y divide-line">
        {months.map((month) => (
          <Row key={month.month} title={month.month} {...month} />
        ))}
      </tbody>
      <tfoot className="border-t-2 border-line-deep">
        <Row
          title={t.sum}
          salesFen={sum((month) => month.salesFen)}
          signedFen={sum((month) => month.signedFen)}
          totalFen={sum((month) => month.totalFen)}
          verifiedFen={sum((month) => month.verifiedFen)}
        />
      </tfoot>
    </WideTable>
  )
}

type RowProps = { title: string } & Pick<PlanMonth, 'salesFen' | 'signedFen' | 'totalFen' | 'verifiedFen'>

function Row({ title, salesFen, signedFen, totalFen, verifiedFen }: RowProps) {
  return (
    <tr>
      <th scope="row" className="figures px-3 py-2 text-left font-medium whitespace-nowrap">
        {title}
      </th>
      <AmountCell amount={salesFen} />
      <AmountCell amount={signedFen} />
      <AmountCell amount={totalFen} isMain />
      <AmountCell amount={verifiedFen} />
      <AmountCell amount={subtractFen(totalFen, verifiedFen)} />
    </tr>
  )
}
