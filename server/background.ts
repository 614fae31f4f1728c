import { setTimeout as sleep } from 'node:timers/promises'
import { importChannel, runImports } from '#app/domain/listings/import/run-imports.server.ts'
import { publishScheduled } from '#app/domain/listings/publish-scheduled.server.ts'
import {
  platformImportChannel,
  runPlatformImports,
} from '#app/domain/livestreams/import/run-platform-imports.server.ts'
import { deliverOutbox } from '#app/domain/notifications/deliver-outbox.server.ts'
import { outboxChannel } from '#app/domain/notifications/outbox.server.ts'
import { sweepPayments } from '#app/domain/payments/sweep-payments.server.ts'
import { minute } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { doChores } from './chores.ts'

type Task = { name: string; every: number; run: (stopping: AbortSignal) => Promise<unknown> }

/** A provider that does not answer is not waited for: what is cut short is taken up by the next sweep. */
const longestGoodbye = 5_000

/**
 * What no request asks for: messages, payments that nobody reported, orders whose time is up, listings whose day has
 * come, chores. Each process does it; every task claims its rows or its turn, so that they do not get in each other's way.
 */
export function startBackground(services: Services): { stop(): Promise<void> } {
  const start = (
    name: string,
    every: number,
    work: (of: Services, stopping: AbortSignal) => Promise<unknown>,
  ) => repeat(services, { name, every, run: (stopping) => work(services, stopping) })
  const deliver = start('outbox', minute / 2, deliverOutbox)
  const imports = start('imports', minute / 2, runImports)
  const platformImports = start('platform-imports', minute / 2, runPlatformImports)
  const tasks = [
    deliver,
    imports,
    platformImports,
    start('payments', minute / 2, sweepPayments),
    start('publications', minute / 2, publishScheduled),
    start('chores', 5 * minute, doChores),
  ]
  services.bus.subscribe(outboxChannel, () => deliver.now())
  services.bus.subscribe(importChannel, () => imports.now())
  services.bus.subscribe(platformImportChannel, () => platformImports.now())
  // What a process that died has left undone.
  for (const task of tasks) task.now()
  return {
    async stop() {
      const stopped = Promise.all(tasks.map((task) => task.stop()))
      await Promise.race([stopped, sleep(longestGoodbye, undefined, { ref: false })])
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
