import { expect, test } from 'vitest'
import { plainNumber } from './number-input.ts'
import { parseYuan } from './yuan-input.ts'

test('a number is the same, whatever keyboard it was typed on', () => {
  const typed = ['1.25', '１．２５', '1。25', '１｡２５', ' 1 . 25\u3000']
  expect(typed.map(plainNumber)).toEqual(typed.map(() => '1.25'))
  expect(['1,234,567.8', '１，２３４', '¥1,234.50', '1,200万元'].map(plainNumber)).toEqual([
    '1234567.8',
    '1234',
    '¥1234.50',
    '1200万元',
  ])
})

test('a comma in the place of a point does not make ten times as much', () => {
  for (const text of ['12,5', '12，5', '1,25', '1,2345', ',125']) {
    expect(plainNumber(text)).toContain(',')
    expect(parseYuan(text)).toBeNull()
  }
})
