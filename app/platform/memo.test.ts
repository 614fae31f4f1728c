import { expect, test } from 'vitest'
import type { Bus } from './bus.server.ts'
import { createMemo } from './memo.server.ts'

test('reference data is loaded once, and again after its tag was dropped or the bus was deaf', async () => {
  const listeners: Array<(payload: string) => void> = []
  const gaps: Array<() => void> = []
  const bus = {
    subscribe: (_: string, listener: (payload: string) => void) => listeners.push(listener),
    onGap: (gap: () => void) => gaps.push(gap),
  }
  const memo = createMemo(bus as unknown as Bus)
  let loads = 0
  const read = () => memo({ key: 'categories', tags: ['catalog'], load: async () => (loads += 1) })
  expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1])
  listeners[0]?.('product:millet')
  expect(await read()).toBe(1)
  listeners[0]?.('product:millet catalog')
  expect(await read()).toBe(2)
  gaps[0]?.()
  expect(await read()).toBe(3)
})

test('a failed load is not remembered', async () => {
  const memo = createMemo({ subscribe: () => undefined, onGap: () => undefined } as unknown as Bus)
  const fails = memo({ key: 'a', tags: [], load: () => Promise.reject(new Error('down')) })
  await expect(fails).rejects.toThrow('down')
  expect(await memo({ key: 'a', tags: [], load: async () => 'up' })).toBe('up')
})
