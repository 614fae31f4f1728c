import { addFen, type Fen, subtractFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Money } from '#app/ui/money.tsx'
import type { PlanMonth } from '../sales-plan.ts'

type PlanTableProps = { months: ReadonlyArray<PlanMonth>; caption: string }

export function PlanTable({ months, caption }: PlanTableProps) {
  const t = useStaffMessages().plans
  const c = t.columns
  const sum = (of: (month: PlanMonth) => Fen) => addFen(...months.map(of))
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
            {[c.month, c.sales, c.signed, c.total, c.verified, c.claimed].map((title) => (
              <th key={title} scope="col" className="px-3 py-2 font-normal whitespace-nowrap first:text-left">
                {title}
              </th>
            ))}
          </tr>
        </thead>
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
      </table>
    </section>
  )
}

type RowProps = { title: string } & Pick<PlanMonth, 'salesFen' | 'signedFen' | 'totalFen' | 'verifiedFen'>

function Row({ title, salesFen, signedFen, totalFen, verifiedFen }: RowProps) {
  const amounts = [salesFen, signedFen, totalFen, verifiedFen, subtractFen(totalFen, verifiedFen)]
  return (
    <tr>
      <th scope="row" className="figures px-3 py-2 text-left font-medium whitespace-nowrap">
        {title}
      </th>
      {amounts.map((amount, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a row never move
        <td key={column} className="px-3 py-2 text-right">
          {amount === 0 ? (
            <span className="text-muted">—</span>
          ) : (
            <Money amount={amount} size="small" className={column === 2 ? '' : 'font-normal'} />
          )}
        </td>
      ))}
    </tr>
  )
}
