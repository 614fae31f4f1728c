import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOrderGroups } from '#app/domain/orders/order-views.server.ts'
import { OrderList } from '#app/domain/orders/ui/order-list.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireShopper } from '#app/platform/session.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireShopper(request)
  const { pathname, searchParams } = new URL(request.url)
  const after = searchParams.get('after')
  const page = await listOrderGroups(getServices(), scope, after, localeOf(pathname))
  return { title: pageTitle(request, (t) => t.account.orders.title), ...page, isFirst: after === null }
}

export default function OrdersPage() {
  const t = useMessages().account.orders
  const { items, next, isFirst } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.title} />
      {items.length === 0 ? (
        <EmptyState title={t.empty} text={t.emptyText}>
          <ButtonLink to="/products">{t.browse}</ButtonLink>
        </EmptyState>
      ) : (
        <OrderList items={items} />
      )}
      <nav className="flex flex-wrap justify-between gap-3 py-6">
        {isFirst ? (
          <span />
        ) : (
          <ButtonLink to="/account/orders" kind="quiet">
            {t.first}
          </ButtonLink>
        )}
        {next ? (
          <ButtonLink to={`/account/orders?after=${next}`} kind="secondary">
            {t.next}
          </ButtonLink>
        ) : null}
      </nav>
    </>
  )
}
