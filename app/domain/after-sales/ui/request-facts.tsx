import { useDeadlineWord } from '#app/domain/staff/ui/use-deadline-word.ts'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { Amounts, type FactRow } from '#app/ui/facts.tsx'
import type { RequestPage } from '../request-views.server.ts'

/** What is asked, with the photos at hand; `home` is the list's address. */
export function RequestFacts({ request, home }: { request: RequestPage; home: string }) {
  const words = useStaffMessages()
  const t = words.afterSales
  const kinds = words.orders.afterSale
  const deadlineOf = useDeadlineWord()
  return (
    <CardSection id="request" title={t.page.request}>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={request.isClosed ? 'plain' : 'millet'}>{kinds.state[request.status]}</Badge>
        {request.isOverdue ? <Badge tone="berry">{t.list.overdue}</Badge> : null}
        {request.isEscalated ? <Badge tone="jade">{t.list.escalated}</Badge> : null}
      </p>
      <p className="font-medium">{t.list.goods(request.title, request.label, request.quantity)}</p>
      <p className="text-sm">
        {kinds.kinds[request.kind]} · {kinds.reasons[request.reason]}
      </p>
      <p lang="zh-CN" className="whitespace-pre-line">
        {request.body}
      </p>
      <Photos keys={request.photos} at={`${home}/${request.id}/photos`} />
      <p className="figures text-sm text-muted">
        {t.list.asked(shanghaiMinute(request.createdAt))}
        {request.isClosed ? null : ` · ${deadlineOf(request)}`}
      </p>
    </CardSection>
  )
}

function Photos({ keys, at }: { keys: ReadonlyArray<string>; at: string }) {
  const t = useStaffMessages().afterSales.page
  if (keys.length === 0) return <p className="text-sm text-muted">{t.noPhotos}</p>
  return (
    <ul className="grid grid-cols-3 gap-2" aria-label={t.photos}>
      {keys.map((key, index) => (
        <li key={key}>
          <a href={`${at}/${key}-1200.webp`}>
            <img
              src={`${at}/${key}-480.webp`}
              alt={t.photo(index + 1)}
              width={480}
              height={480}
              loading="lazy"
              decoding="async"
              className="aspect-square w-full rounded-sm bg-paper object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What was answered, what the buyer says to it, and how the money stands. */
export function RequestHistory({ request }: { request: RequestPage }) {
  const words = useStaffMessages()
  const t = words.afterSales.page
  if (!request.answer) return null
  return (
    <CardSection id="history" title={t.history}>
      <p className="whitespace-pre-line">{t.answer(request.answer)}</p>
      {request.reply ? <p className="whitespace-pre-line font-medium">{t.reply(request.reply)}</p> : null}
      {request.refund ? (
        <p className="figures">
          {t.refund(formatFen(request.refund.amountFen))} ·{' '}
          {words.orders.refunds.status[request.refund.status]}
        </p>
      ) : null}
    </CardSection>
  )
}

export function RequestAmounts({ request }: { request: RequestPage }) {
  const t = useStaffMessages().afterSales.page
  const rows: ReadonlyArray<FactRow> = [
    [t.order, request.orderNumber],
    [t.enterprise, request.enterpriseName],
    [t.bought, String(request.bought)],
    [t.line, formatFen(request.lineFen)],
    [t.lineRefunded, formatFen(request.lineRefundedFen)],
    [t.orderTotal, formatFen(request.orderFen)],
    [t.orderRefunded, formatFen(request.orderRefundedFen)],
  ]
  return (
    <CardSection id="facts" title={t.facts}>
      <Amounts rows={rows} />
    </CardSection>
  )
}
