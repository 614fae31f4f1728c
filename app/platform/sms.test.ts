import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { createSmsGateway } from './sms.server.ts'

const received: Array<{ headers: IncomingHttpHeaders; body: unknown }> = []
let status = 200
const gateway = createServer(async (request, response) => {
  received.push({ headers: request.headers, body: await json(request) })
  response.writeHead(status).end()
}).listen(0, '127.0.0.1')
await once(gateway, 'listening')
afterAll(() => gateway.close())

const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/sms`
const sms = createSmsGateway(url, { SMS_GATEWAY_TOKEN: 'a-token-of-the-gateway' })
const message = { phone: '13800138000', body: '验证码 123456', dedupeKey: 'sign-in:1' }

test('a message reaches the gateway with its key and the shop’s token', async () => {
  await sms.send(message)
  expect(received).toEqual([
    {
      headers: expect.objectContaining({
        authorization: 'Bearer a-token-of-the-gateway',
        'idempotency-key': 'sign-in:1',
      }),
      body: { phone: '13800138000', text: '验证码 123456' },
    },
  ])
})

test('what the gateway does not accept was not sent, and the error names no phone', async () => {
  status = 503
  const refusal = await sms.send(message).catch((error: unknown) => String(error))
  expect(refusal).toBe('Error: the SMS gateway answered 503')
})
