import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { CommandError } from './report.ts'

export type RunOptions = {
  env?: NodeJS.ProcessEnv
  /** `quiet` shows what the program said only if it fails; `shown` lets it write to the terminal. */
  output?: 'quiet' | 'shown'
}

/** Runs a file with this Node to its end; a failure carries what the program said. */
export async function runNode(file: string, args: Array<string>, options: RunOptions = {}): Promise<void> {
  const { code, text } = await tryNode(file, args, options)
  if (code !== 0) throw new CommandError(`${text.trim()}\n${file} ended with code ${code}`.trim())
}

/** As `runNode`, but the exit code is the caller's to judge. */
export function tryNode(file: string, args: Array<string>, options: RunOptions = {}): Promise<Outcome> {
  return tryProgram(process.execPath, [file, ...args], options)
}

export type Outcome = { code: number; text: string }

export function tryProgram(
  program: string,
  args: Array<string>,
  { env = process.env, output = 'quiet' }: RunOptions = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const stdio = output === 'shown' ? 'inherit' : 'pipe'
    const child = endWithUs(spawn(program, args, { env, stdio: ['ignore', stdio, stdio] }))
    let text = ''
    child.stdout?.on('data', (chunk) => (text += chunk))
    child.stderr?.on('data', (chunk) => (text += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, text }))
  })
}

const programs = new Set<ChildProcess>()

/** A program that is told to end when we end, before that if we have the time. */
export function endWithUs<Program extends ChildProcess>(child: Program): Program {
  const end = () => child.kill('SIGTERM')
  programs.add(child)
  process.once('exit', end)
  child.once('close', () => {
    programs.delete(child)
    process.off('exit', end)
  })
  return child
}

/** Tells them all, and waits until the last has ended. */
export async function endPrograms(): Promise<void> {
  await Promise.all(
    [...programs].map(async (child) => {
      const closed = once(child, 'close')
      child.kill('SIGTERM')
      await closed
    }),
  )
}
