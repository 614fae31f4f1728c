import { shanghaiMinute } from '#app/kernel/clock.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Card, CardSection } from '#app/ui/card.tsx'
import { Amounts, type FactRow } from '#app/ui/facts.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import type { OrderGroupView } from '../order-view.ts'

export function OrderSums({ group }: { group: OrderGroupView }) {
  const t = useMessages().orders
  const rows: Array<FactRow> = [
    [t.items, formatFen(group.itemsFen)],
    [t.shipping, group.shippingFen === 0 ? t.free : formatFen(group.shippingFen)],
    [group.paidAt ? t.total : t.totalDue, formatFen(group.totalFen)],
  ]
  if (group.refundedFen > 0) rows.push([t.refundedTotal, formatFen(group.refundedFen)])
  if (group.method) rows.push([t.method, t.methods[group.method]])
  return (
    <Card>
      <Amounts rows={rows} />
    </Card>
  )
}

export function OrderDelivery({ group }: { group: OrderGroupView }) {
  const { delivery, note, invoice, token, askRefusal } = group
  const t = useMessages().orders
  return (
    <CardSection id="delivery" title={t.delivery}>
      <div className="grid gap-1 text-sm">
        <p lang="zh-CN">
          {delivery.recipient} <span className="figures text-muted">{delivery.maskedPhone}</span>
        </p>
        <p lang="zh-CN" className="text-muted">
          {delivery.address}
        </p>
        {note ? <p className="text-muted">{t.note(note)}</p> : null}
      </div>
      <h3 className="border-t border-line pt-3 text-sm font-medium">{t.invoice}</h3>
      {invoice ? (
        <div className="grid gap-1 text-sm text-muted">
          <p>
            {t.invoiceKinds[invoice.kind]} · {invoice.title}
          </p>
          <OrderInvoices group={group} />
        </div>
      ) : (
        <p className="text-sm text-muted">{t.invoiceNone}</p>
      )}
      {askRefusal === null ? (
        <LocalLink
          to={`/orders/${token}/invoice`}
          className="py-1 text-sm text-cinnabar underline-offset-4 hover:underline"
        >
          {invoice ? t.askInvoice.change : t.askInvoice.open}
        </LocalLink>
      ) : null}
    </CardSection>
  )
}

/** Each enterprise issues its own. Before the payment nobody was asked for one. */
function OrderInvoices({ group: { token, orders } }: { group: OrderGroupView }) {
  const t = useMessages().orders
  const asked = orders.filter((order) => order.invoice)
  if (asked.every((order) => order.invoice?.status !== 'issued')) return <p>{t.invoiceWaiting}</p>
  return (
    <ul className="grid gap-2">
      {asked.map(({ number, enterprise, invoice }) => (
        <li key={number}>
          <span className="block text-ink">{enterprise.name}</span>
          {invoice?.number ? (
            <>
              <span className="figures block break-all">{t.invoiceIssued(invoice.number)}</span>
              <LocalLink
                to={`/orders/${token}/invoices/${number}`}
                reloadDocument
                download
                className="inline-block py-1 text-cinnabar underline-offset-4 hover:underline"
              >
                {t.invoiceDownload}
              </LocalLink>
            </>
          ) : (
            t.invoiceRequested
          )}
        </li>
      ))}
    </ul>
  )
}

/** A refund is called done only when the provider said so (T39). */
export function OrderRefunds({ refunds }: Pick<OrderGroupView, 'refunds'>) {
  const t = useMessages().orders.refunds
  if (refunds.length === 0) return null
  return (
    <CardSection id="refunds" title={t.title}>
      <ul className="grid gap-3">
        {refunds.map((refund) => (
          <li key={refund.id} className="grid gap-1 text-sm">
            <p className="flex justify-between gap-3">
              <span>{t.reasons[refund.reason]}</span>
              <span className="figures font-medium">{formatFen(refund.amountFen)}</span>
            </p>
            <p className={refund.status === 'failed' ? 'text-berry' : 'text-muted'}>
              {refund.isByHand ? t.byHand : t.status[refund.status]}
            </p>
            <p className="figures text-xs text-muted">
              {shanghaiMinute(refund.settledAt ?? refund.createdAt)}
              {refund.shippingFen > 0 ? ` · ${t.shipping(formatFen(refund.shippingFen))}` : null}
            </p>
          </li>
        ))}
      </ul>
    </CardSection>
  )
}

export function OrderTimeline({ events }: Pick<OrderGroupView, 'events'>) {
  const t = useMessages().orders
  return (
    <CardSection id="timeline" title={t.timeline}>
      <ol className="grid gap-3 border-l border-line pl-4">
        {events.map((event) => (
          <li key={event.id} className="text-sm">
            <p>
              {t.events[event.kind]}
              {event.enterpriseName ? <span className="ml-2 text-muted">{event.enterpriseName}</span> : null}
            </p>
            {event.reason ? <p className="whitespace-pre-line text-muted">{event.reason}</p> : null}
            <time dateTime={event.at.toISOString()} className="figures text-xs text-muted">
              {shanghaiMinute(event.at)}
            </time>
          </li>
        ))}
      </ol>
    </CardSection>
  )
}
