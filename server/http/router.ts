import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answerer, Metrics } from '#app/platform/metrics.server.ts'
import type { PageCache } from '#app/platform/page-cache.server.ts'
import type { Pictures } from '#app/platform/pictures.server.ts'
import { isPersonalPath, publicTarget } from '#app/platform/public-page.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Answer, createAnswer } from './answer.ts'
import {
  clientAddress,
  clientNetwork,
  type Origin,
  type ProxyTrust,
  requestOrigin,
} from './client-address.ts'
import { redirectAnswer, refusalAnswer, textAnswer } from './plain-answer.ts'
import { mayReadMetrics, readReadiness } from './probes.ts'
import { isUpload, readBody, uploadSize } from './read-body.ts'
import { receiveForm } from './receive-form.ts'
import type { Body, Remix } from './remix.ts'
import type { Target } from './request-target.ts'
import { mayChangeState } from './same-origin.ts'
import type { SecurityHeaders } from './security-headers.ts'
import type { StreamedAnswer } from './stream-answer.ts'
import { createUploadRoom, type UploadRoom } from './upload-room.ts'

export type RouterParts = {
  services: Pick<Services, 'env' | 'pool'>
  pageCache: PageCache<Answer>
  pictures: Pick<Pictures, 'serve'>
  staticFiles: ReadonlyMap<string, Answer>
  migrations: ReadonlyArray<string>
  remix: Remix
  metrics: Metrics
  security: SecurityHeaders
  isTrusted: ProxyTrust
  isStopping: () => boolean
  /** Bytes of uploads on the disk at once, from their first to their answer. */
  uploadRoom?: number
}

type Rooms = { disk: UploadRoom; hand: UploadRoom }
export type Routed = { answer: Answer | StreamedAnswer; answerer: Answerer }
type Exchange = { request: IncomingMessage; response: ServerResponse; target: Target; requestId: string }

const megabyte = 1024 * 1024
/** Of the uploads that are there: tables and papers are read into memory, all at once they would fill it. */
const inHand = 256 * megabyte

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])

/** Who answers what, in this order: probes, files, pictures, everybody's pages, one person's pages. */
export function createRouter(parts: RouterParts): (exchange: Exchange) => Promise<Routed> {
  const room = parts.uploadRoom ?? 1024 * megabyte
  const rooms = {
    disk: createUploadRoom(room, room / 2),
    hand: createUploadRoom(inHand),
  }
  return async function route(exchange) {
    const { request, target } = exchange
    if (!methods.has(request.method ?? '')) return refuse(parts, exchange, 405)
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (isRead) {
      const probe = await answerProbe(parts, exchange)
      if (probe) return { answer: probe, answerer: 'host' }
      const file = parts.staticFiles.get(target.pathname)
      if (file) return { answer: file, answerer: 'static' }
      if (target.pathname.startsWith('/pictures/'))
        return { answer: await answerPicture(parts, target), answerer: 'picture' }
      if (!isPersonalPath(target.pathname))
        return { answer: await answerPublic(parts, exchange), answerer: 'render' }
    }
    return answerPersonal(parts, exchange, rooms)
  }
}

async function answerProbe(parts: RouterParts, { request, target }: Exchange): Promise<Answer | null> {
  const { services, security, metrics } = parts
  if (target.pathname === '/healthz') return textAnswer(200, 'text/plain; charset=utf-8', 'alive\n', security)
  if (target.pathname === '/readyz') {
    const readiness = await readReadiness(services.pool, parts.migrations, parts.isStopping())
    return textAnswer(readiness.isReady ? 200 : 503, 'application/json', JSON.stringify(readiness), security)
  }
  if (target.pathname !== '/metrics') return null
  if (!mayReadMetrics(request, services.env.METRICS_TOKEN)) return null
  const { contentType, text } = await metrics.read()
  return textAnswer(200, contentType, text, security)
}

async function answerPicture({ pictures, security }: RouterParts, { pathname }: Target): Promise<Answer> {
  const { status, headers, body } = await pictures.serve(pathname)
  const { 'content-length': _counted, 'x-content-type-options': _given, ...own } = headers
  const kept = own.etag ? { etag: own.etag } : {}
  const answer = createAnswer(
    status,
    [...Object.entries(own).flat(), ...security.forFile],
    body ?? Buffer.alloc(0),
    kept,
  )
  return { ...answer, body: { ...answer.body, effective: () => 'identity' } }
}

async function answerPublic(parts: RouterParts, { target, requestId }: Exchange): Promise<Answer> {
  const { pageCache, remix, security } = parts
  // One address a page. There is no `//` in a target, so this leads nowhere else.
  if (target.pathname !== '/' && target.pathname.endsWith('/')) {
    return redirectAnswer(target.pathname.slice(0, -1) + target.search, security)
  }
  const key = publicTarget(target.pathname, target.search)
  return pageCache.find(key) ?? pageCache.render(key, () => remix.renderPublic(key, requestId))
}

async function answerPersonal(parts: RouterParts, exchange: Exchange, rooms: Rooms): Promise<Routed> {
  const { request, target } = exchange
  const origin = requestOrigin(request, parts.isTrusted)
  if (!mayChangeState(request, target.pathname, origin, parts.services.env.PUBLIC_URL))
    return refuse(parts, exchange, 403)
  if (request.method === 'GET' || request.method === 'HEAD') return render(parts, exchange, origin, null)
  if (isUpload(request)) return answerUpload(parts, exchange, origin, rooms)
  const pieces = await readBody(request)
  return pieces ? render(parts, exchange, origin, { pieces }) : refuse(parts, exchange, 413)
}

/** Waits unread for room on the disk; then, once it has come, for its turn. */
async function answerUpload(
  parts: RouterParts,
  exchange: Exchange,
  origin: Origin,
  { disk, hand }: Rooms,
): Promise<Routed> {
  const size = uploadSize(exchange.request)
  if (size === null) return refuse(parts, exchange, 413)
  const address = clientNetwork(clientAddress(exchange.request, parts.isTrusted))
  const work = async () => {
    const received = await receiveForm(exchange.request, parts.services.env.DATA_DIR)
    if (!received.ok) return refuse(parts, exchange, received.code === 'too-large' ? 413 : 422)
    try {
      return await hand.during(size, () => render(parts, exchange, origin, received.value))
    } finally {
      await received.value.remove()
    }
  }
  return disk.during(size, work, address)
}

async function render(
  parts: RouterParts,
  { request, response, requestId }: Exchange,
  origin: Origin,
  body: Body | null,
): Promise<Routed> {
  const context = { requestId, clientAddress: clientNetwork(clientAddress(request, parts.isTrusted)) }
  const answer = await parts.remix.renderPersonal(request, response, { origin, context, body })
  return { answer, answerer: 'stream' in answer ? 'stream' : 'render' }
}

function refuse(
  parts: RouterParts,
  { target, requestId, response }: Exchange,
  status: 403 | 405 | 413 | 422,
): Routed {
  // What is left of the body is not read: the connection ends with the answer.
  if (status === 413 || status === 422) response.shouldKeepAlive = false
  return { answer: refusalAnswer(status, target.pathname, requestId, parts.security), answerer: 'host' }
}
