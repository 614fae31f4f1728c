import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

type Allowance = {
  /** So many times … */
  points: number
  /** … in so many seconds, and then not before they are over. */
  seconds: number
}

// Per phone or account a stranger's patience counts, per address a whole office's or mobile carrier's gateway.
const allowances = {
  'sign-in-code:phone': { points: 1, seconds: 60 },
  'sign-in-code:phone-day': { points: 10, seconds: 86_400 },
  'sign-in-code:address': { points: 20, seconds: 3_600 },
  'sign-in:phone': { points: 5, seconds: 60 },
  'sign-in:address': { points: 30, seconds: 60 },
  'order-lookup:address': { points: 20, seconds: 600 },
  'order-lookup:phone': { points: 10, seconds: 3_600 },
  'place-order:session': { points: 10, seconds: 60 },
  'place-order:address': { points: 60, seconds: 60 },
  'suggest:address': { points: 240, seconds: 60 },
} satisfies Record<string, Allowance>

export type LimitName = keyof typeof allowances
export type Taken = { ok: true } | { ok: false; retryAfterSeconds: number }

/** Counted in PostgreSQL, so that a limit holds across processes. */
export type Limits = {
  /** Takes one of the key's turns. Call it before the work that it protects. */
  take(name: LimitName, key: string): Promise<Taken>
  /** After a success that proves good faith (a right code), the key starts anew. */
  forgive(name: LimitName, key: string): Promise<void>
}

export function createLimits(pool: Pool): Limits {
  const limiters = new Map<LimitName, RateLimiterPostgres>()

  function limiterOf(name: LimitName): RateLimiterPostgres {
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
        return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) }
      }
    },
    async forgive(name, key) {
      await limiterOf(name).delete(digest(key))
    },
  }
}

function createLimiter(pool: Pool, name: LimitName, { points, seconds }: Allowance): RateLimiterPostgres {
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
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
  })
}

/** The table holds no phone number and no address. */
function digest(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
