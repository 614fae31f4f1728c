import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Services } from '#app/platform/services.server.ts'
import { followSales } from './sales-figures.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('a rush of sales drops the pages with figures once every ten seconds, and the last sale is not missed', () => {
  const dropped: Array<number> = []
  let ring = () => undefined as unknown
  const bus = { subscribe: (_channel: string, listener: () => void) => (ring = listener) }
  const pageCache = { drop: () => dropped.push(Date.now()) }
  followSales({ bus, pageCache } as unknown as Services)
  const start = Date.now()
  for (let sale = 0; sale < 250; sale += 1) {
    ring()
    vi.advanceTimersByTime(100)
  }
  vi.advanceTimersByTime(60_000)
  expect(dropped.map((at) => Math.round((at - start) / 1000))).toEqual([10, 20, 30])
})
