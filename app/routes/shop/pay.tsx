import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PaymentPanel } from '#app/domain/checkout/ui/payment-panel.tsx'
import { Steps } from '#app/domain/checkout/ui/steps.tsx'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { requireTurn } from '#app/platform/require-turn.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { requireGroupId, requireOrderGroup } from './require-order.server.ts'

export { personalMeta as meta, retryHeaders as headers } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

/** An order that is paid, or can no longer be, has its own page. */
export async function loader(args: LoaderFunctionArgs) {
  const { request } = args
  const locale = localeOf(new URL(request.url).pathname)
  const group = await requireOrderGroup(args)
  if (group.status !== 'awaiting-payment') throw redirect(localPath(locale, `/orders/${group.token}`))
  const title = pageTitle(request, (t) => t.checkout.pay.title)
  return { title, group, now: getServices().clock.now() }
}

/** Opens a payment at the provider, or finds the one that is open, and leads there. */
export async function action(args: ActionFunctionArgs) {
  const groupId = await requireGroupId(args)
  await requireTurn('pay:order', groupId)
  const opened = await openPayment(getServices(), groupId)
  if (opened.ok) return redirect(opened.value.url, 303)
  return data({ failure: opened.code }, { status: opened.code === 'unavailable' ? 503 : 409 })
}

export default function PayPage() {
  const t = useMessages().checkout.pay
  const { group, now } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="page max-w-text">
      <Steps current="pay" />
      <PageHeading title={t.title} />
      <PaymentPanel group={group} now={now} failure={answer?.failure} />
    </div>
  )
}
