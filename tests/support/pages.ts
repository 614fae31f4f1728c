import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { matchPath } from '@remix-run/react'
import { afterAll } from 'vitest'
import { createLiveFigures } from '#app/domain/live/live-figures.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { createMemo } from '#app/platform/memo.server.ts'
import { createServices, type Services } from '#app/platform/services.server.ts'
import type { TestDatabase } from './database.ts'
import { createMemoryProvider, type MemoryProvider } from './memory-provider.ts'
import { noLimits } from './people.ts'
import type { Leaf } from './routes.ts'

export type Pages = {
  services: Services & { payments: MemoryProvider }
  /** As the browser would ask; null for a route that has no loader, or no action. A thrown Response is an answer. */
  ask(leaf: Leaf, request: Request): Promise<Response | null>
}

type RouteModule = {
  loader?: (args: LoaderFunctionArgs) => unknown
  action?: (args: ActionFunctionArgs) => unknown
}

/** The shop's loaders and actions on a test's database, without host and React. Nothing is remembered between two. */
export function openPages({ db, pool, url }: TestDatabase): Pages {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pages-'))
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
  const env = readEnv({
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    STRIPE_SECRET_KEY: 'sk_test_x',
    STRIPE_WEBHOOK_SECRET: 'whsec_x',
    DEV_PAGES: 'on',
    LOG_LEVEL: 'silent',
  })
  const payments = createMemoryProvider()
  const services = { ...createServices(env), db, pool, payments, limits: noLimits }
  return {
    services,
    async ask({ pattern, file }, request) {
      const { loader, action }: RouteModule = await import(path.resolve('app', file))
      const answer = request.method === 'GET' ? loader : action
      if (!answer) return null
      const memo = createMemo(services.bus)
      const fresh: Services = { ...services, memo, live: createLiveFigures(services) }
      Object.assign(globalThis, { [Symbol.for('chifeng-good-products.services')]: fresh })
      const params = matchPath(pattern, new URL(request.url).pathname)?.params ?? {}
      // A stream is not followed: whoever asked leaves at once.
      const deliver = (body: Buffer | Readable) => void (body instanceof Readable && body.destroy())
      const context = { requestId: '', clientAddress: '203.0.113.5', files: [], deliver }
      return asResponse(async () => answer({ request, params, context }))
    },
  }
}

async function asResponse(answer: () => Promise<unknown>): Promise<Response> {
  const value = await answer().catch((thrown: unknown) => {
    if (thrown instanceof Response || isWrapped(thrown)) return thrown
    throw thrown
  })
  if (value instanceof Response) return value
  return isWrapped(value) ? Response.json(value.data ?? null, value.init ?? {}) : Response.json(value ?? null)
}

/** Made by `data()`. */
function isWrapped(value: unknown): value is { data: unknown; init: ResponseInit | null } {
  return typeof value === 'object' && value !== null && 'data' in value && 'init' in value
}
