import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeOrder, type OrderAnswer } from '#app/domain/orders/change-order.server.ts'
import { LineActions } from '#app/domain/orders/ui/line-actions.tsx'
import { OrderActions } from '#app/domain/orders/ui/order-actions.tsx'
import { OrderDelivery, OrderRefunds, OrderSums, OrderTimeline } from '#app/domain/orders/ui/order-facts.tsx'
import { OrderParcels } from '#app/domain/orders/ui/order-parcels.tsx'
import { OrderStatus } from '#app/domain/orders/ui/order-status.tsx'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { requireTurn } from '#app/platform/require-turn.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { ensureSession, findVisitor } from '#app/platform/session.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { requireGroupId, requireOrderGroup } from './require-order.server.ts'

export { personalMeta as meta, retryHeaders as headers } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const group = await requireOrderGroup(args, await findVisitor(args.request))
  return { title: pageTitle(args.request, (t) => t.orders.title(group.number)), group }
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args
  const groupId = await requireGroupId(args)
  await requireTurn('change-order:order', groupId)
  const form = await readForm(args)
  const { scope, headers } = await ensureSession(args)
  const answer = await changeOrder(getServices(), scope, groupId, form)
  if (answer.done !== 'bought-again') return data(answer, { headers })
  return redirect(localPath(localeOf(new URL(request.url).pathname), '/cart'), { headers })
}

export default function OrderPage() {
  const t = useMessages().orders
  const { group } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const sent = useSentWord(answer?.done)
  return (
    <div className="page">
      <PageHeading title={t.title(group.number)} text={t.placedAt(shanghaiMinute(group.placedAt))} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-8">
        <div className="grid min-w-0 content-start gap-4">
          {sent ? (
            <Notice tone="success" role="status">
              {sent}
            </Notice>
          ) : null}
          <OrderStatus group={group} />
          {group.orders.map((order) => (
            <OrderParcels
              key={order.number}
              order={order}
              actions={(line) => (
                <LineActions line={line} order={order} group={group} answer={answer?.line} />
              )}
            />
          ))}
          <OrderTimeline events={group.events} />
        </div>
        <div className="grid content-start gap-4">
          <OrderSums group={group} />
          <OrderRefunds refunds={group.refunds} />
          <OrderDelivery group={group} />
          <OrderActions group={group} failure={answer?.failure} />
        </div>
      </div>
    </div>
  )
}

/** What to say of something that was sent and is not to be seen on the page yet. */
function useSentWord(done: OrderAnswer['done']): string | undefined {
  const t = useMessages().orders
  const words: Partial<Record<NonNullable<typeof done>, string>> = {
    'after-sale': t.afterSale.sent,
    withdrawn: t.afterSale.withdrawn,
    replied: t.afterSale.replied,
    review: t.review.sent,
  }
  return done && words[done]
}
