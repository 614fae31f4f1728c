import type { LoaderFunctionArgs } from '@remix-run/node'
import { getCartCount } from '#app/domain/cart/cart-views.server.ts'
import { findDisplayName } from '#app/domain/people/profile.server.ts'
import { isSignedIn } from '#app/domain/people/scope.ts'
import type { Visitor } from '#app/domain/people/ui/use-visitor.ts'
import { getServices } from '#app/platform/services.server.ts'
import { findVisitor } from '#app/platform/session.server.ts'

/** What the header says of whoever looks: the only personal thing on a public page, asked for after load. */
export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await findVisitor(request)
  const [cartCount, name] = await Promise.all([
    getCartCount(getServices(), scope),
    isSignedIn(scope) ? findDisplayName(getServices().db, scope) : null,
  ])
  const visitor: Visitor = { cartCount, name, isSignedIn: isSignedIn(scope) }
  return Response.json(visitor, { headers: { 'Cache-Control': 'private, no-store' } })
}
