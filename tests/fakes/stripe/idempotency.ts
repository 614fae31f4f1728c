import { createHash } from 'node:crypto'
import { ApiError, invalid } from './api-error.ts'
import type { SandboxClock } from './clock.ts'
import type { Params } from './form.ts'
import type { StoredAnswer } from './records.ts'
import type { Store } from './state.ts'

const keptForMs = 24 * 3600 * 1000

type Ask = { key: string; path: string; params: Params }

/** docs.stripe.com/api/idempotent_requests: the first answer under a key is the answer, errors of the work included. */
export type IdempotencyKeys = {
  /** The stored answer, or null when the caller may begin; then it has to call `finish` or `forget`. */
  begin: (ask: Ask) => StoredAnswer | null
  finish: (ask: Ask, answer: { status: number; body: object; requestId: string }) => void
  forget: (key: string) => void
  /** Answers that have outlived Stripe's 24 hours. */
  prune: () => void
}

export function createIdempotencyKeys(store: Store, clock: SandboxClock): IdempotencyKeys {
  const busy = new Set<string>()
  return {
    begin: (ask) => {
      if (ask.key.length > 255)
        throw invalid('Idempotency keys can be at most 255 characters long.', 'idempotency_key')
      if (busy.has(ask.key)) throw inUse(ask.key)
      const stored = store.get('answers', ask.key)
      if (stored === undefined || clock.now() - stored.createdAt > keptForMs) {
        busy.add(ask.key)
        return null
      }
      if (stored.path !== ask.path) throw otherEndpoint(stored.path, ask.key)
      if (stored.fingerprint !== fingerprintOf(ask.params)) throw otherParams(ask.key)
      return stored
    },
    finish: ({ key, path, params }, answer) => {
      busy.delete(key)
      store.put('answers', key, {
        path,
        fingerprint: fingerprintOf(params),
        ...answer,
        createdAt: clock.now(),
      })
    },
    forget: (key) => {
      busy.delete(key)
    },
    prune: () => {
      for (const [key, { createdAt }] of store.entries('answers')) {
        if (clock.now() - createdAt > keptForMs) store.remove('answers', key)
      }
    },
  }
}

function fingerprintOf(params: Params): string {
  return createHash('sha256').update(JSON.stringify(params)).digest('hex')
}

function inUse(key: string): ApiError {
  return new ApiError(
    'idempotency_error',
    `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
    { status: 409, code: 'idempotency_key_in_use', isValidation: true },
  )
}

function otherParams(key: string): ApiError {
  return new ApiError(
    'idempotency_error',
    `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    { isValidation: true },
  )
}

function otherEndpoint(path: string, key: string): ApiError {
  return new ApiError(
    'idempotency_error',
    `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}'). Try using a key other than '${key}' if you meant to execute a different request.`,
    { isValidation: true },
  )
}
