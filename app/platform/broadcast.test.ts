import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openTestHost, type TestHost } from '#tests/support/host.ts'
import { type Broadcast, createBroadcast } from './broadcast.server.ts'

let count = 0
let reads = 0
let whileReading: (() => void) | undefined
let isListening = true
const gapListeners: Array<() => void> = []
let broadcast: Broadcast<number>
let host: TestHost | undefined

function open(timing: Parameters<typeof createBroadcast>[0]['timing'] = {}): Broadcast<number> {
  return createBroadcast<number>({
    bus: { isListening: () => isListening, onGap: (listener) => void gapListeners.push(listener) },
    clock: { now: () => new Date() },
    log: pino({ level: 'silent' }),
    timing: { pace: 20, ...timing },
    async read(topic) {
      reads += 1
      const value = count
      await sleep(1)
      whileReading?.()
      return topic === 'nowhere'
        ? null
        : { id: String(value), value, validUntil: new Date(Date.now() + 60_000) }
    },
  })
}

beforeEach(() => {
  count = 0
  reads = 0
  whileReading = undefined
  isListening = true
  broadcast = open()
})
afterEach(async () => {
  broadcast.stop()
  await host?.stop()
  host = undefined
})

/** What a watcher has been told so far. */
async function follow(lastId: string | null = null, topic = 'fair') {
  const watcher = await broadcast.watch(topic, lastId)
  if (!watcher) throw new Error(`no topic ${topic}`)
  let text = ''
  watcher.on('data', (bytes: Buffer) => (text += bytes))
  return {
    watcher,
    text: () => text,
    values: () => [...text.matchAll(/^data: (\d+)$/gm)].map(([, value]) => Number(value)),
  }
}

function sell(): void {
  count += 1
  broadcast.touch((topic) => topic === 'fair')
}

test('who comes gets the current edition, then each that follows, and what is read is read once for all (T79)', async () => {
  const watchers = await Promise.all(Array.from({ length: 200 }, () => follow()))
  expect(reads).toBe(1)
  sell()
  await vi.waitFor(() => expect(watchers.map(({ values }) => values())).toEqual(watchers.map(() => [0, 1])))
  expect(reads).toBe(2)
  for (let sale = 0; sale < 500; sale += 1) sell()
  await vi.waitFor(() =>
    expect(new Set(watchers.map(({ values }) => values().at(-1)))).toEqual(new Set([501])),
  )
  expect(reads).toBeLessThan(8)
})

test('what is sold while the figures are read is not missed', async () => {
  const watcher = await follow()
  whileReading = () => {
    whileReading = undefined
    sell()
  }
  sell()
  await vi.waitFor(() => expect(watcher.values().at(-1)).toBe(2))
})

test('a page that is kept until the next sale is not older than the last, however shortly after another it came', async () => {
  broadcast.stop()
  broadcast = open({ pace: 60_000 })
  const current = async () => (await broadcast.current('fair'))?.value
  expect(await current()).toBe(0)
  sell()
  expect(await current()).toBe(1)
  // Heard of while the figures of the one before are read.
  whileReading = () => {
    whileReading = undefined
    sell()
  }
  sell()
  expect(await current()).toBe(3)
  expect(reads).toBe(4)
})

test('who comes back with the last id gets nothing twice, with an older one what has come since (T81)', async () => {
  sell()
  const first = await follow('0')
  await vi.waitFor(() => expect(first.values()).toEqual([1]))
  const again = await follow('1')
  await vi.waitFor(() => expect(again.text()).toMatch(/^retry: \d+\n\nevent: beat\ndata: 20/))
  expect(again.values()).toEqual([])
  sell()
  await vi.waitFor(() => expect(again.values()).toEqual([2]))
})

test('while nobody tells of sales it does not say that the figure holds, and reads again when they do', async () => {
  broadcast = open({ beatEvery: 10 })
  const watcher = await follow()
  await vi.waitFor(() => expect(watcher.text()).toContain('event: beat'))
  isListening = false
  await vi.waitFor(() => expect(watcher.text().endsWith('\n\n:\n\n')).toBe(true))
  count = 7
  isListening = true
  for (const listener of gapListeners) listener()
  await vi.waitFor(() => expect(watcher.values()).toEqual([0, 7]))
})

