import type { Api } from './api.ts'
import { declines, findCard } from './cards.ts'
import type { Fault, PlannedFault } from './faults.ts'
import { settleRefund } from './objects/refund.ts'
import { closeSession, findSession } from './objects/session.ts'
import { type AttemptResult, complete, decline, settlePayment, tryCard } from './payments.ts'
import type { MethodType, RefundOutcome } from './records.ts'
import type { LoggedRequest } from './request-log.ts'
import type { Scheduler } from './scheduler.ts'
import type { DeliveryRecord } from './webhooks/deliveries.ts'
import type { WebhookQueue, WebhookTarget } from './webhooks/queue.ts'
import type { WebhookAction, WebhookSwitch, WebhookSwitches } from './webhooks/switches.ts'
import { nobody } from './world.ts'

type PayOptions = {
  method?: MethodType
  /** For cards, one of Stripe's test numbers; it decides the outcome. */
  cardNumber?: string
  outcome?: 'succeeded' | 'failed'
}

type SwitchOptions = { types?: ReadonlyArray<string>; times?: number | null }

/** What tests do to the sandbox, in process or over /_sandbox. */
export type Controls = {
  /** Pays an open session as its customer would. */
  pay: (sessionId: string, options?: PayOptions) => AttemptResult
  /** A delayed payment arrives or fails; false when none is on its way. */
  settlePayment: (sessionId: string, outcome: 'succeeded' | 'failed') => boolean
  /** As if its time had come; false when it is no longer open. */
  expireNow: (sessionId: string) => boolean
  advanceClock: (seconds: number) => void
  delayMethod: (
    method: MethodType,
    outcome: 'succeeded' | 'failed' | 'by-hand' | 'off',
    afterMs?: number,
  ) => void
  /** The next refunds, one entry each. Without a time, one that is pending waits for `settleRefund`. */
  planRefunds: (outcome: RefundOutcome, options?: { times?: number; afterMs?: number | null }) => void
  settleRefund: (refundId: string, outcome: 'succeeded' | 'failed') => boolean
  bendWebhooks: (action: WebhookAction, options?: SwitchOptions) => WebhookSwitch
  webhookSwitches: () => ReadonlyArray<WebhookSwitch>
  straightenWebhooks: () => void
  releaseWebhooks: (order?: ReadonlyArray<string>) => Promise<void>
  /** Attempts all pending deliveries now and waits for their results. */
  flushWebhooks: () => Promise<void>
  redeliver: (eventId: string) => Promise<void>
  deliveries: () => ReadonlyArray<DeliveryRecord>
  setWebhookTarget: (target: WebhookTarget | null) => void
  addFault: (fault: Fault) => PlannedFault
  faults: () => ReadonlyArray<PlannedFault>
  clearFaults: () => void
  requests: () => ReadonlyArray<LoggedRequest>
  clearRequests: () => void
  /** Forgets everything: objects, keys, switches, faults, logs, clock. */
  reset: () => void
}

type Parts = {
  api: Api
  webhooks: WebhookQueue
  switches: WebhookSwitches
  scheduler: Scheduler
}

export function createControls({ api, webhooks, switches, scheduler }: Parts): Controls {
  const { world, faults, log } = api
  const { store, outcomes } = world
  return {
    pay: (sessionId, options = {}) => pay(api, sessionId, options),
    settlePayment: (sessionId, outcome) => settlePayment(world, sessionId, outcome),
    expireNow: (sessionId) => {
      const record = findSession(world, sessionId)
      if (record.session.status !== 'open') return false
      closeSession(world, record, nobody)
      return true
    },
    advanceClock: (seconds) => {
      world.clock.advance(seconds * 1000)
      scheduler.runDue()
    },
    delayMethod: (method, outcome, afterMs = 1_000) => {
      if (outcome === 'off') outcomes.delayed.delete(method)
      else outcomes.delayed.set(method, { outcome, afterMs })
    },
    planRefunds: (outcome, { times = 1, afterMs = null } = {}) => {
      for (let i = 0; i < times; i++) outcomes.refunds.push({ outcome, afterMs })
    },
    settleRefund: (refundId, outcome) => settleRefund(world, refundId, outcome),
    bendWebhooks: (action, options) => switches.add(action, options),
    webhookSwitches: switches.list,
    straightenWebhooks: switches.clear,
    releaseWebhooks: (order = []) => webhooks.release(order),
    flushWebhooks: () => webhooks.flush(),
    redeliver: (eventId) => webhooks.redeliver(eventId),
    deliveries: () => store.all('deliveries'),
    setWebhookTarget: (target) => webhooks.setTarget(target),
    addFault: faults.add,
    faults: faults.list,
    clearFaults: faults.clear,
    requests: log.list,
    clearRequests: log.clear,
    reset: () => {
      store.clear()
      switches.clear()
      faults.clear()
      log.clear()
      outcomes.delayed.clear()
      outcomes.refunds.length = 0
    },
  }
}

function pay({ world }: Api, sessionId: string, options: PayOptions): AttemptResult {
  const method = options.method ?? 'card'
  if (options.outcome === 'failed') {
    return decline(
      world,
      sessionId,
      { method, card: null },
      method === 'card' ? declines.generic : declines.wallet,
    )
  }
  if (method !== 'card' || options.cardNumber === undefined)
    return complete(world, sessionId, { method, card: null })
  const card = findCard(options.cardNumber)
  if (card === null) throw new Error(`${options.cardNumber} is not a test card`)
  return tryCard(world, sessionId, card)
}
