import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWeight, recallWeightUnit, type WeightUnit, weightUnitCookie, weightUnits } from './weight.ts'

const grams = (plain: string, unit: WeightUnit) => {
  const read = readWeight(plain, unit)
  return read.ok ? read.value : read.code
}

test('a weight is whole grams, as the scale says it', () => {
  expect([grams('1.25', 'jin'), grams('1.25', 'kg'), grams('625', 'g')]).toEqual([625, 1_250, 625])
  expect([grams('0.002', 'jin'), grams('.5', 'jin'), grams('2.', 'kg'), grams('1.2500', 'kg')]).toEqual([
    1, 250, 2_000, 1_250,
  ])
  // As a double 0.29 kg would be 290.00000000000006 g, 1.005 kg less than 1005 g.
  expect([grams('0.29', 'kg'), grams('1.005', 'kg'), grams('1000', 'kg')]).toEqual([290, 1_005, 1_000_000])
})

test('what is finer than a gram is refused, not rounded', () => {
  for (const [plain, unit] of [
    ['0.001', 'jin'],
    ['1.2345', 'kg'],
    ['1.0001', 'jin'],
    ['0.5', 'g'],
    ['0.0001', 'kg'],
  ] as const)
    expect(grams(plain, unit)).toBe('too-fine')
  expect(grams('5.0', 'g')).toBe(5)
})

test('what is no weight, or more than a stall has, is refused', () => {
  for (const plain of ['', '.', '0', '0.000', '-1', '1e3', '1,25', '1.2.3', '两斤', '99999999'])
    expect(grams(plain, 'jin')).toBe('bad-weight')
  expect(grams('1000.001', 'kg')).toBe('too-heavy')
  expect(grams('1250', 'kg')).toBe('too-heavy')
})

test('whatever a scale in any unit shows of whole grams comes back to the gram', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (weight) => {
      expect(grams((weight / 1_000).toFixed(3), 'kg')).toBe(weight)
      expect(grams((weight / 500).toFixed(3), 'jin')).toBe(weight)
      expect(grams(String(weight), 'g')).toBe(weight)
    }),
  )
})

test('the unit that the phone remembers is one of the three, or none', () => {
  for (const unit of weightUnits) {
    const [pair = ''] = weightUnitCookie(unit).split(';')
    expect(recallWeightUnit(`booth=a.b; ${pair}; staff=x`)).toBe(unit)
  }
  for (const cookies of [null, '', 'weight-unit=stone', 'old-weight-unit=kg'])
    expect(recallWeightUnit(cookies)).toBeNull()
})