test('a reading that fails is tried again, and a topic that is taken away ends its streams', async () => {
  const { watcher, values } = await follow()
  expect(await broadcast.watch('nowhere', null)).toBeNull()
  expect(await broadcast.current('nowhere')).toBeNull()
  watcher.destroy()
  await vi.waitFor(() => expect(broadcast.size().watchers).toBe(0))
  expect(values()).toEqual([0])
})

test('who is slow gets the latest edition only, who takes nothing is let go of', async () => {
  broadcast = open({ beatEvery: 20, longestWait: 200 })
  const slow = await broadcast.watch('fair', null)
  const told: Array<string> = []
  for (let sale = 1; sale <= 3_000; sale += 1) {
    sell()
    if (sale % 300 === 0) await sleep(25)
  }
  for await (const bytes of slow!) {
    told.push(String(bytes))
    if (told.join('').includes('data: 3000')) break
  }
  expect(told.join('').length).toBeLessThan(4_000)
  const stuck = await broadcast.watch('fair', null)
  // Nobody reads: 64 kB are taken, and no more.
  const pump = setInterval(sell, 1)
  stuck!.push(Buffer.alloc(100_000))
  await vi.waitFor(() => expect(stuck!.destroyed).toBe(true), { timeout: 5_000 })
  clearInterval(pump)
})

test('told to stop, it asks each to come back within two to sixteen seconds, not all at once (T32, T81)', async () => {
  const watchers = await Promise.all(Array.from({ length: 300 }, () => follow()))
  broadcast.stop()
  await vi.waitFor(() => expect(watchers.every(({ watcher }) => watcher.destroyed)).toBe(true))
  const pauses = watchers.map(({ text }) => Number(/retry: (\d+)\n\n$/.exec(text())?.[1]))
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(2_000)
  expect(Math.max(...pauses)).toBeLessThanOrEqual(16_000)
  const inSecond = (second: number) => pauses.filter((pause) => Math.floor(pause / 1_000) === second).length
  expect(Math.max(...Array.from({ length: 16 }, (_, second) => inSecond(second)))).toBeLessThan(75)
  expect(broadcast.size()).toEqual({ watchers: 0, topics: 0 })
})

test('of connections that come and go, however they go, nothing is left (T80)', async () => {
  broadcast = open({ beatEvery: 200, longestLife: 1_500 })
  const server = await openTestHost({
    '/live': {
      loader: async ({ context }) => {
        const watcher = await broadcast.watch('fair', null)
        if (!watcher) return new Response(null, { status: 404 })
        context.deliver(watcher)
        return new Response(null, { headers: { 'content-type': 'text/event-stream' } })
      },
    },
  })
  host = server
  const port = Number(new URL(server.url).port)
  const silent: Array<Socket> = []
  async function comeAndGo(index: number): Promise<void> {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write('GET /live HTTP/1.1\r\nhost: x\r\n\r\n')
    // Some leave before they are answered, some after; some vanish without a word, and read no more.
    if (index % 3 > 0) await once(socket, 'data')
    if (index % 50 === 1) silent.push(socket.pause())
    else if (index % 2) socket.destroy()
    else socket.resetAndDestroy()
  }
  const before = process.getActiveResourcesInfo()
  for (let index = 0; index < 1_000; index += 100)
    await Promise.all(Array.from({ length: 100 }, (_, next) => comeAndGo(index + next)))
  sell()
  expect(silent.length).toBe(20)
  await vi.waitFor(() => expect(broadcast.size().watchers).toBe(0), { timeout: 10_000 })
  for (const socket of silent) socket.destroy()
  const kinds = (names: ReadonlyArray<string>) =>
    ['TCPSocketWrap', 'Timeout'].map((kind) => names.filter((name) => name === kind).length)
  const [sockets = 0, timers = 0] = kinds(before)
  await vi.waitFor(() => {
    const [socketsNow = 0, timersNow = 0] = kinds(process.getActiveResourcesInfo())
    expect(socketsNow).toBeLessThanOrEqual(sockets + 2)
    expect(timersNow).toBeLessThanOrEqual(timers + 5)
  })
})
