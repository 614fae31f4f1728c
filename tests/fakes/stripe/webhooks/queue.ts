import { newId } from '../ids.ts'
import type { EventRecord } from '../records.ts'
import type { Store } from '../state.ts'
import type { DeliveryAttempt, DeliveryRecord } from './deliveries.ts'
import { isDelivered, sendEvent } from './sender.ts'
import type { WebhookSwitches } from './switches.ts'

export type WebhookTarget = { url: string; secrets: ReadonlyArray<string> }

type Options = {
  store: Store
  switches: WebhookSwitches
  target: WebhookTarget | null
  /** Waits before the second and later attempts. */
  backoffMs: ReadonlyArray<number>
}

type Receiver = { url: string; endpointId: string | null }

/** Brings every event to every endpoint that wants it, at least once, as far as the switches allow. */
export class WebhookQueue {
  readonly #options: Options
  readonly #timers = new Map<string, NodeJS.Timeout>()
  readonly #inFlight = new Map<string, Promise<void>>()
  #target: WebhookTarget | null
  #isStopped = false

  constructor(options: Options) {
    this.#options = options
    this.#target = options.target
    for (const delivery of this.#withStatus('pending')) this.#plan(delivery)
  }

  /** How many endpoints want events of this type. */
  countTargets(type: string): number {
    return this.#receivers(type).length
  }

  enqueue(event: EventRecord): void {
    for (const receiver of this.#receivers(event.type)) this.#enqueueFor(event, receiver)
  }

  /** Sends an event once more to all who want it, whatever became of it before. */
  async redeliver(eventId: string): Promise<void> {
    const event = this.#options.store.get('events', eventId)
    if (event === undefined) throw new Error(`no event ${eventId}`)
    const again = this.#receivers(event.type).map((receiver) => newDelivery(event, receiver))
    for (const delivery of again) this.#save(delivery)
    await Promise.all(again.map(({ id }) => this.#attempt(id)))
  }

  /** Lets held deliveries go one after the other: in the given order of event types or ids, the rest after. */
  async release(order: ReadonlyArray<string>): Promise<void> {
    const rank = ({ type, eventId }: DeliveryRecord): number => {
      const found = order.findIndex((entry) => entry === type || entry === eventId)
      return found === -1 ? order.length : found
    }
    for (const delivery of this.#withStatus('held').sort((a, b) => rank(a) - rank(b))) {
      this.#save({ ...delivery, status: 'pending' })
      await this.#attempt(delivery.id)
    }
  }

  /** Attempts all that is pending now, without waiting for its time. */
  async flush(): Promise<void> {
    await Promise.all(this.#withStatus('pending').map(({ id }) => this.#attempt(id)))
  }

  setTarget(target: WebhookTarget | null): void {
    this.#target = target
  }

  stop(): void {
    this.#isStopped = true
    for (const timer of this.#timers.values()) clearTimeout(timer)
  }

  #receivers(type: string): Array<Receiver> {
    const own = this.#target === null ? [] : [{ url: this.#target.url, endpointId: null }]
    const endpoints = this.#options.store
      .all('webhookEndpoints')
      .filter(({ enabled_events: wanted }) => wanted.includes('*') || wanted.includes(type))
      .map(({ id, url }) => ({ url, endpointId: id }))
    return [...own, ...endpoints]
  }

  #enqueueFor(event: EventRecord, receiver: Receiver): void {
    const bend = this.#options.switches.take(event.type, ['drop', 'hold', 'duplicate', 'delay'])
    const copies = bend?.kind === 'duplicate' ? bend.copies : 1
    for (let copy = 0; copy < copies; copy++) {
      const delivery = newDelivery(event, receiver)
      if (bend?.kind === 'drop') Object.assign(delivery, { status: 'dropped', nextAttemptAt: null })
      if (bend?.kind === 'hold') Object.assign(delivery, { status: 'held', nextAttemptAt: null })
      if (bend?.kind === 'delay') delivery.nextAttemptAt = Date.now() + bend.milliseconds
      this.#save(delivery)
      this.#plan(delivery)
    }
  }

  #plan({ id, nextAttemptAt }: DeliveryRecord): void {
    if (this.#isStopped || nextAttemptAt === null) return
    clearTimeout(this.#timers.get(id))
    const timer = setTimeout(() => this.#attempt(id), Math.max(0, nextAttemptAt - Date.now()))
    timer.unref()
    this.#timers.set(id, timer)
  }

  #attempt(id: string): Promise<void> {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
    const running = this.#inFlight.get(id)
    if (running !== undefined) return running
    const attempt = this.#attemptNow(id).finally(() => this.#inFlight.delete(id))
    this.#inFlight.set(id, attempt)
    return attempt
  }

  async #attemptNow(id: string): Promise<void> {
    const { store } = this.#options
    const delivery = store.get('deliveries', id)
    const event = delivery === undefined ? undefined : store.get('events', delivery.eventId)
    if (delivery === undefined || event === undefined) return
    const attempt = await this.#send(event, delivery)
    // Reset, or stopped, while the request was out: its result belongs to nobody.
    if (this.#isStopped || store.get('deliveries', id) === undefined) return
    const after = this.#afterAttempt({ ...delivery, attempts: [...delivery.attempts, attempt] }, attempt)
    this.#save(after)
    this.#plan(after)
  }

  #afterAttempt(delivery: DeliveryRecord, attempt: DeliveryAttempt): DeliveryRecord {
    if (isDelivered(attempt)) return { ...delivery, status: 'delivered', nextAttemptAt: null }
    const wait = this.#options.backoffMs[delivery.attempts.length - 1]
    if (wait === undefined) return { ...delivery, status: 'failed', nextAttemptAt: null }
    return { ...delivery, status: 'pending', nextAttemptAt: Date.now() + wait }
  }

  async #send(event: EventRecord, delivery: DeliveryRecord): Promise<DeliveryAttempt> {
    const bend = this.#options.switches.take(event.type, ['fail', 'lose-answer'])
    if (bend?.kind === 'fail') {
      return { at: new Date().toISOString(), status: null, error: 'failed by a switch', milliseconds: 0 }
    }
    const { url, secrets } = this.#destination(delivery)
    const attempt = await sendEvent(event, url, secrets)
    return bend === null ? attempt : { ...attempt, status: null, error: 'answer lost by a switch' }
  }

  /** Where it goes now: the shop may have come back on another port, with another secret. */
  #destination({ endpointId, url }: DeliveryRecord): WebhookTarget {
    if (endpointId === null) return this.#target ?? { url, secrets: [] }
    const secret = this.#options.store.get('webhookEndpoints', endpointId)?.secret
    return { url, secrets: secret === undefined ? [] : [secret] }
  }

  #withStatus(status: DeliveryRecord['status']): Array<DeliveryRecord> {
    return this.#options.store.all('deliveries').filter((delivery) => delivery.status === status)
  }

  #save(delivery: DeliveryRecord): void {
    this.#options.store.put('deliveries', delivery.id, delivery)
  }
}

function newDelivery(event: EventRecord, receiver: Receiver): DeliveryRecord {
  return {
    id: newId('del_'),
    eventId: event.id,
    type: event.type,
    ...receiver,
    status: 'pending',
    attempts: [],
    nextAttemptAt: Date.now(),
  }
}
