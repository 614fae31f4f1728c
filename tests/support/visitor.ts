import { randomInt } from 'node:crypto'
import { confirmation } from './checkout.ts'
import { randomPhone } from './people.ts'

/** The process behind the last answer is being stopped: go on at another one, or come back later. */
export class Dismissed extends Error {}

export type Visitor = {
  get(path: string): Promise<Response>
  post(path: string, fields: Record<string, string>): Promise<Response>
}

/**
 * A guest at an address of their own, whose browser runs no JavaScript: follows no redirect by itself, keeps its
 * cookie, sends what forms hold. The shop has to trust one proxy (TRUST_PROXY).
 */
export function createVisitor(url: string): Visitor {
  const address = Array.from({ length: 4 }, () => randomInt(1, 255)).join('.')
  let cookie = ''
  let isDismissed = false

  async function send(path: string, init: RequestInit): Promise<Response> {
    if (isDismissed) {
      isDismissed = false
      throw new Dismissed()
    }
    const headers = { cookie, origin: url, 'x-forwarded-for': address }
    const response = await fetch(new URL(path, url), { redirect: 'manual', ...init, headers })
    isDismissed = response.headers.get('connection') === 'close'
    const given = response.headers.getSetCookie()[0]
    if (given) cookie = given.split(';', 1)[0] ?? ''
    return response
  }

  return {
    get: (path) => send(path, {}),
    post: (path, fields) => send(path, { method: 'POST', body: new URLSearchParams(fields) }),
  }
}

/** From the product's form to the page where the order is paid: the provider's, or our own while that one is down. */
export async function order(visitor: Visitor, sku: string): Promise<string> {
  await visitor.post('/cart', { intent: 'add', sku, quantity: '1' })
  const page = await (await visitor.get('/checkout')).text()
  const { recipient, districtCode, detail } = confirmation.delivery
  const answer = await visitor.post('/checkout', {
    recipient,
    // Of each order another: those of one phone are limited.
    phone: randomPhone(),
    districtCode,
    detail,
    invoiceKind: 'none',
    idempotencyKey: fieldOf(page, 'idempotencyKey'),
    seenTotalFen: fieldOf(page, 'seenTotalFen'),
  })
  return whereTo(answer)
}

function fieldOf(page: string, field: string): string {
  const value = new RegExp(`name="${field}" value="([^"]*)"`).exec(page)?.[1]
  if (!value) throw new Error(`the page has no field ${field}`)
  return value
}

/** @throws Error when the answer is a page instead of a way on */
export function whereTo(answer: Response): string {
  const location = answer.headers.get('location')
  if (!location) throw new Error(`no redirect but ${answer.status}`)
  return location
}
