import { deliverOutbox } from '#app/domain/notifications/deliver-outbox.server.ts'
import { outboxChannel } from '#app/domain/notifications/outbox.server.ts'
import { sweepPayments } from '#app/domain/payments/sweep-payments.server.ts'
import { sweepSessions } from '#app/domain/people/sessions.server.ts'
import { checkRollups } from '#app/domain/sales/check-rollups.server.ts'
import { checkStock } from '#app/domain/stock/check-stock.server.ts'
import { hour, minute } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'

type Task = { name: string; every: number; run: (stopping: AbortSignal) => Promise<unknown> }

/**
 * What no request asks for: messages, payments that nobody reported, orders whose time is up, sessions that ended.
 * Each process does it; every task claims its rows or writes conditionally, so that they do not get in each other's way.
 */
export function startBackground(services: Services): { stop(): Promise<void> } {
  const deliver = repeat(services, { name: 'outbox', every: minute / 2, run: () => deliverOutbox(services) })
  const sweep = repeat(services, {
    name: 'payments',
    every: minute / 2,
    run: (stopping) => sweepPayments(services, stopping),
  })
  const tasks = [
    deliver,
    sweep,
    repeat(services, { name: 'sessions', every: hour, run: () => sweepSessions(services) }),
    repeat(services, { name: 'stock', every: 6 * hour, run: () => checkStock(services) }),
    repeat(services, { name: 'rollups', every: 6 * hour, run: () => checkRollups(services) }),
  ]
  services.bus.subscribe(outboxChannel, () => deliver.now())
  // What a process that died has left undone.
  deliver.now()
  sweep.now()
  return {
    async stop() {
      await Promise.all(tasks.map((task) => task.stop()))
    },
  }
}

/** One run at a time; a failure is logged, and the next turn comes all the same. */
function repeat({ log }: Services, { name, every, run }: Task) {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let isWanted = false
  const stopping = new AbortController()

  async function turn(): Promise<void> {
    do {
      isWanted = false
      try {
        await run(stopping.signal)
      } catch (error) {
        log.error({ err: error, task: name }, 'background work failed')
      }
    } while (isWanted && !stopping.signal.aborted)
  }

  function now(): void {
    isWanted = true
    if (running || stopping.signal.aborted) return
    clearTimeout(timer)
    running = turn().finally(() => {
      running = undefined
      later()
    })
  }

  /** A little apart in each process. */
  function later(): void {
    if (!stopping.signal.aborted) timer = setTimeout(now, every * (0.9 + Math.random() / 5)).unref()
  }

  later()
  return {
    now,
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
