import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { formOf } from '#tests/support/forms.ts'
import { openTestHost, type TestHost } from '#tests/support/host.ts'

let host: TestHost
afterEach(() => host.stop())

const routes = {
  '/cart': {
    loader: () => new Response('cart'),
    action: async ({ request }: { request: Request }) =>
      new Response(`got ${(await request.arrayBuffer()).byteLength}`),
  },
  '/hooks/stripe': {
    action: async ({ request }: { request: Request }) =>
      new Response(new Uint8Array(await request.arrayBuffer())),
  },
}

function post(path: string, headers: Record<string, string>, body: BodyInit = 'a=1') {
  return fetch(host.url + path, { method: 'POST', headers, body })
}

/** What fetch cannot send. */
async function raw(lines: string): Promise<string> {
  const socket = connect(Number(new URL(host.url).port), '127.0.0.1')
  socket.write(lines)
  return text(socket)
}

test('a change is accepted only from our own pages (T49)', async () => {
  host = await openTestHost(routes)
  const own = host.url
  expect((await post('/cart', { origin: own })).status).toBe(200)
  expect((await post('/cart', { origin: 'http://shop.test' })).status).toBe(200)
  expect((await post('/cart', { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  for (const headers of [
    {},
    { origin: 'http://evil.test' },
    { origin: 'null' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
  ]) {
    for (const path of ['/cart', '/cart.data', '/en/cart', '/orders/abc', '/account/sign-in']) {
      expect([path, headers, (await post(path, headers)).status]).toEqual([path, headers, 403])
    }
  }
})

test('a hook gets the very bytes that were sent, from anywhere', async () => {
  host = await openTestHost(routes)
  const bytes = new Uint8Array([0, 255, 13, 10, 123, 32, 125])
  const response = await post('/hooks/stripe', { origin: 'https://stripe.test' }, bytes)
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
})

test('a body over 1 MB is refused, declared or not (T54)', async () => {
  host = await openTestHost(routes)
  const megabyte = new Uint8Array(1024 * 1024)
  expect((await post('/cart', { origin: host.url }, megabyte)).status).toBe(200)
  const declared = `POST /cart HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-length: 1048577\r\n\r\n`
  expect(await raw(declared)).toMatch(/^HTTP\/1.1 413 [\s\S]*connection: close/i)
  const chunk = `80000\r\n${'x'.repeat(0x80000)}\r\n`
  const chunked = `POST /hooks/stripe HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n${chunk}${chunk}${chunk}`
  expect(await raw(chunked)).toMatch(/^HTTP\/1.1 413 /)
})

test('photos may come to 20 MB, and not more (T54)', async () => {
  host = await openTestHost(routes)
  const upload = (megabytes: number) => {
    const form = formOf({ photos: new Blob([new Uint8Array(megabytes * 1024 * 1024)]) })
    return fetch(`${host.url}/cart`, { method: 'POST', headers: { origin: host.url }, body: form })
  }
  expect((await upload(19)).status).toBe(200)
  const declared = `POST /cart HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 20971521\r\n\r\n`
  const refused = await raw(declared)
  expect(refused).toMatch(/^HTTP\/1.1 413 /)
  expect(refused).toContain('照片合计不超过 20 MB')
})

test('of a photo of 50 MB no more is kept than may come, declared or not (T63)', async () => {
  host = await openTestHost(routes)
  const head = `POST /cart HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-type: multipart/form-data; boundary=x\r\n`
  const before = process.memoryUsage.rss()
  const declared = await send(`${head}content-length: ${50 * 1024 ** 2}\r\n\r\n`, '')
  expect(declared.answer).toMatch(/^HTTP\/1.1 413 /)
  const undeclared = await send(
    `${head}transfer-encoding: chunked\r\n\r\n`,
    `40000\r\n${'x'.repeat(0x40000)}\r\n`,
  )
  // Whoever goes on sending may lose the connection before they have read why.
  expect(undeclared.answer).toMatch(/^HTTP\/1.1 413 |^$/)
  expect(undeclared.sent).toBeLessThan(200)
  const grown = (Math.max(declared.peak, undeclared.peak) - before) / 1024 ** 2
  console.log(`50 MB: ${undeclared.sent} of 200 chunks taken, RSS grew by ${grown.toFixed(0)} MB`)
  expect(grown).toBeLessThan(64)
})

/** Up to 200 of these chunks, as fast as they are taken, until there is an answer. */
async function send(head: string, chunk: string): Promise<{ answer: string; sent: number; peak: number }> {
  const socket = connect(Number(new URL(host.url).port), '127.0.0.1')
  const closed = new Promise((resolve) => socket.once('close', resolve))
  let answer = ''
  socket.on('error', () => undefined)
  socket.on('data', (part) => {
    answer += part
  })
  let sent = 0
  let peak = 0
  socket.write(head)
  const bytes = Buffer.from(chunk)
  for (; sent < 200 && bytes.length > 0 && socket.writable; sent += 1) {
    await new Promise((resolve) => socket.write(bytes, resolve))
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  await closed
  return { answer, sent, peak: Math.max(peak, process.memoryUsage.rss()) }
}

test('photos for which there is no room wait unread, in their turn, while pages answer (T63)', async () => {
  let inHand = 0
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  const slow = {
    action: async ({ request }: { request: Request }) => {
      inHand += 1
      await opened
      return new Response(`got ${(await request.arrayBuffer()).byteLength}`)
    },
  }
  // One address has half of the room.
  host = await openTestHost({ ...routes, '/account/photos': slow }, { uploadRoom: 5 * 1024 ** 2 })
  const sent = Array.from({ length: 5 }, () => {
    const body = formOf({ photos: new Blob([new Uint8Array(1024 ** 2)]) })
    return fetch(`${host.url}/account/photos`, { method: 'POST', headers: { origin: host.url }, body })
  })
  await vi.waitFor(() => expect(inHand).toBe(2))
  for (let page = 0; page < 20; page += 1) expect((await fetch(`${host.url}/cart`)).status).toBe(200)
  expect(inHand).toBe(2)
  open()
  expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
})

test('a client that dribbles loses its connection (T54, slowloris)', async () => {
  host = await openTestHost(routes, {
    patience: { headersTimeout: 200, requestTimeout: 300, connectionsCheckingInterval: 50 },
  })
  expect(await raw('GET /cart HTTP/1.1\r\nhost: x\r\nx-slow: ')).toMatch(/^HTTP\/1.1 408 /)
  const body =
    'POST /cart HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-length: 100\r\n\r\nab'
  expect(await raw(body)).toMatch(/^HTTP\/1.1 408 /)
})

test('a photo that keeps coming may take longer than a client that dribbles (T54)', async () => {
  const patience = { headersTimeout: 200, requestTimeout: 300, connectionsCheckingInterval: 50 }
  host = await openTestHost(routes, { patience })
  const socket = connect(Number(new URL(host.url).port), '127.0.0.1')
  const answer = text(socket)
  const [pieces, piece] = [12, 'a'.repeat(8 * 1024)]
  socket.write(
    `POST /cart HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\nconnection: close\r\ncontent-length: ${pieces * piece.length}\r\n\r\n`,
  )
  for (let sent = 0; sent < pieces; sent += 1) {
    await sleep(60)
    socket.write(piece)
  }
  expect(await answer).toMatch(/^HTTP\/1.1 200 /)
})

test('request lines that no browser sends are refused before anything reads them', async () => {
  host = await openTestHost(routes)
  for (const path of [
    '//evil.test/',
    '/%ff',
    '/a%00b',
    '/a\\b',
    '/..%2f..%2fetc/passwd',
    'http://x/cart',
    '*',
  ]) {
    expect([
      path,
      (await raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)).slice(0, 12),
    ]).toEqual([path, 'HTTP/1.1 400'])
  }
  for (const method of ['TRACE', 'OPTIONS', 'PROPFIND']) {
    expect(await raw(`${method} /cart HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 405 /,
    )
  }
})

test('an address may be as long as Remix makes it, not longer', async () => {
  host = await openTestHost(routes)
  const statusOf = async (length: number) => (await fetch(`${host.url}/cart?${'p'.repeat(length)}`)).status
  expect(await statusOf(7_680)).toBe(200)
  expect(await statusOf(8_192)).toBe(400)
})
