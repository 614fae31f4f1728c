import type { IncomingMessage, ServerResponse } from 'node:http'
import { ApiError, errorBody } from './api-error.ts'
import { expandObject } from './expand.ts'
import type { Fault, Faults } from './faults.ts'
import { type Params, parseForm } from './form.ts'
import { type Answer, jsonAnswer, readBody, writeAnswer } from './http.ts'
import type { IdempotencyKeys } from './idempotency.ts'
import { newId } from './ids.ts'
import { type Operation, operations } from './operations.ts'
import type { LoggedRequest, RequestLog } from './request-log.ts'
import type { World } from './world.ts'

/** Sees every request and every answer of an operation, to hold them against Stripe's own description. */
export type Witness = {
  request: (operation: Operation, params: Params) => void
  answer: (operation: Operation, status: number, body: object) => void
}

export type Api = {
  world: World
  secretKey: string
  faults: Faults
  keys: IdempotencyKeys
  log: RequestLog
  witness: Witness | null
}

type Exchange = {
  operation: Operation
  id: string
  params: Params
  entry: LoggedRequest
  fault: Fault | null
  idempotencyKey: string | null
}

/** Faults that strike before Stripe looks at the request; nothing is kept of them. */
const edgeStatuses = [429, 502, 503, 504]

export async function handleApi(api: Api, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const rawBody = await readBody(request)
  const params = parseForm(request.method === 'POST' ? rawBody : url.search.slice(1))
  const requestId = newId('req_', 14)
  const found = findOperation(request.method ?? '', url.pathname)
  const entry: LoggedRequest = {
    id: requestId,
    at: new Date(api.world.clock.now()).toISOString(),
    method: request.method ?? '',
    path: url.pathname,
    operation: found?.operation.name ?? null,
    params,
    rawBody,
    headers: headersOf(request),
    status: null,
    replayed: false,
    fault: null,
  }
  api.log.add(entry)

  const fault = found === null ? null : api.faults.take(found.operation.name)
  entry.fault = fault?.kind ?? null
  if (fault?.kind === 'reset') return void response.destroy()
  if (fault?.kind === 'timeout') return
  const answer = await answerOf(api, request, entry, found, fault)
  if (fault?.kind === 'reset-after-success') return void response.destroy()
  if (fault?.kind === 'timeout-after-success') return
  entry.status = answer.status
  answer.headers['stripe-version'] = entry.headers['stripe-version'] ?? api.world.apiVersion
  writeAnswer(response, answer)
}

type Found = { operation: Operation; id: string } | null

async function answerOf(
  api: Api,
  request: IncomingMessage,
  entry: LoggedRequest,
  found: Found,
  fault: Fault | null,
): Promise<Answer> {
  try {
    checkKey(api.secretKey, request.headers.authorization)
    if (found === null) {
      throw new ApiError(
        'invalid_request_error',
        `Unrecognized request URL (${entry.method}: ${entry.path}).`,
        {
          status: 404,
        },
      )
    }
    if (fault?.kind === 'status' && edgeStatuses.includes(fault.status ?? 500))
      return edgeAnswer(fault, entry.id)
    api.witness?.request(found.operation, entry.params)
    const header = request.headers['idempotency-key']
    const idempotencyKey =
      entry.method === 'POST' && typeof header === 'string' && header !== '' ? header : null
    return await runOnce(api, { ...found, params: entry.params, entry, fault, idempotencyKey })
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const body = errorBody(error, entry.id)
    if (found !== null) api.witness?.answer(found.operation, error.status, body)
    return jsonAnswer(error.status, body, { 'request-id': entry.id })
  }
}

async function runOnce(api: Api, exchange: Exchange): Promise<Answer> {
  const { entry, params, idempotencyKey: key } = exchange
  if (key === null) return run(api, exchange).then(({ answer }) => answer)
  const ask = { key, path: entry.path, params }
  const stored = api.keys.begin(ask)
  if (stored !== null) {
    entry.replayed = true
    const headers = {
      'request-id': entry.id,
      'original-request': stored.requestId,
      'idempotent-replayed': 'true',
    }
    return jsonAnswer(stored.status, stored.body, { ...headers, 'idempotency-key': key })
  }
  try {
    const { answer, body, isKept } = await run(api, exchange)
    if (isKept) api.keys.finish(ask, { status: answer.status, body, requestId: entry.id })
    return answer
  } finally {
    api.keys.forget(key)
  }
}

type Run = { answer: Answer; body: object; isKept: boolean }

async function run(
  api: Api,
  { operation, id, params, entry, fault, idempotencyKey }: Exchange,
): Promise<Run> {
  const headers: Record<string, string> = { 'request-id': entry.id }
  if (idempotencyKey !== null) headers['idempotency-key'] = idempotencyKey
  if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.milliseconds ?? 0))
  let isKept = true
  let status = 200
  let body: object
  try {
    if (fault?.kind === 'status') throw brokenAnswer(fault)
    const version = entry.headers['stripe-version'] ?? api.world.apiVersion
    const done = operation.run(api.world, {
      params,
      id,
      version,
      cause: { requestId: entry.id, idempotencyKey },
    })
    body = expandObject(api.world, done, params.expand)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    isKept = !error.isValidation
    status = error.status
    body = errorBody(error, entry.id)
  }
  api.witness?.answer(operation, status, body)
  return { answer: jsonAnswer(status, body, headers), body, isKept }
}

function brokenAnswer(fault: Fault): ApiError {
  return new ApiError('api_error', 'An unknown error occurred', { status: fault.status ?? 500 })
}

function edgeAnswer(fault: Fault, requestId: string): Answer {
  const headers: Record<string, string> = { 'request-id': requestId }
  if (fault.retryAfter !== undefined) headers['retry-after'] = String(fault.retryAfter)
  const error =
    fault.status === 429
      ? new ApiError('invalid_request_error', 'Request rate limit exceeded.', {
          code: 'rate_limit',
          status: 429,
        })
      : brokenAnswer(fault)
  return jsonAnswer(error.status, errorBody(error, requestId), headers)
}

const patterns = operations.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/, '([^/]+)')}$`),
}))

function findOperation(method: string, path: string): Found {
  for (const { operation, pattern } of patterns) {
    const match = operation.method === method ? pattern.exec(path) : null
    if (match !== null) return { operation, id: decodeURIComponent(match[1] ?? '') }
  }
  return null
}

function checkKey(secretKey: string, authorization: string | undefined): void {
  const [scheme = '', value = ''] = (authorization ?? '').split(' ')
  const key = scheme === 'Basic' ? (Buffer.from(value, 'base64').toString('utf8').split(':')[0] ?? '') : value
  if (key === secretKey) return
  const message =
    key === ''
      ? "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."
      : `Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(12)}${key.slice(-4)}`
  throw new ApiError('invalid_request_error', message, { status: 401 })
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const name of ['content-type', 'idempotency-key', 'stripe-version', 'stripe-account', 'user-agent']) {
    const value = request.headers[name]
    if (typeof value === 'string') headers[name] = value
  }
  return headers
}
