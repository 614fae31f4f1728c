import { expect, test } from 'vitest'
import { isFrozenAtRisk } from './frozen-days.ts'

test('what is frozen is at risk from Friday to Sunday in Shanghai, whatever day it is elsewhere', () => {
  const at = (instant: string) => isFrozenAtRisk(new Date(instant))
  expect(at('2026-11-26T15:59:59.999Z'), 'the last moment of Thursday').toBe(false)
  expect(at('2026-11-26T16:00:00Z'), 'Friday begins').toBe(true)
  expect(at('2026-11-28T04:00:00Z'), 'Saturday').toBe(true)
  expect(at('2026-11-29T15:59:59.999Z'), 'the last moment of Sunday').toBe(true)
  expect(at('2026-11-29T16:00:00Z'), 'Monday begins').toBe(false)
})
