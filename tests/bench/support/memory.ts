import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Resident memory of a process, in megabytes. */
export async function memoryOf(pid: number | undefined): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)])
  return Number(stdout) / 1024
}

/** The most that a process has while some work is done, above what it had before it, in megabytes. */
export async function growthWhile(pid: number | undefined, work: () => Promise<void>): Promise<number> {
  const before = await memoryOf(pid)
  let most = before
  let isOver = false
  const working = work().finally(() => {
    isOver = true
  })
  while (!isOver) {
    most = Math.max(most, await memoryOf(pid))
    await sleep(50)
  }
  await working
  return most - before
}
