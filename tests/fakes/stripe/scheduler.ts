import type { SandboxClock } from './clock.ts'
import { newId } from './ids.ts'
import type { TaskRecord } from './records.ts'
import type { Store } from './state.ts'

/** Things that happen at a time of the sandbox's clock. They are kept in the state, so a restart misses none. */
export type Scheduler = {
  schedule: (task: Omit<TaskRecord, 'id'>) => void
  /** Runs everything that is due, also what becomes due by it. */
  runDue: () => void
  stop: () => void
}

export function startScheduler(
  store: Store,
  clock: SandboxClock,
  run: (task: TaskRecord) => void,
): Scheduler {
  let timer: NodeJS.Timeout | undefined

  function dueTask(): TaskRecord | undefined {
    const due = store.all('tasks').filter((task) => task.dueAt <= clock.now())
    return due.sort((a, b) => a.dueAt - b.dueAt)[0]
  }
  function runDue(): void {
    for (let task = dueTask(); task !== undefined; task = dueTask()) {
      store.remove('tasks', task.id)
      run(task)
    }
    sleep()
  }
  /** At least once a second while anything waits: the clock may be one that a test moves. */
  function sleep(): void {
    clearTimeout(timer)
    const next = Math.min(...store.all('tasks').map((task) => task.dueAt))
    if (next === Number.POSITIVE_INFINITY) return
    timer = setTimeout(runDue, Math.min(1000, Math.max(1, next - clock.now())))
    timer.unref()
  }

  sleep()
  return {
    schedule: (task) => {
      const id = newId('task_')
      store.put('tasks', id, { ...task, id })
      sleep()
    },
    runDue,
    stop: () => clearTimeout(timer),
  }
}
