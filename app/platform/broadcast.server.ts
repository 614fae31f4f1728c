import { type Clock, second } from '#app/kernel/clock.ts'
import type { Bus } from './bus.server.ts'
import type { Log } from './log.server.ts'
import { type Edition, Topic } from './topic.server.ts'
import { type Patience, patience, type Watcher } from './watcher.server.ts'

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

const usualTiming: Timing = { ...patience, pace: second / 4, beatEvery: 5 * second }

/** The topics that somebody follows, or did a moment ago; per watcher no query, no timer and no listener. */
export function createBroadcast<Value>({ bus, timing, ...parts }: Parts<Value>): Broadcast<Value> {
  const { pace, beatEvery, ...endurance } = { ...usualTiming, ...timing }
  const topics = new Map<string, Topic<Value>>()
  let isStopped = false
  let beating: NodeJS.Timeout | undefined

  function open(name: string): Topic<Value> {
    const topic =
      topics.get(name) ??
      new Topic(name, { ...parts, isListening: () => bus.isListening(), pace, onGone: drop })
    topics.set(name, topic)
    beating ??= setInterval(beat, beatEvery).unref()
    return topic
  }

  function drop(topic: Topic<Value>): void {
    topic.close()
    topics.delete(topic.name)
    if (topics.size > 0) return
    clearInterval(beating)
    beating = undefined
  }

  function beat(): void {
    const now = performance.now()
    for (const topic of topics.values()) {
      topic.beat(now)
      if (topic.isIdle(now, 12 * beatEvery)) drop(topic)
    }
  }

  function touch(isMeant: (topic: string) => boolean): void {
    for (const topic of topics.values()) if (isMeant(topic.name)) topic.touch()
  }

  bus.onGap(() => touch(() => true))

  return {
    async watch(name, lastId) {
      const topic = open(name)
      await topic.ensureFresh()
      if (topics.get(name) !== topic) return null
      const watcher = topic.welcome(lastId, endurance)
      if (isStopped) watcher.dismiss()
      return watcher
    },
    async current(name) {
      const topic = open(name)
      await topic.ensureLatest()
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
