export type Priority = 'now' | 'later'

export type Queue = {
  /** Runs a task when there is room; what a person waits for goes before what may wait. */
  run<T>(task: () => Promise<T>, priority: Priority): Promise<T>
}

/** At most `limit` tasks at once; tasks for later never take the last place. */
export function createQueue(limit: number): Queue {
  const waitingNow: Array<() => void> = []
  const waitingLater: Array<() => void> = []
  let running = 0

  function startNext(): void {
    while (running < limit && waitingNow.length > 0) start(waitingNow)
    if (running === 0 || running < limit - 1) start(waitingLater)
  }

  function start(waiting: Array<() => void>): void {
    const next = waiting.shift()
    if (!next) return
    running += 1
    next()
  }

  async function run<T>(task: () => Promise<T>, priority: Priority): Promise<T> {
    await new Promise<void>((resolve) => {
      ;(priority === 'now' ? waitingNow : waitingLater).push(resolve)
      startNext()
    })
    try {
      return await task()
    } finally {
      running -= 1
      startNext()
    }
  }

  return { run }
}
