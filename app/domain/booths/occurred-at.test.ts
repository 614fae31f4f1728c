import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { clockOffset, occurredAt } from './occurred-at.ts'

const from = new Date('2026-11-22T16:00:00Z')
const now = new Date('2026-11-24T10:00:00Z')
const day = 86_400_000

test('a clock that is wrong, by a day or by any other time, counts on the right day (T73)', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -3 * day, max: 3 * day }),
      fc.integer({ min: 0, max: now.getTime() - from.getTime() }),
      (wrong, ago) => {
        const happened = new Date(now.getTime() - ago)
        const offset = clockOffset(new Date(now.getTime() + wrong), now)
        expect(occurredAt(new Date(happened.getTime() + wrong), offset, { from, now })).toEqual(happened)
      },
    ),
  )
})

test('a day ends at midnight in Shanghai, to the millisecond (T86)', () => {
  const dayOf = (instant: string) => shanghaiDay(occurredAt(new Date(instant), 0, { from, now }))
  expect(dayOf('2026-11-23T15:59:59.999Z')).toBe('2026-11-23')
  expect(dayOf('2026-11-23T16:00:00.000Z')).toBe('2026-11-24')
})

test('no sale is before the fair, and none in the future', () => {
  expect(occurredAt(new Date('2026-11-20T00:00:00Z'), 0, { from, now })).toEqual(from)
  expect(occurredAt(new Date('2026-12-20T00:00:00Z'), 0, { from, now })).toEqual(now)
})
