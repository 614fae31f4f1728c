import { spawn } from 'node:child_process'
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
    const child = spawn(program, args, { env, stdio: ['ignore', stdio, stdio] })
    // Our own end, by Ctrl-C or worse, is its end.
    const end = () => child.kill('SIGTERM')
    process.once('exit', end)
    let text = ''
    child.stdout?.on('data', (chunk) => (text += chunk))
    child.stderr?.on('data', (chunk) => (text += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('exit', end)
      resolve({ code: code ?? 1, text })
    })
  })
}
