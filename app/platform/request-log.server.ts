import { AsyncLocalStorage } from 'node:async_hooks'

// Shared by the host (run natively) and the application (bundled): two module graphs, one process.
const key = Symbol.for('chifeng-good-products.request')
type Holder = { [key]?: AsyncLocalStorage<string> }

function storage(): AsyncLocalStorage<string> {
  const holder = globalThis as Holder
  holder[key] ??= new AsyncLocalStorage<string>()
  return holder[key]
}

/** Everything logged in `work`, however deep, carries the request's id. */
export function withRequestId<T>(requestId: string, work: () => T): T {
  return storage().run(requestId, work)
}

export function currentRequestId(): string | undefined {
  return storage().getStore()
}
