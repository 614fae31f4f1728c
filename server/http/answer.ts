import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CacheablePage } from '#app/platform/page-cache.server.ts'
import { chooseEncoding, createEncodedBody, type EncodedBody, type Encoding } from './encoding.ts'

/** A whole answer, ready to be sent to one person or, when it has tags, to all. */
export type Answer = CacheablePage & {
  status: number
  /** Names and values in turn, without those that depend on who asks. */
  headers: ReadonlyArray<string>
  etag: string | null
  body: EncodedBody
}

export function createAnswer(
  status: number,
  headers: ReadonlyArray<string>,
  bytes: Buffer,
  kept: {
    etag?: string
    tags?: ReadonlyArray<string> | null
    encoded?: Partial<Record<Encoding, Buffer>>
  } = {},
): Answer {
  return {
    status,
    headers,
    etag: kept.etag ?? null,
    tags: kept.tags ?? null,
    body: createEncodedBody(bytes, kept.encoded),
    // The compressed copies come to less than half of the page; objects and headers to about 2 kB.
    bytes: Math.ceil(bytes.byteLength * 1.5) + 2_048,
  }
}

/** Sends at once when the bytes are at hand, and else when they are compressed. Returns the bytes of the body. */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  requestId: string,
): number | Promise<number> {
  if (answer.etag !== null && matches(request.headers['if-none-match'], answer.etag)) {
    response.writeHead(304, [...answer.headers, 'x-request-id', requestId])
    response.end()
    return 0
  }
  const encoding = answer.body.effective(chooseEncoding(request.headers['accept-encoding']))
  const ready = answer.body.ready(encoding)
  if (ready) return write(request, response, answer, requestId, encoding, ready)
  return answer.body
    .in(encoding)
    .then((bytes) => write(request, response, answer, requestId, encoding, bytes))
}

function write(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  requestId: string,
  encoding: Encoding,
  bytes: Buffer,
): number {
  const headers = answer.headers.concat('x-request-id', requestId, 'content-length', String(bytes.byteLength))
  if (encoding !== 'identity') headers.push('content-encoding', encoding)
  response.writeHead(answer.status, headers)
  response.end(request.method === 'HEAD' ? undefined : bytes)
  return bytes.byteLength
}

/** RFC 9110 13.1.2, weak comparison: one tag stands for a page in all its encodings. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header === etag || header === '*' || header.split(',').some((part) => part.trim() === etag)
}
