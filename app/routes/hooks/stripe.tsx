import type { ActionFunctionArgs } from '@remix-run/node'
import { receiveEvent } from '#app/domain/payments/receive-event.server.ts'
import { getServices } from '#app/platform/services.server.ts'

export function loader() {
  return new Response(null, { status: 405, headers: { Allow: 'POST' } })
}

/** The provider's doorbell: the signature is over the raw bytes, so nothing may read them as anything else before. */
export async function action({ request }: ActionFunctionArgs) {
  const body = await request.text()
  const received = await receiveEvent(getServices(), body, request.headers.get('stripe-signature'))
  return new Response(null, { status: received.ok ? 200 : 400 })
}
