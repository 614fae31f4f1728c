import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findShopOrder } from '#app/domain/shipping/find-orders.server.ts'
import { isFrozenAtRisk } from '#app/domain/shipping/frozen-days.ts'
import { changeShopOrder } from '#app/domain/shipping/ship-forms.server.ts'
import { OrderAmounts, Recipient } from '#app/domain/shipping/ui/shop-order-facts.tsx'
import { ShopOrderRequests } from '#app/domain/shipping/ui/shop-order-requests.tsx'
import { ShopParcels } from '#app/domain/shipping/ui/shop-parcel.tsx'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { randomToken } from '#app/kernel/ids.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'ship-orders')
  const services = getServices()
  const locale = localeOf(new URL(request.url).pathname)
  const order = await findShopOrder(services, scope, locale, params.number ?? '')
  if (!order) throw new Response(null, { status: 404 })
  return {
    title: pageTitle(request, (t) => t.shipping.order.title(order.number)),
    desk: `/enterprise/${scope.slug}`,
    order,
    formKey: randomToken(),
    isFrozenAtRisk: isFrozenAtRisk(services.clock.now()),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'ship-orders')
  const answer = await changeShopOrder(getServices(), scope, params.number ?? '', await request.formData())
  if (answer.failure === 'not-found') throw new Response(null, { status: 404 })
  return data(answer, { status: answer.done || answer.phone ? 200 : 400 })
}

export default function Order() {
  const words = useStaffMessages()
  const t = words.shipping
  const { desk, order, formKey, isFrozenAtRisk } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeading
        title={t.order.title(order.number)}
        text={t.list.paidAt(shanghaiMinute(order.paidAt))}
        trail={[{ title: t.order.back, to: `${desk}/orders` }]}
        badges={<Badge tone="millet">{words.orders.status[order.status]}</Badge>}
      >
        <ButtonLink to={`${desk}/orders/print?order=${order.number}`} kind="secondary">
          {t.order.print}
        </ButtonLink>
      </PageHeading>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          {answer?.done ? (
            <Notice tone="success" role="status">
              <p>{t.done[answer.done]}</p>
              {answer.next === undefined ? null : <NextOrder number={answer.next} home={`${desk}/orders`} />}
            </Notice>
          ) : null}
          <Outcome failure={answer?.failure && t.failures[answer.failure]} />
          <ShopParcels order={order} answer={answer} formKey={formKey} isFrozenAtRisk={isFrozenAtRisk} />
        </div>
        <div className="grid min-w-0 gap-4">
          <ShopOrderRequests requests={order.requests} home={`${desk}/aftersales`} />
          <Recipient order={order} answer={answer} />
          <OrderAmounts order={order} />
        </div>
      </div>
    </>
  )
}

function NextOrder({ number, home }: { number: string | null; home: string }) {
  const t = useStaffMessages().shipping
  if (number === null) return <p>{t.allSent}</p>
  return (
    <p className="pt-2">
      <ButtonLink to={`${home}/${number}`}>{t.next(number)}</ButtonLink>
    </p>
  )
}
