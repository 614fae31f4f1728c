import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { EnvError } from '#app/platform/env.server.ts'
import { CommandError } from './report.ts'
import { endPrograms } from './run-program.ts'

type Program = { name: string; args: Array<string>; env: NodeJS.ProcessEnv; stdio?: StdioOptions }

/** What a command keeps running, stopped in reverse order: web first, PostgreSQL last. */
export type Supervisor = {
  /** Starts a file with this Node; should it end by itself, everything does. */
  start(program: Program): ChildProcess
  /** Something to do at the end, after all that was started later has ended. */
  onStop(stop: () => Promise<void>): void
  /** All that was to do is done, and runs on: to be told to stop is no failure any more. */
  runOn(): Promise<never>
}

type Own = Supervisor & {
  isStopping(): boolean
  /** Stops what was started, and the process. */
  stop(exitCode: number): Promise<never>
}

/** Runs a command; what it started is stopped at its end, whether that comes by itself, by a failure or by a signal. */
export async function supervised(work: (supervisor: Supervisor) => Promise<void>): Promise<never> {
  const supervisor = createSupervisor()
  try {
    await work(supervisor)
  } catch (error) {
    const isPlain = error instanceof EnvError || error instanceof CommandError
    // Of what was stopped half-way, there is nothing to tell.
    if (!supervisor.isStopping()) console.error(isPlain ? `\n${error.message}` : error)
    return await supervisor.stop(1)
  }
  return await supervisor.stop(Number(process.exitCode ?? 0))
}

/** Takes over Ctrl-C and SIGTERM: once stops gracefully, twice by force. */
function createSupervisor(): Own {
  const stops: Array<() => Promise<void>> = []
  const children = new Set<ChildProcess>()
  let isStopping = false
  let isOpen = false

  async function stop(exitCode: number): Promise<never> {
    // The first to ask decides the exit code.
    if (isStopping) return await untilTheEnd()
    isStopping = true
    let isClean = true
    // Programs that run to their end first: they may use everything else.
    for (const each of [...stops, endPrograms].reverse()) {
      await each().catch((error: Error) => {
        console.error(error.message)
        isClean = false
      })
    }
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

  function runOn(): Promise<never> {
    isOpen = true
    return untilTheEnd()
  }

  // Of a terminal that was closed, words fail; the stop goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) force()
      console.log('\n· stopping …')
      void stop(isOpen ? 0 : 1)
    })
  }
  process.on('disconnect', () => void stop(isOpen ? 0 : 1))
  return { start, onStop: (each) => stops.push(each), runOn, isStopping: () => isStopping, stop }
}

/** The process ends before it does. */
function untilTheEnd(): Promise<never> {
  return new Promise(() => undefined)
}
