import { hash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { RequestContext, SentFile } from '#app/platform/load-context.ts'
import { scriptHashesHeader } from '#app/platform/page-scripts.server.ts'
import { cameraHeader } from '#app/platform/page-uses.ts'
import { tagsHeader } from '#app/platform/public-page.ts'
import { type Answer, createAnswer } from './answer.ts'
import type { Origin } from './client-address.ts'
import { refusalAnswer } from './plain-answer.ts'
import type { HandlerOf } from './remix-handlers.ts'
import type { SecurityHeaders } from './security-headers.ts'
import type { StreamedAnswer } from './stream-answer.ts'

export type Remix = {
  /** Everybody's page: rendered from its URL alone. What the asker sent cannot get into it, for it is not handed on. */
  renderPublic(target: string, requestId: string): Promise<Answer>
  /** One person's page, a change, or a stream. */
  renderPersonal(
    request: IncomingMessage,
    response: ServerResponse,
    asked: Asked,
  ): Promise<Answer | StreamedAnswer>
}

/** The bytes as they came; of a form with files, its texts, and where the files lie. */
export type Body =
  | { pieces: ReadonlyArray<Buffer> }
  | { fields: URLSearchParams; files: ReadonlyArray<SentFile> }
type Asked = {
  origin: Origin
  context: Pick<RequestContext, 'requestId' | 'clientAddress'>
  body: Body | null
}
/** Where the entry leaves the page that it rendered, or a route its stream; null where the Response has its own body. */
type Delivery = { deliver: RequestContext['deliver']; body(): Buffer | Readable | null }

export function createRemix(handlerOf: HandlerOf, publicOrigin: string, security: SecurityHeaders): Remix {
  return {
    async renderPublic(target, requestId) {
      const request = new Request(`${publicOrigin}${target}`)
      const delivery = createDelivery()
      const context = publicContext(requestId, delivery.deliver)
      const response = await handlerOf(pathnameOf(target))(request, context)
      return isLastResort(response)
        ? refusalAnswer(500, target, requestId, security)
        : toAnswer(response, await bytesOf(response, delivery), security, tagsOf(response, target))
    },
    async renderPersonal(incoming, outgoing, { origin, context, body }) {
      const aborter = new AbortController()
      outgoing.once(
        'close',
        () => outgoing.writableFinished || aborter.abort(new Error('the client went away')),
      )
      const handle = handlerOf(pathnameOf(incoming.url ?? '/'))
      const delivery = createDelivery()
      const response = await handle(toRequest(incoming, origin, body, aborter.signal), {
        ...context,
        files: body && 'files' in body ? body.files : [],
        deliver: delivery.deliver,
      })
      const stream = delivery.body()
      if (stream instanceof Readable) {
        return { status: response.status, headers: answerHeaders(response, security, null), stream }
      }
      return isLastResort(response)
        ? refusalAnswer(500, incoming.url ?? '/', context.requestId, security)
        : toAnswer(response, await bytesOf(response, delivery), security, null)
    },
  }
}

function pathnameOf(target: string): string {
  return target.split('?', 1)[0] ?? '/'
}

/** Remix's own words when a resource route, or even the error page, failed: English, and without the request's id. */
function isLastResort(response: Response): boolean {
  const type = response.headers.get('content-type') ?? ''
  return response.status === 500 && (type === '' || type.startsWith('text/plain'))
}

function createDelivery(): Delivery {
  let delivered: Buffer | Readable | null = null
  return {
    deliver(body) {
      delivered = body
    },
    body: () => delivered,
  }
}

async function bytesOf(response: Response, delivery: Delivery): Promise<Buffer> {
  const body = delivery.body()
  if (body instanceof Readable) throw new Error('a page of everybody is no stream')
  return body ?? Buffer.from(await response.arrayBuffer())
}

function publicContext(requestId: string, deliver: RequestContext['deliver']): RequestContext {
  return {
    requestId,
    files: [],
    deliver,
    get clientAddress(): string {
      throw new Error('a public page may not depend on who asks (clientAddress)')
    },
  }
}

// Of the connection to the host, or already acted on by it.
const ownHeaders =
  /^(?:connection|keep-alive|upgrade|expect|te|transfer-encoding|content-length|host|x-forwarded-.*|x-request-id)$/

function toRequest(
  request: IncomingMessage,
  origin: Origin,
  body: Body | null,
  signal: AbortSignal,
): Request {
  const headers = new Headers({ host: origin.host })
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const name = request.rawHeaders[index]?.toLowerCase() ?? ''
    if (!ownHeaders.test(name)) headers.append(name, request.rawHeaders[index + 1] ?? '')
  }
  const method = request.method ?? 'GET'
  if (body && 'fields' in body) headers.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8')
  return new Request(`${origin.protocol}://${origin.host}${request.url}`, {
    // Remix answers HEAD with the headers of GET; the host leaves the body out.
    method: method === 'HEAD' ? 'GET' : method,
    headers,
    signal,
    ...(body && { body: 'fields' in body ? body.fields : streamOf(body.pieces), duplex: 'half' }),
  })
}

/** Handed over as it is: a Request copies bytes that it is given. */
function streamOf(pieces: ReadonlyArray<Buffer>): ReadableStream<Uint8Array> {
  const source: UnderlyingDefaultSource<Uint8Array> = {
    pull(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  }
  return new ReadableStream(source, { highWaterMark: 0 })
}

const shared = 'public, max-age=0, s-maxage=60, stale-while-revalidate=600'
const internal: ReadonlySet<string> = new Set([
  tagsHeader,
  scriptHashesHeader,
  cameraHeader,
  'set-cookie',
  'content-length',
  'cache-control',
  'etag',
])

/** Null for what is not kept: anything but a whole page that its route called public and that sets no cookie. */
function tagsOf(response: Response, target: string): ReadonlyArray<string> | null {
  if (response.status !== 200 || response.headers.has('set-cookie')) return null
  // Which routes exist: the same until the next build.
  if (target.startsWith('/__manifest?')) return []
  return response.headers.get(tagsHeader)?.split(' ') ?? null
}

function toAnswer(
  response: Response,
  bytes: Buffer,
  security: SecurityHeaders,
  tags: ReadonlyArray<string> | null,
): Answer {
  const headers = answerHeaders(response, security, tags)
  if (tags === null) return createAnswer(response.status, headers, bytes)
  const etag = `W/"${hash('sha1', bytes, 'base64url')}"`
  return createAnswer(200, [...headers, 'etag', etag], bytes, { etag, tags })
}

function answerHeaders(
  response: Response,
  security: SecurityHeaders,
  tags: ReadonlyArray<string> | null,
): Array<string> {
  const isHtml = response.headers.get('content-type')?.startsWith('text/html') ?? false
  const headers: Array<string> = []
  for (const [name, value] of response.headers) if (!internal.has(name)) headers.push(name, value)
  for (const cookie of response.headers.getSetCookie()) headers.push('set-cookie', cookie)
  headers.push('vary', 'accept-encoding')
  headers.push(
    ...(isHtml
      ? security.forPage(response.headers.get(scriptHashesHeader) ?? '', response.headers.has(cameraHeader))
      : security.forFile),
  )
  const own = response.headers.get('cache-control')
  headers.push('cache-control', own ?? (tags === null ? 'private, no-store' : shared))
  return headers
}
