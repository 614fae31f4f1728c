import type { Pool } from 'pg'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { PageCache } from './page-cache.server.ts'

/** Who answered: the page cache, a file, a render. Few values, so that a series each is affordable. */
export type Answerer = 'cache' | 'render' | 'static' | 'picture' | 'stream' | 'host'

export type Metrics = {
  observe(answerer: Answerer, status: number, seconds: number): void
  read(): Promise<{ contentType: string; text: string }>
}

type Sources = { pageCache: PageCache; pool: Pool; live: { size(): { watchers: number } } }

export function createMetrics({ pageCache, pool, live }: Sources): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const durations = new Histogram({
    name: 'http_answer_seconds',
    help: 'Time from the request line to the last byte handed to the socket, without finished pages (under 1 ms) and streams',
    labelNames: ['answerer'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  })
  const counts = new Map<string, number>()
  countAnswers(register, counts)
  gauge(register, 'page_cache_bytes', 'Bytes of finished pages', () => pageCache.size().bytes)
  gauge(register, 'page_cache_pages', 'Finished pages', () => pageCache.size().pages)
  gauge(register, 'database_connections', 'Open connections of the pool', () => pool.totalCount)
  gauge(register, 'database_connections_idle', 'Idle connections of the pool', () => pool.idleCount)
  gauge(register, 'database_waiting', 'Queries that wait for a connection', () => pool.waitingCount)
  gauge(register, 'live_watchers', 'Open streams of live figures', () => live.size().watchers)
  watchBusiness(register, pool)
  return {
    observe(answerer, status, seconds) {
      const key = `${answerer} ${Math.floor(status / 100)}xx`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      if (answerer !== 'cache' && answerer !== 'stream') durations.observe({ answerer }, seconds)
    },
    read: async () => ({ contentType: register.contentType, text: await register.metrics() }),
  }
}

function gauge(register: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [register],
    collect() {
      this.set(read())
    },
  })
}

/** What somebody should be woken for, read when it is asked for; a database that is down shows by itself. */
function watchBusiness(register: Registry, pool: Pool): void {
  new Gauge({
    name: 'alarms_open',
    help: 'Rows of table alarm that nobody has resolved, by kind',
    labelNames: ['kind'],
    registers: [register],
    async collect() {
      const open = await readRows<{ kind: string; count: number }>(
        pool,
        'SELECT kind, count(*)::int AS count FROM alarm WHERE resolved_at IS NULL GROUP BY kind',
      )
      this.reset()
      for (const { kind, count } of open) this.set({ kind }, count)
    },
  })
  new Gauge({
    name: 'outbox_oldest_seconds',
    help: 'Age of the oldest message that was not delivered',
    registers: [register],
    async collect() {
      const [oldest] = await readRows<{ seconds: number }>(
        pool,
        `SELECT COALESCE(max(extract(epoch FROM now() - created_at)), 0)::float8 AS seconds
         FROM outbox_message WHERE delivered_at IS NULL`,
      )
      if (oldest) this.set(oldest.seconds)
    },
  })
}

async function readRows<Row extends object>(pool: Pool, text: string): Promise<Array<Row>> {
  return pool.query<Row>(text).then(
    ({ rows }) => rows,
    () => [],
  )
}

/** Counted in a map and given to the registry when it is read: a label lookup a page is too much for finished pages. */
function countAnswers(register: Registry, counts: ReadonlyMap<string, number>): void {
  new Counter({
    name: 'http_answers_total',
    help: 'Answers by who gave them and class of status',
    labelNames: ['answerer', 'status'],
    registers: [register],
    collect() {
      this.reset()
      for (const [key, count] of counts) {
        const [answerer = '', status = ''] = key.split(' ')
        this.inc({ answerer, status }, count)
      }
    },
  })
}
