import { Readable } from 'node:stream'
import { afterEach, expect, test, vi } from 'vitest'
import { openTestHost, type TestHost } from '#tests/support/host.ts'

let host: TestHost
afterEach(() => host.stop())

const routes = {
  '/cart': { loader: () => new Response('cart') },
  '/me': {
    loader: ({ context }: { context: { clientAddress: string } }) => new Response(context.clientAddress),
  },
  '/orders/find': { loader: () => new Response('find') },
  '/*': { loader: () => new Response(null, { status: 404 }) },
  '/orders/:token': { loader: () => Promise.reject(new Error('words of a stack')) },
}

test('X-Forwarded-For counts only from a proxy of ours (T58)', async () => {
  const forwarded = { 'x-forwarded-for': '6.6.6.6, 7.7.7.7' }
  host = await openTestHost(routes)
  expect(await (await fetch(`${host.url}/me`, { headers: forwarded })).text()).toBe('127.0.0.1')
  await host.stop()
  host = await openTestHost(routes, { env: { TRUST_PROXY: 1 } })
  expect(await (await fetch(`${host.url}/me`, { headers: forwarded })).text()).toBe('7.7.7.7')
  await host.stop()
  host = await openTestHost(routes, { env: { TRUST_PROXY: ['127.0.0.0/8', '7.7.7.7'] } })
  expect(await (await fetch(`${host.url}/me`, { headers: forwarded })).text()).toBe('6.6.6.6')
})

test('a limit counts an IPv6 network, not each of its addresses (T58)', async () => {
  host = await openTestHost(routes, { env: { TRUST_PROXY: 1 } })
  const countedAs = async (address: string) =>
    (await fetch(`${host.url}/me`, { headers: { 'x-forwarded-for': address } })).text()
  expect(await countedAs('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
  expect(await countedAs('2001:0DB8:1:2::6')).toBe('2001:db8:1:2::/64')
  expect(await countedAs('2001:db8::6')).toBe('2001:db8:0:0::/64')
  expect(await countedAs('::1')).toBe('0:0:0:0::/64')
  expect(await countedAs('::ffff:203.0.113.9')).toBe('203.0.113.9')
})

test('every answer carries the protective headers (T57)', async () => {
  host = await openTestHost(routes, { isHttps: true })
  for (const path of ['/cart', '/nowhere', '/healthz', '/pictures/x']) {
    const { headers } = await fetch(host.url + path)
    expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff'])
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe-inline')
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  }
})

test('a failure names its request and nothing else, and the log knows more (T105)', async () => {
  host = await openTestHost(routes)
  const response = await fetch(`${host.url}/orders/aS3cretToken`)
  const requestId = response.headers.get('x-request-id')
  expect(response.status).toBe(500)
  const page = await response.text()
  expect(page).toContain(requestId)
  expect(page).toContain('页面出了点问题')
  expect(page).not.toMatch(/words of a stack|Unexpected/)
  const access = host.lines.find((line) => line.msg === 'request')
  expect(access).toMatchObject({ requestId, method: 'GET', route: '/orders/:', status: 500 })
  expect(JSON.stringify(access)).not.toContain('aS3cretToken')
})

test('alive is not ready: without its database the process lives (T104)', async () => {
  host = await openTestHost(routes)
  expect((await fetch(`${host.url}/healthz`)).status).toBe(200)
  const ready = await fetch(`${host.url}/readyz`)
  expect([ready.status, await ready.json()]).toEqual([503, { isReady: false, reasons: ['database'] }])
})

test('metrics are for the machine itself or who has the token', async () => {
  host = await openTestHost(routes, { env: { TRUST_PROXY: 1, METRICS_TOKEN: 'a-token-of-metrics' } })
  const from = (headers: Record<string, string>) =>
    fetch(`${host.url}/metrics`, { headers }).then((response) => response.status)
  expect(await from({})).toBe(200)
  expect(await from({ 'x-forwarded-for': '8.8.8.8' })).toBe(404)
  // A proxy beside the shop is not the machine's own question, trusted or not.
  expect(await from({ 'x-forwarded-for': '127.0.0.1' })).toBe(404)
  expect(await from({ 'x-forwarded-for': '8.8.8.8', authorization: 'Bearer a-token-of-metrics' })).toBe(200)
})

test('told to stop under load, it fails nobody (T32)', async () => {
  const slow = {
    '/me': {
      loader: () => new Promise<Response>((resolve) => setTimeout(() => resolve(new Response('done')), 40)),
    },
  }
  host = await openTestHost(slow, { patience: { goodbye: 1_500 } })
  let answered = 0
  // Like a browser or a balancer: comes again until the answer says goodbye, and then goes to another process.
  const shopper = async () => {
    for (let isWelcome = true; isWelcome; answered += 1) {
      const response = await fetch(`${host.url}/me`)
      expect(await response.text()).toBe('done')
      isWelcome = response.headers.get('connection') !== 'close'
    }
  }
  const shoppers = Array.from({ length: 30 }, shopper)
  await vi.waitFor(() => expect(answered).toBeGreaterThan(60), { timeout: 5_000 })
  await host.stop()
  await Promise.all(shoppers)
})

test('a file is made no faster than it is taken (T71)', async () => {
  let made = 0
  const part = Buffer.alloc(64 * 1024, 'a')
  async function* gigabyte() {
    for (; made < 1024 ** 3; made += part.byteLength) yield part
  }
  host = await openTestHost({
    '/account/data.json': {
      loader: ({ context }) => {
        context.deliver(Readable.from(gigabyte(), { objectMode: false }))
        return new Response(null, { headers: { 'content-disposition': 'attachment' } })
      },
    },
  })
  const leaving = new AbortController()
  const response = await fetch(`${host.url}/account/data.json`, { signal: leaving.signal })
  const first = await response.body!.getReader().read()
  expect(first.value?.byteLength).toBeGreaterThan(0)
  const taken = made
  // A few megabytes stand in the sockets between the two.
  expect(taken).toBeLessThan(64 * 1024 ** 2)
  leaving.abort()
})

test('a stream is sent as it comes, noted when it ends, and ends with whichever end goes first', async () => {
  const opened: Array<Readable> = []
  host = await openTestHost({
    '/live': {
      loader: ({ context }) => {
        const stream = new Readable({ read: () => undefined })
        opened.push(stream)
        context.deliver(stream)
        return new Response(null, {
          headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
        })
      },
    },
  })
  const leaving = new AbortController()
  const response = await fetch(`${host.url}/live`, { signal: leaving.signal })
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-encoding')).toBeNull()
  const reader = response.body!.getReader()
  opened[0]!.push('first')
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('first')
  const isNoted = () => host.lines.filter(({ by }) => by === 'stream').length
  expect(isNoted()).toBe(0)
  leaving.abort()
  await vi.waitFor(() => expect(opened[0]!.destroyed).toBe(true))
  await vi.waitFor(() => expect(isNoted()).toBe(1))
  const whole = fetch(`${host.url}/live`).then((answer) => answer.text())
  await vi.waitFor(() => expect(opened.length).toBe(2))
  opened[1]!.push('all of it')
  opened[1]!.push(null)
  expect(await whole).toBe('all of it')
  const head = await fetch(`${host.url}/live`, { method: 'HEAD' })
  expect([head.status, opened[2]!.destroyed]).toEqual([200, true])
})
