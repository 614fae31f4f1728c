import { minute } from '#app/kernel/clock.ts'
import type { Services } from './services.server.ts'

/** For how long a job belongs to whoever last wrote to it. */
export const leaseTime = minute

type Leased<Job> = {
  /** Leases one that waits, or that somebody who died has left; null when there is none. */
  claim: () => Promise<Job | null>
  run: (job: Job) => Promise<void>
  fail: (job: Job) => Promise<void>
}

/**
 * Does what waits, one job at a time. A job belongs to whoever leased it last: of a process that died, another takes it
 * over when its lease has run out.
 */
export async function runLeased<Job extends { id: string }>(
  { log }: Pick<Services, 'log'>,
  { claim, run, fail }: Leased<Job>,
  stopping?: AbortSignal,
): Promise<void> {
  while (!stopping?.aborted) {
    const job = await claim()
    if (!job) return
    try {
      await run(job)
    } catch (error) {
      log.error({ err: error, job: job.id }, 'an import failed')
      await fail(job)
    }
  }
}
