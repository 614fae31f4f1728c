import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterAll, vi } from 'vitest'
import { choosePort } from '#server/postgres/state.ts'
import { waitUntilReady } from '#server/steps/web.ts'
import type { TestDatabase } from './database.ts'
import { stripeEnv, type Till } from './till.ts'

type LogLine = {
  level: number
  msg: string
  requestId?: string
  route?: string
  status?: number
  ms?: number
}

/** The built shop as `npm run serve` runs it. */
export type ShopProcesses = {
  url: string
  dataDir: string
  /** Everything that its processes have logged so far. */
  lines: ReadonlyArray<LogLine>
  start(): Promise<void>
  /** As a supervisor stops it; the exit code, and how long it took. */
  stop(): Promise<{ code: number | null; milliseconds: number }>
  /** As a machine does that runs out of memory. */
  kill(): Promise<void>
}

type Options = { processes?: number; env?: Record<string, string> }

/** Starts the shop on the test's database, with the till's sandbox in Stripe's place; it ends with the test file. */
export async function useShopProcesses(
  { url: database }: TestDatabase,
  till: Till,
  options: Options = {},
): Promise<ShopProcesses> {
  const processes = options.processes ?? 1
  const port = await choosePort()
  const url = `http://127.0.0.1:${port}`
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shop-'))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: folder,
    DATABASE_URL: database,
    WEB_PROCESSES: String(processes),
    ...stripeEnv(till.sandbox),
    ...options.env,
  }
  const lines: Array<LogLine> = []
  let child: ReturnType<typeof spawn> | undefined

  async function start(): Promise<void> {
    child = spawn(process.execPath, ['server/serve.ts'], { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    collectLines(child, lines)
    const before = countStarts(lines)
    await waitUntilReady(child, `${url}/readyz`)
    // The first of them answers before the last has come up.
    await vi.waitUntil(() => countStarts(lines) - before >= processes, { timeout: 20_000 })
  }

  async function stop() {
    const from = performance.now()
    const ended =
      child && child.exitCode === null && child.signalCode === null ? once(child, 'exit') : [child?.exitCode]
    child?.kill('SIGTERM')
    const [code] = await ended
    return { code: code as number | null, milliseconds: performance.now() - from }
  }

  async function kill(): Promise<void> {
    if (!child) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  afterAll(async () => {
    await stop()
    await rm(folder, { recursive: true, force: true })
  })
  await start()
  return { url, dataDir: folder, lines, start, stop, kill }
}

/** How often a process has begun to serve. */
export function countStarts(lines: ReadonlyArray<LogLine>): number {
  return lines.filter(({ msg }) => msg === 'serving').length
}

function collectLines(child: ChildProcess, lines: Array<LogLine>): void {
  let rest = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) lines.push(JSON.parse(part) as LogLine)
  })
}
