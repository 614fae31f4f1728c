import { type Clock, second } from '#app/kernel/clock.ts'
import type { Bus } from './bus.server.ts'
import type { Log } from './log.server.ts'
import { type Patience, patience, Watcher } from './watcher.server.ts'

/** What watchers of a topic are told: the same bytes to each of them. */
type Edition<Value> = {
  /** Grows with what it tells, the same in every process: a watcher that comes back with it has missed nothing. */
  id: string
  value: Value
  /** From then on it does not hold any more, even if nothing was heard. */
  validUntil: Date
}

export type Broadcast<Value> = {
  /** Begins with the current edition unless it is the watcher's last; null for a topic that does not exist, or is not theirs. */
  watch(topic: string, lastId: string | null): Promise<Watcher | null>
  /** The current edition, read once however many ask at once: not older than the last change that was heard of. */
  current(topic: string): Promise<Edition<Value> | null>
  /** Something has changed: those topics are read again, soon. */
  touch(isMeant: (topic: string) => boolean): void
  size(): { watchers: number; topics: number }
  /** Says goodbye to all, who come back one after the other. */
  stop(): void
}

type Parts<Value> = {
  bus: Pick<Bus, 'isListening' | 'onGap'>
  clock: Clock
  log: Log
  read: (topic: string) => Promise<Edition<Value> | null>
  timing?: Partial<Timing>
}

type Timing = Patience & {
  /** A topic is read at most four times a second. */
  pace: number
  /** Under the ten seconds after which a page says that it may be late, and the fifteen that proxies are patient for. */
  beatEvery: number
}

type Topic<Value> = {
  name: string
  edition: Edition<Value> | null
  bytes: Buffer
  isDirty: boolean
  readAt: number
  reading: Promise<void> | undefined
  timer: NodeJS.Timeout | undefined
  watchers: Set<Watcher>
}

const usualTiming: Timing = { ...patience, pace: second / 4, beatEvery: 5 * second }
const pauseAfterFailure = second

/** One reading and one encoding for all watchers of a topic; per watcher no query, no timer and no listener. */
export function createBroadcast<Value>({ bus, clock, log, read, ...own }: Parts<Value>): Broadcast<Value> {
  const { pace, beatEvery, ...endurance } = { ...usualTiming, ...own.timing }
  const topics = new Map<string, Topic<Value>>()
  let isStopped = false
  let beating: NodeJS.Timeout | undefined

  function open(name: string): Topic<Value> {
    const known = topics.get(name)
    if (known) return known
    const topic: Topic<Value> = {
      name,
      edition: null,
      bytes: Buffer.alloc(0),
      isDirty: true,
      readAt: Number.NEGATIVE_INFINITY,
      reading: undefined,
      timer: undefined,
      watchers: new Set(),
    }
    topics.set(name, topic)
    beating ??= setInterval(beat, beatEvery).unref()
    return topic
  }

  function drop(topic: Topic<Value>): void {
    clearTimeout(topic.timer)
    for (const watcher of topic.watchers) watcher.dismiss()
    topics.delete(topic.name)
    if (topics.size > 0) return
    clearInterval(beating)
    beating = undefined
  }

  function refresh(topic: Topic<Value>): Promise<void> {
    clearTimeout(topic.timer)
    topic.timer = undefined
    topic.reading ??= renew(topic).finally(() => {
      topic.reading = undefined
      if (topic.isDirty) refreshLater(topic)
    })
    return topic.reading
  }

  /** Those without watchers wait until somebody asks. */
  function refreshLater(topic: Topic<Value>, pause = pace): void {
    if (topic.timer || topic.reading || topic.watchers.size === 0) return
    const wait = Math.max(0, topic.readAt + pause - performance.now())
    topic.timer = setTimeout(() => refresh(topic).catch((error) => failLater(topic, error)), wait)
    topic.timer.unref()
  }

  function failLater(topic: Topic<Value>, error: unknown): void {
    log.warn({ err: error, topic: topic.name }, 'live figures were not read')
    topic.isDirty = true
    refreshLater(topic, pauseAfterFailure)
  }

  async function renew(topic: Topic<Value>): Promise<void> {
    // Before it is read: what happens meanwhile makes it dirty again.
    topic.isDirty = false
    topic.readAt = performance.now()
    const edition = await read(topic.name).catch((error: unknown) => {
      topic.isDirty = true
      throw error
    })
    if (!edition) return drop(topic)
    if (edition.id !== topic.edition?.id) {
      topic.bytes = Buffer.from(`id: ${edition.id}\ndata: ${JSON.stringify(edition.value)}\n\n`)
      for (const watcher of topic.watchers) watcher.offer(topic.bytes)
    }
    topic.edition = edition
  }

  /** While nobody tells us of changes, an edition is worth no more than the moment at which it was read. */
  function isFresh({ edition, isDirty, readAt }: Topic<Value>): boolean {
    if (!edition || clock.now() >= edition.validUntil) return false
    return (!isDirty && bus.isListening()) || performance.now() - readAt < pace
  }

  async function ensureFresh(topic: Topic<Value>): Promise<void> {
    if (!isFresh(topic)) await refresh(topic)
  }

  /** For what is kept until the next change: the pace is for watchers, who are told again a moment later. */
  async function ensureLatest(topic: Topic<Value>): Promise<void> {
    await ensureFresh(topic)
    // Twice, for a reading that was under way may have begun before the change.
    for (let turn = 0; turn < 2 && topic.isDirty; turn += 1) await refresh(topic)
  }

  /** Says to all that what they see still holds, lets go of who cannot be reached, and of topics that nobody follows. */
  function beat(): void {
    const now = performance.now()
    for (const topic of topics.values()) {
      for (const watcher of topic.watchers) if (!watcher.isDone(now)) watcher.beat(beatOf(topic))
      if (topic.edition && clock.now() >= topic.edition.validUntil) topic.isDirty = true
      if (topic.watchers.size === 0 && !topic.reading && now - topic.readAt > 12 * beatEvery) drop(topic)
      else if (topic.isDirty) refreshLater(topic)
    }
  }

  function beatOf(topic: Topic<Value>): Buffer {
    return Buffer.from(isFresh(topic) ? `event: beat\ndata: ${clock.now().toISOString()}\n\n` : ':\n\n')
  }

  bus.onGap(() => touch(() => true))

  function touch(isMeant: (topic: string) => boolean): void {
    for (const topic of topics.values()) {
      if (!isMeant(topic.name)) continue
      topic.isDirty = true
      refreshLater(topic)
    }
  }

  return {
    async watch(name, lastId) {
      const topic = open(name)
      await ensureFresh(topic)
      if (topics.get(name) !== topic) return null
      const watcher = new Watcher((gone) => topic.watchers.delete(gone), endurance)
      watcher.begin(topic.edition?.id === lastId ? null : topic.bytes, beatOf(topic))
      if (isStopped) watcher.dismiss()
      else topic.watchers.add(watcher)
      if (topic.isDirty) refreshLater(topic)
      return watcher
    },
    async current(name) {
      const topic = open(name)
      await ensureLatest(topic)
      return topics.get(name) === topic ? topic.edition : null
    },
    touch,
    size: () => ({
      topics: topics.size,
      watchers: [...topics.values()].reduce((sum, { watchers }) => sum + watchers.size, 0),
    }),
    stop() {
      isStopped = true
      for (const topic of topics.values()) drop(topic)
    },
  }
}
