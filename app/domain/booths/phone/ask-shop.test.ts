import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { askShop } from './ask-shop.ts'

const now = new Date('2026-11-24T04:00:00.000Z')

/** Asks a server that answers so. */
async function ask(answer: (response: ServerResponse) => unknown, timeout = 5_000) {
  const server = createServer((_request, response) => answer(response))
  const url = await listen(server)
  try {
    return await askShop([], { now, url, timeout })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const status = (code: number, headers: Record<string, string> = {}) =>
  ask((response) => response.writeHead(code, headers).end())

test('answers are what the shop says of each sale', async () => {
  const answers = [{ ref: 'a', outcome: 'accepted' }]
  const asked = await ask((response) => response.end(JSON.stringify({ answers })))
  expect(asked).toEqual({ outcome: 'answered', answers })
})

test('no network is where nobody is reached, or the line breaks', async () => {
  const server = createServer()
  const url = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  expect(await askShop([], { now, url })).toEqual({ outcome: 'offline' })
  expect(await ask((response) => response.destroy())).toEqual({ outcome: 'offline' })
})

test('a shop that is out of order, silent, or not the shop at all is not answering', async () => {
  for (const code of [500, 502, 503, 504, 408])
    expect(await status(code), String(code)).toEqual({ outcome: 'not-answering' })
  expect(await ask(() => undefined, 50)).toEqual({ outcome: 'not-answering' })
  // The page that a Wi-Fi puts before every address.
  for (const page of ['<h1>Wi-Fi</h1>', '"hello"', '{}'])
    expect(await ask((response) => response.end(page)), page).toEqual({ outcome: 'not-answering' })
})

test('a shop that is overrun says for how long: in seconds, by a date, or not at all', async () => {
  expect(await status(429)).toEqual({ outcome: 'too-many' })
  expect(await status(429, { 'retry-after': '90' })).toEqual({ outcome: 'too-many', retryAfter: 90 })
  const date = 'Tue, 24 Nov 2026 04:01:30 GMT'
  expect(await status(429, { 'retry-after': date })).toEqual({ outcome: 'too-many', retryAfter: 90 })
  expect(await status(503, { 'retry-after': '5' })).toEqual({ outcome: 'not-answering', retryAfter: 5 })
  // Neither nonsense nor a week keeps the sales on the phone.
  expect(await status(429, { 'retry-after': 'soon' })).toEqual({ outcome: 'too-many' })
  expect(await status(429, { 'retry-after': '604800' })).toEqual({ outcome: 'too-many', retryAfter: 3_600 })
})

test('a session that has ended is told apart from somebody who may not sell', async () => {
  expect(await status(302, { location: '/staff/sign-in' })).toEqual({ outcome: 'signed-out' })
  expect(await status(401)).toEqual({ outcome: 'signed-out' })
  expect(await status(403)).toEqual({ outcome: 'not-allowed' })
  expect(await status(404)).toEqual({ outcome: 'not-allowed' })
})

test('what the shop will never take is refused', async () => {
  for (const code of [400, 413, 422]) expect(await status(code)).toEqual({ outcome: 'refused' })
})
