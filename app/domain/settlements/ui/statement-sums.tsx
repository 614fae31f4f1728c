import { formatFen, subtractFen, zeroFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import type { StatementSums as Sums } from '../statement.ts'

/** What adds up to the net, and what is taken off with its sign. */
export function StatementSums({ sums, hasNet = false }: { sums: Sums; hasNet?: boolean }) {
  const { columns, negative } = useStaffMessages().settlements
  const parts = [
    [columns.items, sums.itemsFen],
    [columns.shipping, sums.shippingFen],
    [columns.refunds, subtractFen(zeroFen, sums.refundsFen)],
    [columns.fee, subtractFen(zeroFen, sums.feeFen)],
  ] as const
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-sm sm:grid-cols-4 print:grid-cols-5">
      {parts.map(([term, amount]) => (
        <div key={term}>
          <dt className="text-muted">{term}</dt>
          <dd className="figures">{formatFen(amount)}</dd>
        </div>
      ))}
      {hasNet ? (
        <div className="col-span-2 border-t border-line pt-2 sm:col-span-4 print:col-span-1 print:border-0 print:pt-0">
          <dt className="text-muted">{sums.netFen < 0 ? negative : columns.net}</dt>
          <dd className="figures text-xl font-medium">{formatFen(sums.netFen)}</dd>
        </div>
      ) : null}
    </dl>
  )
}
