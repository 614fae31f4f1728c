import type { Store } from './state.ts'

/** The sandbox's own time: real time plus an offset that tests move forward. Kept across restarts. */
export type SandboxClock = {
  /** Milliseconds since the epoch. */
  now: () => number
  /** Whole seconds since the epoch, as Stripe's objects carry them. */
  seconds: () => number
  advance: (milliseconds: number) => void
  reset: () => void
}

export function createClock(store: Store, base: () => number): SandboxClock {
  function now(): number {
    return base() + (store.get('settings', 'clock')?.offsetMs ?? 0)
  }
  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    advance: (milliseconds) => {
      const offsetMs = (store.get('settings', 'clock')?.offsetMs ?? 0) + milliseconds
      store.put('settings', 'clock', { offsetMs })
    },
    reset: () => store.remove('settings', 'clock'),
  }
}
