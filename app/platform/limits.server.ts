import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { type Failure, failure } from '#app/kernel/result.ts'

type Allowance = {
  /** So many times … */
  points: number
  /** … in so many seconds, and then not before they are over. */
  seconds: number
  /** Counted by each process for itself: a GET does not write (T49), and a first click is not to wait for a count. */
  isLocal?: true
}

// Per phone or account a stranger's patience counts, per address a whole fair's hall or mobile carrier's gateway.
const allowances = {
  // Each of the two twice: for whoever types the number, and for the browsers in which its owner has signed in before. So a
  // phone gets twenty messages with codes a day at the most, and strangers have ten of them (decision 0025).
  'sign-in-code:phone': { points: 1, seconds: 60 },
  'sign-in-code:phone-day': { points: 10, seconds: 86_400 },
  // Not for those browsers: whoever shares an address with strangers does not wait for them.
  'sign-in-code:address': { points: 100, seconds: 3_600 },
  // Of answers for which no code waits; one that waits has five tries of its own (decision 0025).
  'sign-in:phone': { points: 5, seconds: 60 },
  'sign-in:address': { points: 30, seconds: 60 },
  'order-lookup:address': { points: 60, seconds: 600 },
  'order-lookup:phone': { points: 10, seconds: 3_600 },
  'unknown-link:address': { points: 60, seconds: 60, isLocal: true },
  'staff-sign-in:login': { points: 5, seconds: 60 },
  'staff-sign-in:address': { points: 30, seconds: 60 },
  'staff-second-step:staff': { points: 5, seconds: 60 },
  'password-reset:login': { points: 3, seconds: 3_600 },
  'password-reset:address': { points: 20, seconds: 3_600 },
  // Each sends a message to a phone that somebody else has typed.
  'invite:staff': { points: 30, seconds: 3_600 },
  // A shop's whole shelf in an afternoon; each costs the processor a second.
  'upload-picture:staff': { points: 300, seconds: 3_600 },
  'application:address': { points: 10, seconds: 3_600 },
  'application:phone': { points: 3, seconds: 86_400 },
  'application-link:application': { points: 3, seconds: 86_400 },
  'change-application:application': { points: 60, seconds: 3_600 },
  'place-order:session': { points: 10, seconds: 60 },
  'place-order:address': { points: 60, seconds: 60 },
  // Each sends a message to a phone that nobody has shown to be theirs, and holds what it may buy.
  'place-order:unproved-phone': { points: 10, seconds: 3_600 },
  'pay:order': { points: 30, seconds: 60 },
  // Each asks the provider, whose patience is for the whole shop.
  'return:order': { points: 20, seconds: 60, isLocal: true },
  'change-order:order': { points: 30, seconds: 600 },
  'export-data:shopper': { points: 10, seconds: 600, isLocal: true },
  // Each names every buyer of a day, with phone and address.
  'take-waybills:enterprise': { points: 20, seconds: 86_400 },
  'open-session:address': { points: 300, seconds: 60, isLocal: true },
} satisfies Record<string, Allowance>

export type LimitName = keyof typeof allowances
export type TooMany = Failure<'too-many'> & { detail: { retryAfterSeconds: number } }
type Taken = { ok: true } | TooMany

/** Counted in PostgreSQL, so that a limit holds across processes. */
export type Limits = {
  /** Takes one of the key's turns. Call it before the work that it protects. */
  take(name: LimitName, key: string): Promise<Taken>
  /** Whether the key has a turn left, without taking it: where only failures count. */
  check(name: LimitName, key: string): Promise<Taken>
  /** After a success that proves good faith (a right code), the key starts anew. */
  forgive(name: LimitName, key: string): Promise<void>
}

export function createLimits(pool: Pool): Limits {
  const limiters = new Map<LimitName, Limiter>()

  function limiterOf(name: LimitName): Limiter {
    const known = limiters.get(name)
    if (known) return known
    const fresh = createLimiter(pool, name, allowances[name])
    limiters.set(name, fresh)
    return fresh
  }

  return {
    async take(name, key) {
      try {
        await limiterOf(name).consume(digest(key))
        return { ok: true }
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return tooMany(refusal)
      }
    },
    async check(name, key) {
      const state = await limiterOf(name).get(digest(key))
      return state && state.remainingPoints <= 0 ? tooMany(state) : { ok: true }
    },
    async forgive(name, key) {
      await limiterOf(name).delete(digest(key))
    },
  }
}

/** Takes a turn of each; the first that is used up is the refusal to show, null when there is none. */
export async function takeTurns(
  limits: Limits,
  turns: ReadonlyArray<readonly [LimitName, string]>,
): Promise<TooMany | null> {
  for (const [name, key] of turns) {
    const taken = await limits.take(name, key)
    if (!taken.ok) return taken
  }
  return null
}

type Limiter = RateLimiterPostgres | RateLimiterMemory

function createLimiter(pool: Pool, name: LimitName, { points, seconds, isLocal }: Allowance): Limiter {
  const local = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
  if (isLocal) return local
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    // By a migration: the application's role may not create tables.
    tableCreated: true,
    clearExpiredByTimeout: true,
    keyPrefix: name,
    points,
    duration: seconds,
    // A key that is over its limit costs no query until its time is up.
    inMemoryBlockOnConsumed: points + 1,
    insuranceLimiter: local,
  })
}

function tooMany({ msBeforeNext }: RateLimiterRes): TooMany {
  return failure('too-many', { retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) })
}

/** The table holds no phone number and no address. */
function digest(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
