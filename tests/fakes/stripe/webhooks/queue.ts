import { newId } from '../ids.ts'
import type { EventRecord } from '../records.ts'
import type { Store } from '../state.ts'
import type { DeliveryAttempt, DeliveryRecord } from './deliveries.ts'
import { isDelivered, sendEvent } from './sender.ts'
import type { WebhookSwitches } from './switches.ts'

export type WebhookTarget = { url: string; secrets: ReadonlyArray<string> }

export type WebhookQueue = {
  /** How many endpoints want events of this type. */
  countTargets: (type: string) => number
  /** Sends an event to every endpoint that wants it, as the switches allow. */
  enqueue: (event: EventRecord) => void
  /** Sends an event that exists once more, to all, whatever became of it before. */
  redeliver: (eventId: string) => Promise<void>
  /** Lets held deliveries go, one after the other: in the given order of event types or ids, the rest after. */
  release: (order: ReadonlyArray<string>) => Promise<void>
  /** Attempts all that is pending now, without waiting for its time. */
  flush: () => Promise<void>
  setTarget: (target: WebhookTarget | null) => void
  stop: () => void
}

type Options = {
  store: Store
  switches: WebhookSwitches
  target: WebhookTarget | null
  backoffMs: ReadonlyArray<number>
}

export function startWebhookQueue({ store, switches, backoffMs, ...options }: Options): WebhookQueue {
  let target = options.target
  let isStopped = false
  const timers = new Map<string, NodeJS.Timeout>()
  const inFlight = new Map<string, Promise<void>>()

  function save(delivery: DeliveryRecord): void {
    store.put('deliveries', delivery.id, delivery)
  }

  function targetsOf(type: string): Array<{ url: string; endpointId: string | null }> {
    const endpoints = store
      .all('webhookEndpoints')
      .filter(({ enabled_events }) => enabled_events.includes('*') || enabled_events.includes(type))
    return [
      ...(target === null ? [] : [{ url: target.url, endpointId: null }]),
      ...endpoints.map(({ id, url }) => ({ url, endpointId: id })),
    ]
  }

  function secretsOf({ endpointId }: DeliveryRecord): ReadonlyArray<string> {
    if (endpointId === null) return target?.secrets ?? []
    const secret = store.get('webhookEndpoints', endpointId)?.secret
    return secret === undefined ? [] : [secret]
  }

  function plan(delivery: DeliveryRecord): void {
    if (isStopped || delivery.nextAttemptAt === null) return
    clearTimeout(timers.get(delivery.id))
    const timer = setTimeout(() => attempt(delivery.id), Math.max(0, delivery.nextAttemptAt - Date.now()))
    timer.unref()
    timers.set(delivery.id, timer)
  }

  function attempt(id: string): Promise<void> {
    clearTimeout(timers.get(id))
    timers.delete(id)
    const running = inFlight.get(id)
    if (running !== undefined) return running
    const promise = attemptNow(id).finally(() => inFlight.delete(id))
    inFlight.set(id, promise)
    return promise
  }

  async function attemptNow(id: string): Promise<void> {
    const delivery = store.get('deliveries', id)
    const event = delivery === undefined ? undefined : store.get('events', delivery.eventId)
    if (delivery === undefined || event === undefined) return
    const made = await bentAttempt(event, delivery)
    // Reset, or stopped, while the request was out: its result belongs to nobody.
    if (isStopped || store.get('deliveries', id) === undefined) return
    const attempts = [...delivery.attempts, made]
    if (isDelivered(made)) {
      save({ ...delivery, attempts, status: 'delivered', nextAttemptAt: null })
      return
    }
    const wait = backoffMs[attempts.length - 1]
    const retry: DeliveryRecord =
      wait === undefined
        ? { ...delivery, attempts, status: 'failed', nextAttemptAt: null }
        : { ...delivery, attempts, status: 'pending', nextAttemptAt: Date.now() + wait }
    save(retry)
    plan(retry)
  }

  async function bentAttempt(event: EventRecord, delivery: DeliveryRecord): Promise<DeliveryAttempt> {
    const bend = switches.take(event.type, ['fail', 'lose-answer'])
    const at = new Date().toISOString()
    if (bend?.kind === 'fail') return { at, status: null, error: 'failed by a switch', milliseconds: 0 }
    const url = delivery.endpointId === null ? (target?.url ?? delivery.url) : delivery.url
    const made = await sendEvent(event, url, secretsOf(delivery))
    return bend?.kind === 'lose-answer' ? { ...made, status: null, error: 'answer lost by a switch' } : made
  }

  function enqueueOne(event: EventRecord, to: { url: string; endpointId: string | null }): void {
    const bend = switches.take(event.type, ['drop', 'hold', 'duplicate', 'delay'])
    const copies = bend?.kind === 'duplicate' ? bend.copies : 1
    for (let copy = 0; copy < copies; copy++) {
      const delivery: DeliveryRecord = {
        id: newId('del_'),
        eventId: event.id,
        type: event.type,
        ...to,
        status: bend?.kind === 'drop' ? 'dropped' : bend?.kind === 'hold' ? 'held' : 'pending',
        attempts: [],
        nextAttemptAt: Date.now() + (bend?.kind === 'delay' ? bend.milliseconds : 0),
      }
      if (delivery.status !== 'pending') delivery.nextAttemptAt = null
      save(delivery)
      plan(delivery)
    }
  }

  async function release(order: ReadonlyArray<string>): Promise<void> {
    const held = store.all('deliveries').filter(({ status }) => status === 'held')
    const rank = ({ type, eventId }: DeliveryRecord): number => {
      const found = order.findIndex((entry) => entry === type || entry === eventId)
      return found === -1 ? order.length : found
    }
    for (const delivery of held.sort((a, b) => rank(a) - rank(b))) {
      save({ ...delivery, status: 'pending' })
      await attempt(delivery.id)
    }
  }

  for (const delivery of store.all('deliveries')) if (delivery.status === 'pending') plan(delivery)

  return {
    countTargets: (type) => targetsOf(type).length,
    enqueue: (event) => {
      for (const to of targetsOf(event.type)) enqueueOne(event, to)
    },
    redeliver: async (eventId) => {
      const event = store.get('events', eventId)
      if (event === undefined) throw new Error(`no event ${eventId}`)
      const again = targetsOf(event.type).map((to) => {
        const id = newId('del_')
        save({ id, eventId, type: event.type, ...to, status: 'pending', attempts: [], nextAttemptAt: Date.now() })
        return attempt(id)
      })
      await Promise.all(again)
    },
    release,
    flush: async () => {
      const pending = store.all('deliveries').filter(({ status }) => status === 'pending')
      await Promise.all(pending.map(({ id }) => attempt(id)))
    },
    setTarget: (changed) => {
      target = changed
    },
    stop: () => {
      isStopped = true
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
