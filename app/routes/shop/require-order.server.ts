import type { LoaderFunctionArgs } from '@remix-run/node'
import type { OrderGroupView } from '#app/domain/orders/order-view.ts'
import { findGroupId, findOrderGroup } from '#app/domain/orders/order-views.server.ts'
import type { ShopperScope } from '#app/domain/people/scope.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { requireLink } from '#app/platform/follow-link.server.ts'

type Asked = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>

/** The order whose link this is. Throws as `requireLink`. */
export function requireOrderGroup(
  asked: Asked,
  visitor: ShopperScope | null = null,
): Promise<OrderGroupView> {
  const locale = localeOf(new URL(asked.request.url).pathname)
  return requireLink(asked, (services, token) => findOrderGroup(services, token, locale, visitor))
}

/** Its id alone: one query, for what settles before it shows. */
export function requireGroupId(asked: Asked): Promise<string> {
  return requireLink(asked, findGroupId)
}
