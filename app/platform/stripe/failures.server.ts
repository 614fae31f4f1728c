import Stripe from 'stripe'
import { ProviderRefused, ProviderUnavailable } from '#app/domain/payments/provider.ts'

const conflict = 409
const tooManyRequests = 429
const serverError = 500

/**
 * Runs a call and speaks of its failures in the port's words. What Stripe never answered, or answered with 409
 * (the same key is under way), 429 or 5xx, may be done again; every other refusal is final.
 * @throws ProviderUnavailable, ProviderRefused
 */
export async function asProvider<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw translate(error)
  }
}

/** Null for what Stripe does not know. */
export async function asFinding<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && error.code === 'resource_missing') return null
    throw translate(error)
  }
}

/**
 * Stripe keeps the first answer under an idempotency key, a 500 too (docs.stripe.com/api/idempotent_requests):
 * from then on that key only repeats the failure.
 */
export function isKeptFailure(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeError &&
    (error.statusCode ?? 0) >= serverError &&
    error.headers?.['idempotent-replayed'] === 'true'
  )
}

function translate(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error
  if (mayBeRepeated(error)) return new ProviderUnavailable(error.message, { cause: error })
  return new ProviderRefused(error.code ?? error.type, error.message)
}

function mayBeRepeated(error: InstanceType<typeof Stripe.errors.StripeError>): boolean {
  const status = error.statusCode ?? 0
  return (
    error instanceof Stripe.errors.StripeConnectionError ||
    status >= serverError ||
    status === tooManyRequests ||
    status === conflict
  )
}
