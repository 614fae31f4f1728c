import { type Clock, second } from '#app/kernel/clock.ts'
import type { Log } from './log.server.ts'
import { type Patience, Watcher } from './watcher.server.ts'

/** What watchers of a topic are told: the same bytes to each of them. */
export type Edition<Value> = {
  /** Grows with what it tells, the same in every process: a watcher that comes back with it has missed nothing. */
  id: string
  value: Value
  /** From then on it does not hold any more, even if nothing was heard. */
  validUntil: Date
}

type TopicParts<Value> = {
  clock: Clock
  log: Log
  /** Null for what does not exist, or not any more. */
  read: (name: string) => Promise<Edition<Value> | null>
  /** Whether somebody tells us of changes. */
  isListening: () => boolean
  /** It is read once in this time at the most. */
  pace: number
  /** There was nothing to read, and nobody is left to tell. */
  onGone: (topic: Topic<Value>) => void
}

const pauseAfterFailure = second

/** One topic with those who follow it: one reading and one encoding for all of them. */
export class Topic<Value> {
  readonly name: string
  readonly watchers = new Set<Watcher>()
  edition: Edition<Value> | null = null
  readonly #parts: TopicParts<Value>
  #bytes: Buffer = Buffer.alloc(0)
  #isDirty = true
  #readAt = Number.NEGATIVE_INFINITY
  #reading: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(name: string, parts: TopicParts<Value>) {
    this.name = name
    this.#parts = parts
  }

  async ensureFresh(): Promise<void> {
    if (!this.#isFresh()) await this.#refresh()
  }

  /** For what is kept until the next change: the pace is for watchers, who are told again a moment later. */
  async ensureLatest(): Promise<void> {
    await this.ensureFresh()
    // Twice, for a reading that was under way may have begun before the change.
    for (let turn = 0; turn < 2 && this.#isDirty; turn += 1) await this.#refresh()
  }

  /** Something has changed: it is read again, soon. */
  touch(): void {
    this.#isDirty = true
    this.#refreshLater()
  }

  /** Begins with the current edition unless it is the watcher's last. */
  welcome(lastId: string | null, endurance: Patience): Watcher {
    const watcher = new Watcher((gone) => this.watchers.delete(gone), endurance)
    watcher.begin(this.edition?.id === lastId ? null : this.#bytes, this.#beat())
    this.watchers.add(watcher)
    if (this.#isDirty) this.#refreshLater()
    return watcher
  }

  /** Says to all that what they see still holds, and lets go of who cannot be reached. */
  beat(now: number): void {
    for (const watcher of this.watchers) if (!watcher.isDone(now)) watcher.beat(this.#beat())
    if (this.edition && this.#parts.clock.now() >= this.edition.validUntil) this.#isDirty = true
    if (this.#isDirty) this.#refreshLater()
  }

  /** Nobody has followed it for so long. */
  isIdle(now: number, longest: number): boolean {
    return this.watchers.size === 0 && !this.#reading && now - this.#readAt > longest
  }

  close(): void {
    clearTimeout(this.#timer)
    for (const watcher of this.watchers) watcher.dismiss()
  }

  #beat(): Buffer {
    const { clock } = this.#parts
    return Buffer.from(this.#isFresh() ? `event: beat\ndata: ${clock.now().toISOString()}\n\n` : ':\n\n')
  }

  /** While nobody tells us of changes, an edition is worth no more than the moment at which it was read. */
  #isFresh(): boolean {
    const { clock, isListening, pace } = this.#parts
    if (!this.edition || clock.now() >= this.edition.validUntil) return false
    return (!this.#isDirty && isListening()) || performance.now() - this.#readAt < pace
  }

  #refresh(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#reading ??= this.#renew().finally(() => {
      this.#reading = undefined
      if (this.#isDirty) this.#refreshLater()
    })
    return this.#reading
  }

  /** One without watchers waits until somebody asks. */
  #refreshLater(pause = this.#parts.pace): void {
    if (this.#timer || this.#reading || this.watchers.size === 0) return
    const wait = Math.max(0, this.#readAt + pause - performance.now())
    this.#timer = setTimeout(() => this.#refresh().catch((error) => this.#failLater(error)), wait)
    this.#timer.unref()
  }

  #failLater(error: unknown): void {
    this.#parts.log.warn({ err: error, topic: this.name }, 'live figures were not read')
    this.#isDirty = true
    this.#refreshLater(pauseAfterFailure)
  }

  async #renew(): Promise<void> {
    // Before it is read: what happens meanwhile makes it dirty again.
    this.#isDirty = false
    this.#readAt = performance.now()
    const edition = await this.#parts.read(this.name).catch((error: unknown) => {
      this.#isDirty = true
      throw error
    })
    if (!edition) return this.#parts.onGone(this)
    if (edition.id !== this.edition?.id) {
      this.#bytes = Buffer.from(`id: ${edition.id}\ndata: ${JSON.stringify(edition.value)}\n\n`)
      for (const watcher of this.watchers) watcher.offer(this.#bytes)
    }
    this.edition = edition
  }
}
