import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import type { AccessLog } from '#app/platform/access-log.server.ts'
import { type Answerer, createMetrics } from '#app/platform/metrics.server.ts'
import type { PageCache } from '#app/platform/page-cache.server.ts'
import type { Pictures } from '#app/platform/pictures.server.ts'
import { withRequestId } from '#app/platform/request-log.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Answer, sendAnswer } from './answer.ts'
import { createProxyTrust } from './client-address.ts'
import { refusalAnswer } from './plain-answer.ts'
import { createRemix } from './remix.ts'
import { createHandlers } from './remix-handlers.ts'
import { parseTarget } from './request-target.ts'
import { createRoutePattern } from './route-pattern.ts'
import { createRouter } from './router.ts'
import type { SecurityHeaders } from './security-headers.ts'
import { type StreamedAnswer, sendStream } from './stream-answer.ts'

export type HostParts = {
  services: Pick<Services, 'env' | 'pool' | 'log' | 'pageCache' | 'live'>
  build: () => Promise<ServerBuild>
  mode: 'production' | 'development'
  security: SecurityHeaders
  accessLog: AccessLog
  pictures: Pick<Pictures, 'serve'>
  staticFiles: ReadonlyMap<string, Answer>
  migrations: ReadonlyArray<string>
  isStopping: () => boolean
}

export type Host = (request: IncomingMessage, response: ServerResponse) => void

/** Everything between node:http and the shop's code. */
export async function createHost(parts: HostParts): Promise<Host> {
  const { services, security, accessLog } = parts
  // The cache is made with the services, which do not know what an answer looks like.
  const pageCache = services.pageCache as PageCache<Answer>
  const metrics = createMetrics(services)
  const patternOf = createRoutePattern((await parts.build()).routes)
  const handlerOf = await createHandlers(parts.build, parts.mode)
  const remix = createRemix(handlerOf, services.env.PUBLIC_URL, security)
  const isTrusted = createProxyTrust(services.env.TRUST_PROXY)
  const route = createRouter({ ...parts, pageCache, remix, metrics, isTrusted })

  /** Counts, and writes the access line: no query, no path segment that could be somebody's. */
  function note(exchange: Exchange, status: number, bytes: number, by: Answerer): void {
    const elapsed = performance.now() - exchange.started
    metrics.observe(by, status, elapsed / 1000)
    const { requestId, request, pathname } = exchange
    const ms = Math.round(elapsed * 10) / 10
    accessLog.write({
      requestId,
      method: request.method ?? '',
      route: patternOf(pathname),
      status,
      ms,
      bytes,
      by,
    })
  }

  /** Waits only where the bytes still have to be compressed, or come one after the other. */
  function send(exchange: Exchange, answer: Answer | StreamedAnswer, by: Answerer): void | Promise<void> {
    const { request, response, requestId } = exchange
    if (parts.isStopping()) response.shouldKeepAlive = false
    const sent =
      'stream' in answer
        ? sendStream(request, response, answer, requestId)
        : sendAnswer(request, response, answer, requestId)
    if (typeof sent === 'number') return note(exchange, response.statusCode, sent, by)
    return sent.then((bytes) => note(exchange, response.statusCode, bytes, by))
  }

  async function answer(exchange: Exchange): Promise<void> {
    const { request, response, requestId } = exchange
    const target = parseTarget(request.url)
    if (!target) return send(exchange, refusalAnswer(400, '/', requestId, security), 'host')
    exchange.pathname = target.pathname
    const routed = await route({ request, response, target, requestId })
    await send(exchange, routed.answer, routed.answerer)
  }

  async function fail(exchange: Exchange, error: unknown): Promise<void> {
    const { request, response, requestId, pathname } = exchange
    if (request.destroyed && !request.complete) return
    services.log.error({ err: error }, 'the host failed')
    if (response.headersSent) response.destroy()
    else await send(exchange, refusalAnswer(500, pathname, requestId, security), 'host')
  }

  function sendKept(exchange: Exchange, page: Answer): void | Promise<void> {
    exchange.pathname = exchange.request.url?.split('?', 1)[0] ?? '/'
    return send(exchange, page, 'cache')
  }

  return function host(request, response) {
    const exchange: Exchange = {
      request,
      response,
      requestId: randomUUID(),
      started: performance.now(),
      pathname: '/',
    }
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    // A finished page is kept under the very words of its request line: no parsing, no waiting.
    const page = isRead ? pageCache.find(request.url ?? '') : undefined
    const work = page ? sendKept(exchange, page) : withRequestId(exchange.requestId, () => answer(exchange))
    work?.catch((error: unknown) => fail(exchange, error))
  }
}

type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  requestId: string
  started: number
  pathname: string
}
