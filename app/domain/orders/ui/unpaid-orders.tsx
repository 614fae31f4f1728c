import { shanghaiMinute } from '#app/kernel/clock.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { UnpaidOrder } from '../list-unpaid.server.ts'

/** Above the cart: the way back to a payment that was left. */
export function UnpaidOrders({ orders }: { orders: ReadonlyArray<UnpaidOrder> }) {
  const t = useMessages().orders
  if (orders.length === 0) return null
  return (
    <div className="grid gap-4 pb-4">
      {orders.map(({ number, token, totalFen, expiresAt }) => (
        <Notice key={number} tone="warning">
          <p className="figures">
            {t.unpaid(number, formatFen(totalFen), shanghaiMinute(expiresAt).slice(11))}{' '}
            <LocalLink
              to={`/checkout/${token}/pay`}
              className="font-medium text-cinnabar underline underline-offset-4"
            >
              {t.pay}
            </LocalLink>
          </p>
        </Notice>
      ))}
    </div>
  )
}
