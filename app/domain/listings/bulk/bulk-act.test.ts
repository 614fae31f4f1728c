import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/kernel/money.ts'
import { priceAfter, readPercent } from './bulk-act.ts'

test('percents are read as people write them, and only those that leave a price', () => {
  expect(['10', '+10', '-5', '−5', '－５', '12%'].map(readPercent)).toEqual([10, 10, -5, -5, -5, 12])
  expect(['', '0', '-91', '301', '1.5', 'ten', '1e2'].map(readPercent)).toEqual(Array(7).fill(null))
})

test('a price moves by its percent to the nearest fen, and never to nothing', () => {
  expect([priceAfter(fen(1_990), -10), priceAfter(fen(1_005), 10), priceAfter(fen(1), -90)]).toEqual([
    1_791, 1_106, 1,
  ])
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_999_999 }),
      fc.integer({ min: -90, max: 300 }),
      (price, percent) => {
        const exact = (price * (100 + percent)) / 100
        expect(Math.abs(priceAfter(fen(price), percent) - Math.max(1, exact))).toBeLessThanOrEqual(0.5)
      },
    ),
  )
})
