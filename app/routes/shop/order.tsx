import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeOrder } from '#app/domain/orders/change-order.server.ts'
import { findOrderGroup } from '#app/domain/orders/order-views.server.ts'
import { LineActions } from '#app/domain/orders/ui/line-actions.tsx'
import { OrderActions } from '#app/domain/orders/ui/order-actions.tsx'
import { OrderDelivery, OrderRefunds, OrderSums, OrderTimeline } from '#app/domain/orders/ui/order-facts.tsx'
import { OrderParcels } from '#app/domain/orders/ui/order-parcels.tsx'
import { OrderStatus } from '#app/domain/orders/ui/order-status.tsx'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { ensureSession } from '#app/platform/session.server.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const group = await findOrderGroup(
    getServices(),
    params.token ?? '',
    localeOf(new URL(request.url).pathname),
  )
  if (!group) throw new Response(null, { status: 404 })
  return { title: pageTitle(request, (t) => t.orders.title(group.number)), group }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(new URL(request.url).pathname)
  const services = getServices()
  const group = await findOrderGroup(services, params.token ?? '', locale)
  if (!group) throw new Response(null, { status: 404 })
  const form = await request.formData()
  const { scope, headers } = await ensureSession(request)
  const answer = await changeOrder(services, scope, group.id, form)
  return answer.done === 'bought-again' ? redirect(localPath(locale, '/cart'), { headers }) : answer
}

export default function OrderPage() {
  const t = useMessages().orders
  const { group } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const sent =
    answer?.done === 'after-sale' ? t.afterSale.sent : answer?.done === 'review' ? t.review.sent : null
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
              actions={(line) => <LineActions line={line} order={order} answer={answer?.line} />}
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

export function ErrorBoundary() {
  return <ErrorPage />
}
