import { useDeadlineWord } from '#app/domain/staff/ui/use-deadline-word.ts'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { RowList } from '#app/ui/row-list.tsx'
import type { RequestItem, RequestStand } from '../request-views.server.ts'

type RequestListProps = {
  requests: ReadonlyArray<RequestItem>
  stand: RequestStand
  home: string
  /** For the organizers, who have those of all. */
  hasEnterprises?: boolean
}

export function RequestList({ requests, stand, home, hasEnterprises = false }: RequestListProps) {
  const t = useStaffMessages().afterSales.list
  if (requests.length === 0)
    return stand === 'open' ? (
      <EmptyState title={t.none} text={t.noneText} />
    ) : (
      <EmptyState title={t.noneClosed} />
    )
  return (
    <RowList label={t.title}>
      {requests.map((request) => (
        <li key={request.id} className="px-4 py-3">
          <Item request={request} to={`${home}/${request.id}`} isOpen={stand === 'open'} />
          {hasEnterprises ? <p className="text-sm text-muted">{request.enterpriseName}</p> : null}
        </li>
      ))}
    </RowList>
  )
}

function Item({ request, to, isOpen }: { request: RequestItem; to: string; isOpen: boolean }) {
  const words = useStaffMessages()
  const t = words.afterSales.list
  const kinds = words.orders.afterSale
  const deadlineOf = useDeadlineWord()
  return (
    <div className="grid gap-1 text-sm">
      <LocalLink
        to={to}
        className="py-1 text-base font-medium text-cinnabar underline-offset-4 hover:underline"
      >
        {t.goods(request.title, request.label, request.quantity)}
      </LocalLink>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={isOpen ? 'millet' : 'plain'}>{kinds.state[request.status]}</Badge>
        {request.isOverdue ? <Badge tone="berry">{t.overdue}</Badge> : null}
        {request.isEscalated ? <Badge tone="berry">{t.escalated}</Badge> : null}
        <span>
          {kinds.kinds[request.kind]} · {kinds.reasons[request.reason]}
        </span>
      </p>
      <p className="figures flex flex-wrap gap-x-4 text-muted">
        <span>{request.orderNumber}</span>
        <span>{t.asked(shanghaiMinute(request.createdAt))}</span>
        {isOpen ? <span>{deadlineOf(request)}</span> : null}
      </p>
    </div>
  )
}
