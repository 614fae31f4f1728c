import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import type { ServerBuild } from '@remix-run/node'
import { pino } from 'pino'
import type { Bus } from '#app/platform/bus.server.ts'
import type { Env } from '#app/platform/env.server.ts'
import type { RequestContext } from '#app/platform/load-context.ts'
import { createPageCache } from '#app/platform/page-cache.server.ts'
import { currentRequestId } from '#app/platform/request-log.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { createHost } from '#server/http/host.ts'
import { listen, type Patience } from '#server/http/listen.ts'
import { createSecurityHeaders } from '#server/http/security-headers.ts'

type Handler = (args: { request: Request; context: RequestContext }) => unknown
export type TestRoutes = Record<string, { loader?: Handler; action?: Handler }>

export type TestHost = {
  url: string
  dataDir: string
  lines: Array<Record<string, unknown>>
  publish(tags: ReadonlyArray<string>): void
  loseBus(): void
  stop(): Promise<void>
}

const settings = { PUBLIC_URL: 'http://shop.test', TRUST_PROXY: 0, PAGE_CACHE_MB: 8 } satisfies Partial<Env>

/** The real host over a handful of resource routes, without React, Vite and a database. */
export async function openTestHost(
  routes: TestRoutes,
  own: { env?: Partial<Env>; patience?: Partial<Patience>; isHttps?: boolean; uploadRoom?: number } = {},
): Promise<TestHost> {
  const lines: Array<Record<string, unknown>> = []
  const out = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(JSON.parse(String(chunk)))
      done()
    },
  })
  const log = pino({ mixin: () => ({ requestId: currentRequestId() }) }, out)
  const bus = createTestBus()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'host-'))
  const env = { ...settings, DATA_DIR: dataDir, ...own.env } as Env
  const pool = {
    totalCount: 0,
    idleCount: 0,
    waitingCount: 0,
    query: () => Promise.reject(new Error('down')),
  }
  const live = { size: () => ({ watchers: 0 }) }
  const services = { env, log, pool, live, pageCache: createPageCache(env, bus) } as unknown as Services
  const security = createSecurityHeaders({ formTargets: [], isHttps: own.isHttps ?? false, isRelaxed: false })
  let isStopping = false
  const host = await createHost({
    services,
    build: async () => createBuild(routes),
    mode: 'production',
    accessLog: { write: (line) => void lines.push({ ...line, msg: 'request' }), flush: () => undefined },
    security,
    pictures: { serve: async () => ({ status: 404, headers: {}, body: null }) },
    staticFiles: new Map(),
    migrations: [],
    isStopping: () => isStopping,
    ...(own.uploadRoom && { uploadRoom: own.uploadRoom }),
  })
  const listening = await listen(host, 0, '127.0.0.1', {
    goodbye: 50,
    ...own.patience,
    onStopping: () => (isStopping = true),
  })
  return {
    url: listening.url,
    dataDir,
    lines,
    publish: bus.publish,
    loseBus: bus.lose,
    async stop() {
      await listening.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function createTestBus(): Bus & { publish(tags: ReadonlyArray<string>): void; lose(): void } {
  const listeners: Array<(payload: string) => void> = []
  const gapListeners: Array<() => void> = []
  return {
    isListening: () => true,
    start: async () => undefined,
    stop: async () => undefined,
    subscribe: (_channel, listener) => void listeners.push(listener),
    onGap: (listener) => void gapListeners.push(listener),
    publish: (tags) => listeners.forEach((listener) => void listener(tags.join(' '))),
    lose: () => gapListeners.forEach((listener) => void listener()),
  }
}

function createBuild(routes: TestRoutes): ServerBuild {
  const build = {
    entry: { module: { default: () => new Response(null, { status: 500 }), handleError: () => undefined } },
    routes: Object.fromEntries(
      Object.entries(routes).map(([path, module]) => [path, { id: path, path: path.slice(1), module }]),
    ),
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '1' },
    publicPath: '/',
    assetsBuildDirectory: '',
    basename: '/',
    mode: 'production',
    isSpaMode: false,
    future: { v3_singleFetch: true, v3_throwAbortReason: true },
  }
  return build as unknown as ServerBuild
}
