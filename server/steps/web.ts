import type { ChildProcess, StdioOptions } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Settings } from '#app/platform/env.server.ts'
import { choosePort } from '../postgres/state.ts'
import type { OpenDatabase } from './database.ts'
import { CommandError, step } from './report.ts'
import { loopback, type PaymentSettings } from './sandbox.ts'
import type { Supervisor } from './supervisor.ts'

type WebParts = { database: OpenDatabase; payments: PaymentSettings }
type WebOptions = {
  file: 'server/serve.ts' | 'server/dev.ts'
  mode: 'production' | 'development'
  /** Where log lines go; `undefined` is the terminal. */
  logFile?: string
}

export async function requireFreePort({ PORT }: Settings): Promise<void> {
  if ((await choosePort(PORT)) !== PORT) {
    throw new CommandError(`Port ${PORT} is taken by another program: stop it, or set PORT to another one`)
  }
}

/** Starts the web processes, and waits until they answer /readyz. */
export async function startWeb(
  supervisor: Supervisor,
  settings: Settings,
  parts: WebParts,
  { file, mode, logFile }: WebOptions,
): Promise<void> {
  await step('starting the shop', async () => {
    const env = { ...process.env, ...webEnvironment(settings, parts), NODE_ENV: mode }
    const log = logFile ? openLog(logFile) : undefined
    const stdio: StdioOptions = ['ignore', log ?? 'inherit', 'inherit']
    const child = supervisor.start({ name: 'shop', args: [file], env, stdio })
    if (log) closeSync(log)
    await waitUntilReady(child, `http://${loopback(settings.HOST)}:${settings.PORT}/readyz`)
  })
}

/** What a web process has to be told. */
export function webEnvironment(settings: Settings, { database, payments }: WebParts): Record<string, string> {
  const { PORT, PUBLIC_URL, DATA_DIR } = settings
  return { PORT: String(PORT), PUBLIC_URL, DATA_DIR, DATABASE_URL: database.url, ...payments }
}

function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true })
  return openSync(file, 'a')
}

export async function waitUntilReady(child: ChildProcess, url: string): Promise<void> {
  const until = performance.now() + 60_000
  let reason = 'no answer'
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new CommandError('The shop did not start: see above, and its log')
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    reason = response ? await response.text() : reason
    await sleep(100)
  }
  throw new CommandError(`The shop is not ready after a minute: ${reason}`)
}
