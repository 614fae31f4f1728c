import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { choosePort } from '#server/postgres/state.ts'
import { endWithUs } from '#server/steps/run-program.ts'

export type RunningServer = { url: string; child: ChildProcess; stop(): Promise<void> }

/** Starts a server file on a free port, and waits until `probe` answers. */
export async function startServer(
  file: string,
  own: Record<string, string>,
  { probe = '/readyz', execArgv = [] as Array<string> } = {},
): Promise<RunningServer> {
  const port = await choosePort()
  const url = `http://127.0.0.1:${port}`
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...own,
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: url,
  }
  const child = endWithUs(fork(file, { env, execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }))
  for (let patience = 300; ; patience -= 1) {
    const response = await fetch(url + probe, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    if (response?.ok) break
    if (patience === 0 || child.exitCode !== null) {
      child.kill('SIGKILL')
      throw new Error(`${file} did not start`)
    }
    await sleep(100)
  }
  return {
    url,
    child,
    async stop() {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

/** Nothing of it is called: pages and carts do not pay. */
const noPayments = {
  STRIPE_SECRET_KEY: 'sk_test_bench',
  STRIPE_WEBHOOK_SECRET: 'whsec_bench',
  STRIPE_API_BASE: 'http://127.0.0.1:9',
}

export type ShopOptions = {
  databaseUrl: string
  dataDir: string
  pageCacheMb?: number
  execArgv?: Array<string>
}

export function startShop({
  databaseUrl,
  dataDir,
  pageCacheMb = 128,
  execArgv = [],
}: ShopOptions): Promise<RunningServer> {
  const env = {
    ...noPayments,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PAGE_CACHE_MB: String(pageCacheMb),
    LOG_LEVEL: 'info',
  }
  return startServer('server/serve.ts', env, { execArgv })
}
