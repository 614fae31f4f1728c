import { shanghaiMinute } from '#app/kernel/clock.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { GroupStatus } from '../lifecycle.ts'
import type { OrderGroupView, OrderView } from '../order-view.ts'

const tones: Record<GroupStatus, 'millet' | 'grass' | 'plain' | 'jade' | 'berry'> = {
  'awaiting-payment': 'millet',
  paid: 'grass',
  expired: 'plain',
  cancelled: 'plain',
  'paid-after-release': 'millet',
  refunding: 'jade',
  refunded: 'jade',
  quarantined: 'berry',
}

export function StatusBadge({ status }: { status: GroupStatus }) {
  const t = useMessages().orders
  return <Badge tone={tones[status]}>{t.groupStatus[status]}</Badge>
}

/** How the order stands, in words, and the one thing to do about it. */
export function OrderStatus({ group }: { group: OrderGroupView }) {
  const t = useMessages().orders
  const isUnpaid = group.status === 'awaiting-payment'
  return (
    <Card as="section" labelledBy="status" className="grid gap-3">
      <h2 id="status" className="flex flex-wrap items-center gap-3 text-lg font-medium">
        {t.groupStatus[group.status]}
        {isUnpaid ? (
          <span className="figures font-normal text-cinnabar">{formatFen(group.totalFen)}</span>
        ) : null}
      </h2>
      <p className="text-sm text-muted">{textOf(group, t.statusText)}</p>
      {isUnpaid ? (
        <div className="flex flex-wrap items-center gap-4">
          <ButtonLink to={`/checkout/${group.token}/pay`} size="large">
            {t.pay}
          </ButtonLink>
          <p className="figures text-sm text-muted">{t.payBefore(shanghaiMinute(group.expiresAt))}</p>
        </div>
      ) : null}
      {group.isGuest ? <p className="border-t border-line pt-3 text-sm text-muted">{t.guestHint}</p> : null}
    </Card>
  )
}

type Words = ReturnType<typeof useMessages>['orders']['statusText']

const onTheWay: ReadonlyArray<OrderView['status']> = ['partly-shipped', 'shipped', 'completed']

/** A paid order goes on: its goods leave, and arrive. */
function textOf({ status, orders }: OrderGroupView, words: Words): string {
  if (status !== 'paid') return words[status]
  if (orders.every((order) => order.status === 'completed')) return words.arrived
  return orders.some((order) => onTheWay.includes(order.status)) ? words.underWay : words.paid
}
