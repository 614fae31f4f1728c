import { shanghaiMinute } from '#app/kernel/clock.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { type GroupStanding, standingOf } from '../lifecycle.ts'
import type { OrderGroupView } from '../order-view.ts'

const tones: Record<GroupStanding, 'millet' | 'grass' | 'plain' | 'jade' | 'berry'> = {
  'awaiting-payment': 'millet',
  paid: 'grass',
  'under-way': 'jade',
  arrived: 'plain',
  owed: 'berry',
  expired: 'plain',
  cancelled: 'plain',
  'paid-after-release': 'millet',
  refunding: 'jade',
  refunded: 'jade',
  quarantined: 'berry',
}

export function StandingBadge({ standing }: { standing: GroupStanding }) {
  const t = useMessages().orders
  return <Badge tone={tones[standing]}>{t.groupStatus[standing]}</Badge>
}

/** How the order stands, in words, and the one thing to do about it. */
export function OrderStatus({ group }: { group: OrderGroupView }) {
  const t = useMessages().orders
  const standing = standingOf(
    group.status,
    group.orders.map(({ status }) => status),
  )
  const isUnpaid = group.status === 'awaiting-payment'
  return (
    <Card as="section" labelledBy="status" className="grid gap-3">
      <h2 id="status" className="flex flex-wrap items-center gap-3 text-lg font-medium">
        {t.groupStatus[standing]}
        {isUnpaid ? (
          <span className="figures font-normal text-cinnabar">{formatFen(group.totalFen)}</span>
        ) : null}
      </h2>
      <p className="text-sm text-muted">{t.statusText[standing]}</p>
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
