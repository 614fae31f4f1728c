import cluster, { type Worker } from 'node:cluster'

export type Running = { stop(): Promise<void> }

const signals = ['SIGTERM', 'SIGINT'] as const
const pauseBeforeRestart = 1_000

/** Runs the service in this process, or in `count` of them on one port, until the system says stop. */
export async function runProcesses(count: number, run: () => Promise<Running>): Promise<void> {
  if (count > 1 && cluster.isPrimary) return superviseWorkers(count)
  const running = await run()
  // Twice on purpose: Ctrl-C reaches a worker from the terminal and from its primary.
  for (const signal of signals) process.on(signal, () => stopAndExit(running))
  // Started over a channel, it ends with its parent, however that ends.
  process.on('disconnect', () => stopAndExit(running))
}

async function stopAndExit(running: Running): Promise<void> {
  await running.stop()
  process.exit(0)
}

/** A worker that dies by itself is replaced; told to stop, all finish their work first. */
function superviseWorkers(count: number): void {
  let isStopping = false

  function fork(): void {
    if (!isStopping) cluster.fork()
  }

  function stop(): void {
    isStopping = true
    for (const worker of listWorkers()) worker.process.kill('SIGTERM')
    leaveWithTheLast()
  }

  /** Nothing else would end the process: the channel to its parent keeps it alive. */
  function leaveWithTheLast(): void {
    if (isStopping && listWorkers().length === 0) process.exit(0)
  }

  for (let index = 0; index < count; index += 1) fork()
  cluster.on('exit', () => {
    setTimeout(fork, pauseBeforeRestart)
    leaveWithTheLast()
  })
  for (const event of [...signals, 'disconnect'] as const) process.on(event, stop)
}

function listWorkers(): Array<Worker> {
  return Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
}
