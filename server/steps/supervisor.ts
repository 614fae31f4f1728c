import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { CommandError } from './report.ts'

type Program = { name: string; args: Array<string>; env: NodeJS.ProcessEnv; stdio?: StdioOptions }

/** What a command keeps running, stopped in reverse order: web first, PostgreSQL last. */
export type Supervisor = {
  /** Starts a file with this Node; should it end by itself, everything does. */
  start(program: Program): ChildProcess
  /** Something to do at the end, after all that was started later has ended. */
  onStop(stop: () => Promise<void>): void
  /** Stops what was started, and says whether that went well. */
  end(): Promise<boolean>
  /** Stops what was started, and the process. */
  stop(exitCode: number): Promise<never>
}

/** Takes over Ctrl-C and SIGTERM: once stops gracefully, twice by force. */
export function createSupervisor(): Supervisor {
  const stops: Array<() => Promise<void>> = []
  const children = new Set<ChildProcess>()
  let isStopping = false

  async function end(): Promise<boolean> {
    isStopping = true
    let isClean = true
    for (const each of stops.splice(0).reverse()) {
      await each().catch((error: Error) => {
        console.error(error.message)
        isClean = false
      })
    }
    return isClean
  }

  async function stop(exitCode: number): Promise<never> {
    // The first to ask decides the exit code.
    if (isStopping) return new Promise(() => undefined)
    const isClean = await end()
    process.exit(isClean ? exitCode : 1)
  }

  function force(): never {
    for (const child of children) child.kill('SIGKILL')
    process.exit(1)
  }

  function start({ name, args, env, stdio = 'inherit' }: Program): ChildProcess {
    const streams = Array.isArray(stdio) ? stdio : [stdio, stdio, stdio]
    // A group of its own: Ctrl-C is for us, we tell the others in order. The channel tells them when we are killed.
    const child = spawn(process.execPath, args, { env, stdio: [...streams, 'ipc'], detached: true })
    children.add(child)
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.once('exit', (code, signal) => {
      children.delete(child)
      if (isStopping) return
      console.error(`\nThe ${name} ended by itself (${signal ?? `code ${code}`}): stopping`)
      void stop(1)
    })
    stops.push(async () => {
      child.kill('SIGTERM')
      await ended
    })
    return child
  }

  // Of a terminal that was closed, words fail; the stop goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) force()
      console.log('\n· stopping …')
      void stop(0)
    })
  }
  process.on('disconnect', () => void stop(0))
  return { start, onStop: (each) => stops.push(each), end, stop }
}

/** Runs the rest of a command; a failure stops what was started before it. */
export async function supervised(work: (supervisor: Supervisor) => Promise<void>): Promise<void> {
  const supervisor = createSupervisor()
  try {
    await work(supervisor)
  } catch (error) {
    console.error(error instanceof CommandError ? `\n${error.message}` : error)
    await supervisor.stop(1)
  }
}
