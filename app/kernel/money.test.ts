import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatLargeFen, isWholeLargeFen } from './large-sums.ts'
import { addFen, fen, formatFen, perJin, splitFen } from './money.ts'
import { parseLargeYuan, parseYuan, yuanInput } from './yuan-input.ts'

describe('fen', () => {
  it('refuses anything that is not a whole, exact amount', () => {
    expect(() => fen(0.5)).toThrow(RangeError)
    expect(() => fen(Number.NaN)).toThrow(RangeError)
    expect(() => fen(2n ** 53n)).toThrow(RangeError)
  })

  it('holds a contract of 35.37亿元 exactly (T42b)', () => {
    expect(fen(353_700_000_000n)).toBe(353_700_000_000)
  })
})

describe('splitFen', () => {
  const amounts = fc.integer({ min: 0, max: 99_999_999 })
  const weights = fc.array(fc.integer({ min: 0, max: 99_999_999 }), { minLength: 1, maxLength: 100 })

  it('gives parts that add up to the total, whatever the weights', () => {
    fc.assert(
      fc.property(amounts, weights, (total, parts) => {
        expect(addFen(...splitFen(fen(total), parts))).toBe(total)
      }),
      { numRuns: 2_000 },
    )
  })

  it('never strays a fen or more from the exact share', () => {
    fc.assert(
      fc.property(amounts, weights, (total, parts) => {
        const sum = parts.reduce((a, b) => a + b, 0)
        fc.pre(sum > 0)
        splitFen(fen(total), parts).forEach((part, index) => {
          const weight = parts[index] ?? 0
          // |part - total × weight / sum| < 1, compared without fractions
          const error = BigInt(part) * BigInt(sum) - BigInt(total) * BigInt(weight)
          expect(error < BigInt(sum) && error > -BigInt(sum)).toBe(true)
        })
      }),
      { numRuns: 2_000 },
    )
  })

  it('gives everything to the first part when no weight says otherwise', () => {
    expect(splitFen(fen(100), [0, 0, 0])).toEqual([100, 0, 0])
  })

  it('refuses to split over nothing', () => {
    expect(() => splitFen(fen(1), [])).toThrow(RangeError)
  })
})

describe('formats (T99)', () => {
  it('writes prices with two places and thousands', () => {
    expect(formatFen(fen(123_450))).toBe('¥1,234.50')
    expect(formatFen(fen(-5))).toBe('-¥0.05')
    expect(formatFen(fen(0))).toBe('¥0.00')
  })

  it('floors large sums, never rounds them up', () => {
    expect(formatLargeFen(fen(7_300_499_999), 'zh')).toBe('7300.4万元')
    expect(formatLargeFen(fen(353_700_000_000), 'zh')).toBe('35.37亿元')
    expect(formatLargeFen(fen(999_999), 'zh')).toBe('9999元')
    expect(formatLargeFen(fen(9_999_999_999), 'zh')).toBe('9999.9万元')
    expect(formatLargeFen(fen(7_300_499_999), 'en')).toBe('¥73.00 million')
    expect(formatLargeFen(fen(12_539_999), 'en')).toBe('¥125,399')
  })

  it('knows whether what it prints is all of it', () => {
    expect(isWholeLargeFen(fen(7_300_400_000), 'zh')).toBe(true)
    expect(isWholeLargeFen(fen(7_300_400_000), 'en')).toBe(false)
    expect(isWholeLargeFen(fen(12_345_500), 'en')).toBe(true)
    expect(isWholeLargeFen(fen(12_345_501), 'en')).toBe(false)
  })

  it('gives the price of 500 g, half a fen upwards', () => {
    expect(perJin(fen(3_500), 2_500)).toBe(700)
    expect(perJin(fen(999), 400)).toBe(1249)
  })
})

describe('parseYuan', () => {
  it('reads yuan as people write them', () => {
    const read = ['12.5', ' ¥1,234.50 ', '￥８．８', '３０元', '0.01', '12.'].map(parseYuan)
    expect(read).toEqual([1250, 123_450, 880, 3_000, 1, 1200])
  })

  it('refuses what is no amount, and parts of a fen', () => {
    for (const text of ['', '元', '1.234', '-5', '1e3', '12 or 13', '9999999999'])
      expect(parseYuan(text)).toBeNull()
  })

  it('reads what yuanInput writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (amount) => {
        expect(parseYuan(yuanInput(fen(amount)))).toBe(amount)
      }),
    )
  })
})

it('parseLargeYuan reads 万 and 亿 exactly to the fen, and nothing finer (T42b)', () => {
  const read = [
    '35.37亿',
    '1,200万元',
    '￥860000.50',
    '0.000001亿',
    '1.23456789万',
    '12亿3千万',
    '0.001',
    '3.537 Billion',
  ].map(parseLargeYuan)
  expect(read).toEqual([
    353_700_000_000,
    1_200_000_000,
    86_000_050,
    10_000,
    null,
    null,
    null,
    353_700_000_000,
  ])
})
