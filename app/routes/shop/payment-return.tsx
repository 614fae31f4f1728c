import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Confirming, Paid, PaymentPanel } from '#app/domain/checkout/ui/payment-panel.tsx'
import { Steps } from '#app/domain/checkout/ui/steps.tsx'
import { type Settled, settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { requireGroupId, requireOrderGroup } from './require-order.server.ts'

export { personalMeta as meta, retryHeaders as headers } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

/**
 * Back from the provider. What the address says is not believed: settling asks the provider, and does nothing that
 * the webhook would not do as well, so that this GET may be repeated as often as anybody likes (T20). Of one who repeats
 * it without end the provider is not asked: webhook and sweep come all the same.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { request } = args
  const services = getServices()
  const groupId = await requireGroupId(args)
  const mayAsk = await services.limits.take('return:order', groupId)
  const settled = mayAsk.ok ? await settleGroup(services, groupId) : 'confirming'
  const group = await requireOrderGroup(args)
  if (group.status !== 'awaiting-payment' && group.status !== 'paid')
    throw redirect(localPath(localeOf(new URL(request.url).pathname), `/orders/${group.token}`))
  const outcome = group.status === 'paid' ? 'paid' : outcomes[settled]
  return { title: pageTitle(request, (t) => t.checkout.pay.title), group, outcome, now: services.clock.now() }
}

/** What it means to the shopper that the money is not there. */
const outcomes = {
  none: 'left',
  open: 'left',
  confirming: 'confirming',
  'not-paid': 'failed',
  // The provider says so, and the order's own page is about to.
  paid: 'confirming',
} as const satisfies Record<Settled, string>

export default function PaymentReturn() {
  const t = useMessages().checkout.pay
  const { group, outcome, now } = useLoaderData<typeof loader>()
  const title = outcome === 'paid' ? t.paid : outcome === 'confirming' ? t.confirming : t.notPaid
  return (
    <div className="page max-w-text">
      <Steps current={outcome === 'paid' ? 'done' : 'pay'} />
      <PageHeading title={title} />
      {outcome === 'paid' ? <Paid group={group} /> : null}
      {outcome === 'confirming' ? <Confirming token={group.token} /> : null}
      {outcome === 'left' || outcome === 'failed' ? (
        <PaymentPanel group={group} now={now} failure={undefined}>
          <p className="text-muted">{outcome === 'failed' ? t.failed : t.notPaidText}</p>
        </PaymentPanel>
      ) : null}
    </div>
  )
}
