import pg from 'pg'
import type { Env } from './env.server.ts'
import type { Log } from './log.server.ts'

type Listener = (payload: string) => void

/** What travels between processes: NOTIFY of PostgreSQL, heard on one connection kept for it. */
export type Bus = {
  /** Connects, and stays connected until `stop`. Resolves when it listens for the first time, or has first failed. */
  start(): Promise<void>
  /** False from a lost connection until the next `onGap`: what happens meanwhile is not heard. */
  isListening(): boolean
  subscribe(channel: string, listener: Listener): void
  /** After a lost connection nobody knows what was missed: caches drop everything here. */
  onGap(listener: () => void): void
  stop(): Promise<void>
}

const firstDelay = 100
const longestDelay = 5_000
const heartbeat = 15_000

export function createBus(env: Pick<Env, 'DATABASE_URL'>, log: Log): Bus {
  const listeners = new Map<string, Array<Listener>>()
  const gapListeners: Array<() => void> = []
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let isListening = false
  let isStopped = false
  let delay = firstDelay

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: env.DATABASE_URL,
      options: '-c role=shop_app',
      application_name: 'bus',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    })
    let isLost = false
    const lose = (error?: Error) => {
      if (isLost) return
      isLost = true
      if (client === fresh) {
        client = null
        isListening = false
      }
      fresh.end().catch(() => undefined)
      if (!isStopped) reconnectLater(error)
    }
    fresh.on('error', lose)
    fresh.on('end', () => lose())
    fresh.on('notification', ({ channel, payload }) => {
      for (const listener of listeners.get(channel) ?? []) listener(payload ?? '')
    })
    try {
      await fresh.connect()
      client = fresh
      for (const channel of listeners.keys()) await fresh.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
      delay = firstDelay
      isListening = true
      for (const listener of gapListeners) listener()
      beat(fresh, lose)
    } catch (error) {
      lose(error instanceof Error ? error : new Error(String(error)))
    }
  }

  function reconnectLater(error?: Error): void {
    log.warn({ err: error, delay }, 'bus lost its connection')
    clearTimeout(timer)
    timer = setTimeout(connect, delay).unref()
    delay = Math.min(delay * 2, longestDelay)
  }

  /** A connection whose other end vanished without a word reports no error by itself. */
  function beat(current: pg.Client, lose: (error: Error) => void): void {
    clearTimeout(timer)
    timer = setTimeout(
      () => current.query('SELECT 1').then(() => beat(current, lose), lose),
      heartbeat,
    ).unref()
  }

  return {
    start: connect,
    isListening: () => isListening,
    subscribe(channel, listener) {
      const known = listeners.get(channel)
      if (known) known.push(listener)
      else listeners.set(channel, [listener])
      if (!known && client) {
        client
          .query(`LISTEN ${pg.escapeIdentifier(channel)}`)
          .catch((error) => log.warn({ err: error }, 'bus cannot listen'))
      }
    },
    onGap: (listener) => void gapListeners.push(listener),
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}

const tagsChannel = 'cache_tags'
// PostgreSQL refuses payloads of 8,000 bytes and more.
const longestPayload = 7_000

type Notifier = { $executeRaw(query: TemplateStringsArray, ...values: Array<unknown>): PromiseLike<number> }

/**
 * Drops what was made of these tags in every process, once the transaction commits (and never if it does not).
 * Tags are words without spaces: `catalog`, `product:aohan-xiaomi`.
 */
export async function publishTags(tx: Notifier, tags: Iterable<string>): Promise<void> {
  for (const payload of payloads(new Set(tags)))
    await tx.$executeRaw`SELECT pg_notify(${tagsChannel}, ${payload})`
}

export function subscribeToTags(
  bus: Bus,
  drop: (tags: ReadonlyArray<string>) => void,
  dropAll: () => void,
): void {
  bus.subscribe(tagsChannel, (payload) => drop(payload.split(' ')))
  bus.onGap(dropAll)
}

function* payloads(tags: ReadonlySet<string>): Generator<string> {
  let payload = ''
  for (const tag of tags) {
    if (payload !== '' && Buffer.byteLength(payload) + Buffer.byteLength(tag) + 1 > longestPayload) {
      yield payload
      payload = ''
    }
    payload = payload === '' ? tag : `${payload} ${tag}`
  }
  if (payload !== '') yield payload
}
