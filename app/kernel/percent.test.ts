import fc from 'fast-check'
import { expect, it } from 'vitest'
import { percentOf } from './percent.ts'

const amount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })

it('is the largest whole percent that is reached', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 100, max: Number.MAX_SAFE_INTEGER }), (part, whole) => {
      const percent = BigInt(percentOf(part, whole) ?? -1)
      const hundredfold = BigInt(part) * 100n
      expect(percent * BigInt(whole) <= hundredfold).toBe(true)
      expect((percent + 1n) * BigInt(whole) > hundredfold).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

it('is exact where the percent is: 29 of 100 is not 28 %', () => {
  const percents = Array.from({ length: 301 }, (_, percent) => percent)
  for (const unit of [1, 7, 35_370_000_001]) {
    expect(percents.map((percent) => percentOf(percent * unit, 100 * unit))).toEqual(percents)
  }
})

it('is nothing of nothing, and never below nothing', () => {
  expect([percentOf(1, 0), percentOf(0, 0), percentOf(-5, 100), percentOf(0, 100)]).toEqual([
    null,
    null,
    0,
    0,
  ])
})
