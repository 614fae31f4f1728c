import type pg from 'pg'
import type { PaymentProvider } from '#app/domain/payments/provider.ts'

type Visit = (step: number, what: string) => void | Promise<void>
type Stepping = { pool: pg.Pool; payments: PaymentProvider }

/**
 * The same services, but `visit` is called, and waited for, before each statement and on both sides of each call of
 * the provider: wherever a process may die, or somebody else may come in between.
 */
export function watchSteps<T extends Stepping>(services: T, visit: Visit): T {
  let step = 0
  const next = async (what: string) => {
    step += 1
    await visit(step, what)
  }
  return {
    ...services,
    pool: watchPool(services.pool, next),
    payments: watchProvider(services.payments, next),
  }
}

type Next = (what: string) => Promise<void>

function watchPool(pool: pg.Pool, next: Next): pg.Pool {
  const watch = (target: pg.Pool | pg.PoolClient) => async (query: { text: string } | string) => {
    await next(typeof query === 'string' ? query : query.text)
    return await target.query(query)
  }
  async function connect() {
    const client = await pool.connect()
    return { query: watch(client), release: (error?: Error) => client.release(error) }
  }
  return { query: watch(pool), connect } as unknown as pg.Pool
}

function watchProvider(provider: PaymentProvider, next: Next): PaymentProvider {
  function watch<A extends Array<unknown>, R>(name: string, call: (...args: A) => Promise<R>) {
    return async (...args: A) => {
      await next(`before ${name}`)
      const answer = await call(...args)
      await next(`after ${name}`)
      return answer
    }
  }
  return {
    ...provider,
    createSession: watch('createSession', provider.createSession),
    findSession: watch('findSession', provider.findSession),
    expireSession: watch('expireSession', provider.expireSession),
    refund: watch('refund', provider.refund),
    findRefund: watch('findRefund', provider.findRefund),
  }
}
