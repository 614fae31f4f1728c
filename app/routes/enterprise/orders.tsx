import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData, useLocation } from '@remix-run/react'
import { isFrozenAtRisk } from '#app/domain/shipping/frozen-days.ts'
import { listShopOrders } from '#app/domain/shipping/list-orders.server.ts'
import { isPlain, type OrderFilter, readOrderFilter } from '#app/domain/shipping/order-filter.ts'
import { FrozenNotice } from '#app/domain/shipping/ui/frozen-notice.tsx'
import { OrderFilterForm } from '#app/domain/shipping/ui/order-filter-form.tsx'
import { ShopOrderList } from '#app/domain/shipping/ui/shop-order-list.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useLocale } from '#app/ui/use-locale.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'ship-orders')
  const { pathname, searchParams } = new URL(request.url)
  const filter = readOrderFilter(searchParams)
  const after = searchParams.get('after')
  const services = getServices()
  const orders = await listShopOrders(services, scope, localeOf(pathname), filter, after)
  const hasFrozen = orders.items.some(({ unsent }) => unsent.includes('frozen'))
  const warnsOfFrozen = hasFrozen && isFrozenAtRisk(services.clock.now())
  const title = pageTitle(request, (t) => t.shipping.list.title)
  return { title, home: `/enterprise/${scope.slug}/orders`, filter, orders, warnsOfFrozen }
}

const printForm = 'print'

export default function Orders() {
  const t = useStaffMessages().shipping.list
  const { home, filter, orders, warnsOfFrozen } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.title}>
        <div className="flex flex-wrap items-center gap-4">
          <ExportForm action={`${home}/orders.csv`} />
          <ButtonLink to={`${home}/file`} kind="secondary">
            {t.file}
          </ButtonLink>
        </div>
      </PageHeading>
      <div className="grid gap-4">
        <OrderFilterForm filter={filter} />
        {warnsOfFrozen ? <FrozenNotice /> : null}
        {orders.items.length > 0 ? (
          <>
            <ShopOrderList orders={orders.items} home={home} printForm={printForm} />
            <PrintForm home={home} filter={filter} numbers={orders.items.map((order) => order.number)} />
          </>
        ) : (
          <EmptyState
            title={isPlain(filter) ? t.none : t.nothingFound}
            text={isPlain(filter) ? t.noneText : t.nothingFoundText}
          />
        )}
        <PageTurner next={orders.next} />
      </div>
    </>
  )
}

/** The browser fetches the file, and stays on the page. */
function ExportForm({ action }: { action: string }) {
  const t = useStaffMessages().shipping.list
  return (
    <Form method="post" action={localPath(useLocale(), action) + useLocation().search} reloadDocument>
      <Button kind="quiet">{t.export}</Button>
    </Form>
  )
}

type PrintFormProps = { home: string; filter: OrderFilter; numbers: ReadonlyArray<string> }

/** The ticked orders; without a tick, those of this page to print, and for waybills all that the list shows. */
function PrintForm({ home, filter, numbers }: PrintFormProps) {
  const t = useStaffMessages().shipping.list
  const locale = useLocale()
  const typed = filter.number || filter.word
  return (
    <Form id={printForm} action={localPath(locale, `${home}/print`)} className="grid gap-2">
      <input type="hidden" name="page" value={numbers.join(' ')} />
      {filter.storage ? <input type="hidden" name="storage" value={filter.storage} /> : null}
      {typed ? <input type="hidden" name="q" value={typed} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button kind="secondary">{t.print}</Button>
        <Button kind="secondary" formAction={localPath(locale, `${home}/waybills`)}>
          {t.waybills}
        </Button>
      </div>
      <p className="text-xs text-muted">
        {t.printHint} {t.waybillsHint}
      </p>
    </Form>
  )
}
