import { fork } from 'node:child_process'
import { once } from 'node:events'

export type Sent = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string }

export type Load = {
  url: string
  connections: number
  seconds: number
  /** Until this is done, however long it takes, instead. */
  during?: Promise<unknown>
  /** Requests a second, altogether; without it, as many as are answered. */
  rate?: number
  /** What each connection sends, over and over; connection n takes list n modulo their number. */
  lists: ReadonlyArray<ReadonlyArray<Sent>>
}

/** `p95` and `p99` in milliseconds. */
export type Loaded = { perSecond: number; p95: number; p99: number }

/**
 * Answers per second under load, made by a process of its own.
 * @throws Error when anything but a success was answered: a fast refusal is no result.
 */
export async function putLoad({ during, ...load }: Load): Promise<Loaded> {
  const child = fork(new URL('./load-process.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.send({ ...load, ...(during && { seconds: 3_600 }) })
  const stop = () => child.connected && child.send('stop')
  during?.then(stop, stop)
  const died = once(child, 'exit').then(() => Promise.reject(new Error('the load process died')))
  const [answer] = (await Promise.race([once(child, 'message'), died])) as [Loaded & { failures: number }]
  died.catch(() => undefined)
  child.kill()
  if (answer.failures > 0) throw new Error(`${answer.failures} failures under load on ${load.url}`)
  return answer
}
