import { useDeadlineWord } from '#app/domain/staff/ui/use-deadline-word.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import type { ShopOrder } from '../shop-order.ts'

type Props = { requests: ShopOrder['requests']; home: string }

/** What the buyer asked after the sale; whoever packs sees it before the goods are gone. */
export function ShopOrderRequests({ requests, home }: Props) {
  const words = useStaffMessages()
  const kinds = words.orders.afterSale
  const t = words.afterSales.list
  const deadlineOf = useDeadlineWord()
  if (requests.length === 0) return null
  return (
    <CardSection id="requests" title={words.shipping.order.requests}>
      <ul className="grid gap-3">
        {requests.map(({ id, title, label, quantity, kind, isClosed, ...request }) => (
          <li key={id} className="grid gap-1 text-sm">
            <LocalLink
              to={`${home}/${id}`}
              className="py-1 font-medium text-cinnabar underline-offset-4 hover:underline"
            >
              {t.goods(title, label, quantity)}
            </LocalLink>
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={isClosed ? 'plain' : 'millet'}>{kinds.state[request.status]}</Badge>
              <span>{kinds.kinds[kind]}</span>
            </p>
            {isClosed ? null : <p className="figures text-muted">{deadlineOf(request)}</p>}
          </li>
        ))}
      </ul>
    </CardSection>
  )
}
