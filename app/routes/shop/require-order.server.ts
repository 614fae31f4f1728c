import type { LoaderFunctionArgs } from '@remix-run/node'
import { followLink } from '#app/domain/orders/follow-link.server.ts'
import type { OrderGroupView } from '#app/domain/orders/order-view.ts'
import { findGroupId, findOrderGroup } from '#app/domain/orders/order-views.server.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { tooManyRequests } from '#app/platform/personal-page.ts'
import { getServices, type Services } from '#app/platform/services.server.ts'

type Asked = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>

/**
 * The order whose link this is.
 * @throws Response 404, or 429 for an address that has tried many links that lead nowhere
 */
export function requireOrderGroup(asked: Asked): Promise<OrderGroupView> {
  const locale = localeOf(new URL(asked.request.url).pathname)
  return behindLink(asked, (services, token) => findOrderGroup(services, token, locale))
}

/** Its id alone: one query, for what settles before it shows. Throws as `requireOrderGroup`. */
export function requireGroupId(asked: Asked): Promise<string> {
  return behindLink(asked, findGroupId)
}

async function behindLink<T>(
  { params, context }: Asked,
  find: (services: Services, token: string) => Promise<T | null>,
): Promise<T> {
  const services = getServices()
  const found = await followLink(services.limits, context.clientAddress, () =>
    find(services, params.token ?? ''),
  )
  if (found.ok) return found.value
  throw new Response(null, found.code === 'too-many' ? tooManyRequests(found) : { status: 404 })
}
