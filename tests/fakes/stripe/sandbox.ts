import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Api, handleApi, type Witness } from './api.ts'
import { createClock } from './clock.ts'
import { type Controls, createControls } from './controls.ts'
import { buildEvent } from './events.ts'
import { createFaults } from './faults.ts'
import { createIdempotencyKeys } from './idempotency.ts'
import { settleRefund } from './objects/refund.ts'
import { findSession } from './objects/session.ts'
import { settlePayment } from './payments.ts'
import type { TaskRecord } from './records.ts'
import { createRequestLog } from './request-log.ts'
import { type Scheduler, startScheduler } from './scheduler.ts'
import { createSandboxServer } from './server.ts'
import { openStore, type Store } from './state.ts'
import { usualBackoffMs } from './webhooks/deliveries.ts'
import { WebhookQueue, type WebhookTarget } from './webhooks/queue.ts'
import { createSwitches } from './webhooks/switches.ts'
import type { World } from './world.ts'

export type SandboxOptions = {
  /** 0 or absent: any free port. */
  port?: number
  host?: string
  /** Absent: the state is forgotten on close. */
  stateFile?: string
  webhook?: WebhookTarget
  /** Waits before the second and later attempts of a delivery. */
  webhookBackoffMs?: ReadonlyArray<number>
  secretKey?: string
  /** Base of the hosted pages; default http://localhost:<port>. */
  publicUrl?: string
  /** The API version that events carry. */
  apiVersion?: string
  /** How long a wallet's refund stays pending; default 1 second. */
  refundDelayMs?: number
  /** Milliseconds since the epoch; default the machine's clock. */
  now?: () => number
  /** Holds every request and answer against Stripe's OpenAPI document; see `violations`. */
  strictContract?: boolean
}

export type Sandbox = Controls & {
  url: string
  port: number
  secretKey: string
  /** What strictContract found, in words. */
  violations: () => ReadonlyArray<string>
  forgetViolations: () => void
  close: () => Promise<void>
}

export const defaultSecretKey = 'sk_test_chifeng_sandbox'

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const store = openStore(options.stateFile ?? null)
  const contract = options.strictContract ? await openContract() : null
  const { api, controls, scheduler, webhooks, setPublicUrl } = assemble(options, store, contract)
  const { world, secretKey } = api
  const server = createSandboxServer({
    world,
    controls,
    handleApi: (request, response) => handleApi(api, request, response),
  })
  const port = await listen(server, options)
  const url = `http://localhost:${port}`
  setPublicUrl((options.publicUrl ?? url).replace(/\/$/, ''))
  scheduler.runDue()

  return {
    ...controls,
    url,
    port,
    secretKey,
    violations: () => contract?.violations ?? [],
    forgetViolations: () => {
      if (contract !== null) contract.violations.length = 0
    },
    close: async () => {
      scheduler.stop()
      webhooks.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      store.close()
    },
  }
}

type Assembly = {
  api: Api
  controls: Controls
  scheduler: Scheduler
  webhooks: WebhookQueue
  setPublicUrl: (url: string) => void
}

function assemble(options: SandboxOptions, store: Store, contract: Contract | null): Assembly {
  const clock = createClock(store, options.now ?? Date.now)
  const switches = createSwitches()
  const backoffMs = options.webhookBackoffMs ?? usualBackoffMs
  const webhooks = new WebhookQueue({ store, switches, target: options.webhook ?? null, backoffMs })
  const scheduler = startScheduler(store, clock, (task) => runTask(world, task))
  const refundDelayMs = options.refundDelayMs ?? 1_000
  let publicUrl = ''

  const world: World = {
    store,
    clock,
    apiVersion: options.apiVersion ?? '2026-10-28.endive',
    outcomes: { delayed: new Map(), refunds: [], refundDelayMs },
    publicUrl: () => publicUrl,
    emit: (type, object, cause) => {
      const about = { apiVersion: world.apiVersion, created: clock.seconds(), cause }
      const event = buildEvent(type, object, { ...about, pendingWebhooks: webhooks.countTargets(type) })
      contract?.event(event)
      store.put('events', event.id, event)
      webhooks.enqueue(event)
    },
    schedule: scheduler.schedule,
  }
  const api: Api = {
    world,
    secretKey: options.secretKey ?? defaultSecretKey,
    faults: createFaults(),
    keys: createIdempotencyKeys(store, clock),
    log: createRequestLog(),
    witness: contract,
  }
  api.keys.prune()
  const setPublicUrl = (url: string) => {
    publicUrl = url
  }
  return {
    api,
    controls: createControls({ api, webhooks, switches, scheduler }),
    scheduler,
    webhooks,
    setPublicUrl,
  }
}

async function listen(server: Server, { port, host }: SandboxOptions): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port ?? 0, host ?? '127.0.0.1', resolve)
  })
  return (server.address() as AddressInfo).port
}

function runTask(world: World, task: TaskRecord): void {
  if (task.kind === 'expire-session') findSession(world, task.subject)
  else if (task.kind === 'settle-payment') settlePayment(world, task.subject, task.outcome ?? 'succeeded')
  else runRefundTask(world, task.subject)
}

function runRefundTask(world: World, refundId: string): void {
  const outcome = world.store.get('refunds', refundId)?.outcome
  if (outcome === 'pending') settleRefund(world, refundId, 'succeeded')
  if (outcome === 'failed' || outcome === 'succeeded-then-failed') settleRefund(world, refundId, 'failed')
}

type Contract = Witness & { event: (event: object) => void; violations: Array<string> }

/** Loaded only when asked for: Stripe's description has several megabytes. */
async function openContract(): Promise<Contract> {
  const { checkAnswer, checkObject, checkRequest } = await import('#tests/support/stripe-contract.ts')
  const violations: Array<string> = []
  const note = (about: string, found: ReadonlyArray<string>) => {
    for (const violation of found) violations.push(`${about}: ${violation}`)
  }
  return {
    violations,
    request: ({ method, path }, params) =>
      note(`request ${method} ${path}`, checkRequest(`${method} ${path}`, params)),
    answer: ({ method, path }, status, body) => {
      note(`answer ${status} ${method} ${path}`, checkAnswer(`${method} ${path}`, status, body))
    },
    event: (event) => note('event', checkObject('event', event)),
  }
}
