import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findShopOrders } from '#app/domain/shipping/find-orders.server.ts'
import { DeliverySheet, PickingSheet } from '#app/domain/shipping/ui/print-sheets.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { PrintButton } from '#app/ui/print-button.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

/** More than two pages of the list: whoever ships more prints twice. */
const most = 50

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'ship-orders')
  const services = getServices()
  const { pathname, searchParams } = new URL(request.url)
  const ticked = searchParams.getAll('order')
  const numbers = ticked.length > 0 ? ticked : (searchParams.get('page') ?? '').split(' ')
  const printable = numbers.slice(0, most).map((number) => number.replaceAll('\0', ''))
  return {
    title: pageTitle(request, (t) => t.shipping.print.title),
    enterprise: scope.name,
    at: services.clock.now(),
    orders: await findShopOrders(services, scope, localeOf(pathname), printable),
  }
}

export default function OrdersPrint() {
  const t = useStaffMessages().shipping.print
  const { enterprise, at, orders } = useLoaderData<typeof loader>()
  if (orders.length === 0) return <EmptyState title={t.none} text={t.noneText} />
  return (
    <>
      <div className="print:hidden">
        <PageHeading title={t.title} text={t.hint}>
          <PrintButton>{t.print}</PrintButton>
        </PageHeading>
      </div>
      <div className="grid gap-4 print:block">
        <PickingSheet orders={orders} at={at} />
        {orders.map((order) => (
          <DeliverySheet key={order.number} order={order} enterprise={enterprise} />
        ))}
      </div>
    </>
  )
}
