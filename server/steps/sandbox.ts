import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Settings } from '#app/platform/env.server.ts'
import { choosePort } from '../postgres/state.ts'
import { CommandError, step } from './report.ts'
import type { Supervisor } from './supervisor.ts'

/** What the shop is told about payments. */
export type PaymentSettings = {
  STRIPE_SECRET_KEY: string
  STRIPE_WEBHOOK_SECRET: string
  STRIPE_API_BASE?: string
}

type Kept = { port: number; secretKey: string; webhookSecret: string }

/** Stripe's keys when they are set; else the payment sandbox, which keeps its payments in DATA_DIR. */
export async function openPayments(settings: Settings, supervisor: Supervisor): Promise<PaymentSettings> {
  const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_API_BASE } = settings
  if (STRIPE_SECRET_KEY && STRIPE_WEBHOOK_SECRET) {
    return { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, ...(STRIPE_API_BASE ? { STRIPE_API_BASE } : {}) }
  }
  return step('starting the payment sandbox', () => startSandbox(settings, supervisor))
}

async function startSandbox(settings: Settings, supervisor: Supervisor): Promise<PaymentSettings> {
  const kept = await remember(settings)
  // The payment page must be within reach of the same people as the shop.
  const address = new URL(settings.PUBLIC_URL)
  const publicUrl = `http://${address.hostname}:${kept.port}`
  const child = supervisor.start({
    name: 'payment sandbox',
    args: ['tests/fakes/stripe/main.ts'],
    env: {
      ...process.env,
      SANDBOX_PORT: String(kept.port),
      SANDBOX_HOST: settings.HOST,
      SANDBOX_PUBLIC_URL: publicUrl,
      SANDBOX_STATE_FILE: path.join(settings.DATA_DIR, 'sandbox', 'state.json'),
      SANDBOX_SECRET_KEY: kept.secretKey,
      SANDBOX_WEBHOOK_URL: `http://${loopback(settings.HOST)}:${settings.PORT}/hooks/stripe`,
      SANDBOX_WEBHOOK_SECRET: kept.webhookSecret,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', () => reject(new CommandError('The payment sandbox did not start: see above')))
  })
  child.stdout?.resume()
  return {
    STRIPE_SECRET_KEY: kept.secretKey,
    STRIPE_WEBHOOK_SECRET: kept.webhookSecret,
    STRIPE_API_BASE: publicUrl,
  }
}

async function remember({ DATA_DIR, SANDBOX_PORT }: Settings): Promise<Kept> {
  const file = path.join(DATA_DIR, 'sandbox', 'settings.json')
  const before: Kept = existsSync(file)
    ? (JSON.parse(await readFile(file, 'utf8')) as Kept)
    : { port: 0, secretKey: `sk_test_sandbox${token()}`, webhookSecret: `whsec_${token()}` }
  const port = await choosePort(SANDBOX_PORT ?? before.port)
  if (SANDBOX_PORT && port !== SANDBOX_PORT) throw new CommandError(`SANDBOX_PORT ${SANDBOX_PORT} is taken`)
  const kept = { ...before, port }
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(kept), { mode: 0o600 })
  return kept
}

function token(): string {
  return randomBytes(16).toString('hex')
}

/** An address of this machine on which a server bound to `host` answers. */
export function loopback(host: string): string {
  return ['0.0.0.0', '::', 'localhost'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
}
