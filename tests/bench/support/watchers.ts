import { fork } from 'node:child_process'
import { once } from 'node:events'

export type Watching = { url: string; count: number }
/** What each watcher was told last, and when; null for one that has heard nothing. Instants are in milliseconds since 1970. */
type Told = { at: number; told: ReadonlyArray<readonly [totalFen: number, heardAt: number] | null> }
export type Watchers = { ask(): Promise<Told>; close(): void }

/** In a process of their own: a thousand of them keep one busy, which must not hold up whoever writes. */
export function watchFrom(watching: Watching): Watchers {
  const child = fork(new URL('./watch-process.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.send(watching)
  return {
    async ask() {
      const [told] = await Promise.all([once(child, 'message'), child.send('ask')])
      return told[0] as Told
    },
    close: () => child.kill(),
  }
}
