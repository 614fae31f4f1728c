import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

let folder: string
let command: ChildProcess
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'command-'))
})
afterEach(async () => {
  command.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

const told = () => readFile(path.join(folder, 'told'), 'utf8').catch(() => '')

/** A command, as `start.ts` runs them, and a program of its that notes when it is told to end. */
async function run(work: string): Promise<void> {
  const note = `
    import { appendFileSync } from 'node:fs'
    const note = (text) => appendFileSync(${JSON.stringify(path.join(folder, 'told'))}, text + '\\n')`
  const steps = path.resolve('server/steps')
  const program = path.join(folder, 'program.mjs')
  await writeFile(
    program,
    `${note}
    process.on('SIGTERM', () => setTimeout(() => { note('the program ended'); process.exit(0) }, 200))
    note('at work')
    setInterval(() => 0, 1_000)`,
  )
  await writeFile(
    path.join(folder, 'command.mjs'),
    `${note}
    import { runNode } from '${steps}/run-program.ts'
    import { supervised } from '${steps}/supervisor.ts'
    const program = '${program}'
    await supervised(async (supervisor) => {
      supervisor.onStop(async () => note('the database stopped'))
      ${work}
    })`,
  )
  command = spawn(process.execPath, [path.join(folder, 'command.mjs')], { stdio: 'ignore' })
}

async function end(): Promise<number | null> {
  if (command.exitCode === null) await once(command, 'exit')
  return command.exitCode
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s: what a command runs has ended before what it needs is stopped, and the command has failed',
  async (signal) => {
    await run('await runNode(program, [])')
    await vi.waitFor(async () => expect(await told()).toBe('at work\n'), { timeout: 20_000 })
    command.kill(signal)
    expect(await end()).toBe(1)
    expect(await told()).toBe('at work\nthe program ended\nthe database stopped\n')
  },
)

test('a shop that is open is told to close, and has not failed', async () => {
  await run(`supervisor.start({ name: 'shop', args: [program], env: process.env })
    await supervisor.runOn()`)
  await vi.waitFor(async () => expect(await told()).toBe('at work\n'), { timeout: 20_000 })
  command.kill('SIGTERM')
  expect(await end()).toBe(0)
  expect(await told()).toBe('at work\nthe program ended\nthe database stopped\n')
})

test.each([
  ['comes to its end', '', 0],
  ['fails', `throw new Error('no')`, 1],
  ['counts a failure', 'process.exitCode = 1', 1],
])('a command that %s stops what it started', async (_, work, code) => {
  await run(work)
  expect(await end()).toBe(code)
  expect(await told()).toBe('the database stopped\n')
})
