import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '#app/kernel/clock.ts'
import { type PriceStep, referencePrice } from './price-history.ts'

const now = new Date('2026-11-24T02:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * day)
/** Prices with the days since which they were asked. */
const history = (...steps: Array<[priceFen: number, daysAgo: number]>): Array<PriceStep> =>
  steps.map(([toFen, days], index) => ({
    fromFen: steps[index - 1]?.[0] ?? null,
    toFen,
    changedAt: ago(days),
  }))

test('a reduction is measured by the lowest price of the week before it', () => {
  expect(referencePrice(history([3_000, 90]), 2_400, now)).toBe(3_000)
  expect(referencePrice(history([3_000, 90], [2_600, 3]), 2_400, now)).toBe(2_600)
  expect(referencePrice(history([2_600, 90], [3_000, 8]), 2_400, now)).toBe(3_000)
})

test('a price that was raised just before is no measure', () => {
  expect(referencePrice(history([2_400, 90], [9_900, 1]), 2_400, now)).toBeNull()
  expect(referencePrice(history([2_400, 90], [9_900, 6]), 2_000, now)).toBe(2_400)
})

test('a rise, and goods without a history, have none', () => {
  expect(referencePrice(history([3_000, 90]), 3_000, now)).toBeNull()
  expect(referencePrice(history([3_000, 90]), 3_100, now)).toBeNull()
  expect(referencePrice([], 100, now)).toBeNull()
})

test('it is always a price that was really asked, and dearer', () => {
  const step = fc.tuple(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 0, max: 60 }))
  fc.assert(
    fc.property(fc.array(step), fc.integer({ min: 1, max: 9_999 }), (steps, priceFen) => {
      const asked = history(...steps.sort((a, b) => b[1] - a[1]))
      const reference = referencePrice(asked, priceFen, now)
      if (reference === null) return
      expect(reference).toBeGreaterThan(priceFen)
      expect(asked.map(({ toFen }) => toFen)).toContain(reference)
    }),
  )
})
