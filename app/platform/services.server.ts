import type { Pool } from 'pg'
import { createLiveFigures, type LiveFigures } from '#app/domain/live/live-figures.server.ts'
import type { PaymentProvider } from '#app/domain/payments/provider.ts'
import { type Clock, systemClock } from '#app/kernel/clock.ts'
import { type Bus, createBus } from './bus.server.ts'
import { createDatabase, createPool, type Database } from './db.server.ts'
import { type Env, readEnv } from './env.server.ts'
import { createLimits, type Limits } from './limits.server.ts'
import { createLog, type Log } from './log.server.ts'
import { createMarkupCache, type MarkupCache } from './markup-cache.server.ts'
import { createMemo, type Memo } from './memo.server.ts'
import { createPageCache, type PageCache } from './page-cache.server.ts'
import { requestPictures, reviewPictures } from './pictures/store.server.ts'
import { openPictures, type Pictures } from './pictures.server.ts'
import { createSmsGateway, createSmsOutbox, type SmsPort } from './sms.server.ts'
import { createStripeProvider } from './stripe.server.ts'

/** Everything with a side effect. Use cases take the few they need; tests pass their own. */
export type Services = {
  env: Env
  clock: Clock
  log: Log
  pool: Pool
  db: Database
  bus: Bus
  pageCache: PageCache
  markup: MarkupCache
  memo: Memo
  /** Photos of buyers: what they show everybody, and what they complain of. */
  reviewPictures: Pictures
  requestPictures: Pictures
  live: LiveFigures
  limits: Limits
  sms: SmsPort
  payments: PaymentProvider
}

// On globalThis, because the host (run natively) and the application (bundled by Vite) are two module
// graphs in one process, and both must see the same pool and the same page cache.
const key = Symbol.for('chifeng-good-products.services')
type Holder = { [key]?: Services }

/** The process's services, built at the first call. */
export function getServices(): Services {
  const holder = globalThis as Holder
  holder[key] ??= createServices(readEnv())
  return holder[key]
}

export function createServices(env: Env): Services {
  const clock = systemClock
  const log = createLog(env)
  const pool = createPool(env)
  // An idle connection that the server closed is replaced by the next query; unheard, its error would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'))
  const bus = createBus(env, log)
  const db = createDatabase(pool)
  const pageCache = createPageCache(env, bus)
  return {
    env,
    clock,
    log,
    pool,
    db,
    bus,
    pageCache,
    markup: createMarkupCache(env),
    memo: createMemo(bus),
    reviewPictures: openPictures(reviewPictures(env.DATA_DIR)),
    requestPictures: openPictures(requestPictures(env.DATA_DIR)),
    live: createLiveFigures({ bus, clock, log, pool, pageCache }),
    limits: createLimits(pool),
    sms: env.SMS_GATEWAY_URL ? createSmsGateway(env.SMS_GATEWAY_URL, env) : createSmsOutbox(db, clock),
    payments: createStripeProvider(env),
  }
}
