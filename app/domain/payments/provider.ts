import type { Locale } from '#app/kernel/locale.ts'
import type { Fen } from '#app/kernel/money.ts'

export type PaymentMethod = 'card' | 'alipay' | 'wechat_pay'

/** What the provider is told. Nothing personal: Stripe is a recipient abroad (PIPL articles 38-40, T95). */
export type SessionRequest = {
  groupId: string
  attempt: number
  /** Public number of the order group; shown to the shopper by the provider. */
  reference: string
  lines: ReadonlyArray<{ title: string; amountFen: Fen; quantity: number }>
  totalFen: Fen
  locale: Locale
  expiresAt: Date
  /** Of the click that opened the payment, so that log and provider can be read together (T105). */
  requestId: string | null
  successUrl: string
  cancelUrl: string
}

/** The provider's session as the shop understands it. */
export type ProviderSession = {
  sessionId: string
  /** `complete` and not paid: the money comes later (delayed methods), or in the end does not: `failed`. */
  status: 'open' | 'complete' | 'expired' | 'failed'
  isPaid: boolean
  paymentIntentId: string | null
  method: PaymentMethod | null
  amountFen: Fen
  currency: string
  url: string | null
  groupId: string | null
  expiresAt: Date
}

export type ProviderRefund = {
  refundId: string
  status: 'pending' | 'succeeded' | 'failed'
  amountFen: Fen
  failure: string | null
}

/** Money that has moved, for the comparison of the books. */
export type ProviderMoney = {
  kind: 'payment' | 'refund'
  /** Of the payment intent, or of the refund. */
  id: string
  amountFen: Fen
  /** When it was made there. */
  at: Date
}

/** A verified knock: what changed, to be looked up again. */
export type ProviderEvent = {
  id: string
  kind: string
  about:
    | { kind: 'session'; sessionId: string }
    /** `key` is our own request's, when it was us who asked. */
    | { kind: 'refund'; refundId: string; key: string | null }
    | { kind: 'charge'; paymentIntentId: string }
    | { kind: 'other' }
}

// The adapter is run by the host, the use cases are part of the built application: each has its own copy of this
// file, so that `instanceof` would never be true. These errors are known by their names.

/** Thrown when the provider cannot be reached or answers 429 or 5xx: safe to try again with the same key. */
export class ProviderUnavailable extends Error {
  override name = 'ProviderUnavailable'
}

export function isUnavailable(error: unknown): error is ProviderUnavailable {
  return error instanceof Error && error.name === 'ProviderUnavailable'
}

/** Thrown when the provider refuses the request for good; `code` is the provider's. */
export class ProviderRefused extends Error {
  override name = 'ProviderRefused'
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export function isRefused(error: unknown): error is ProviderRefused {
  return error instanceof Error && error.name === 'ProviderRefused'
}

/**
 * How the shop is paid. Stripe is one adapter; bank transfer will be another.
 * Every command is idempotent by its key.
 * @throws ProviderUnavailable, ProviderRefused
 */
export type PaymentProvider = {
  name: string
  /** Same group and attempt → the same session. */
  createSession(request: SessionRequest): Promise<ProviderSession>
  findSession(sessionId: string): Promise<ProviderSession | null>
  /** False when the session is no longer open (paid or already expired): look again before releasing anything. */
  expireSession(sessionId: string): Promise<boolean>
  refund(request: {
    paymentIntentId: string
    amountFen: Fen
    idempotencyKey: string
    groupId: string
  }): Promise<ProviderRefund>
  findRefund(refundId: string): Promise<ProviderRefund | null>
  /** What was paid and given back of what was made from `from` until before `until`, in no order. */
  listMoney(from: Date, until: Date): Promise<Array<ProviderMoney>>
  /** Null when the signature, its age or the body is not genuine. */
  readEvent(rawBody: string, signature: string | null): ProviderEvent | null
}
