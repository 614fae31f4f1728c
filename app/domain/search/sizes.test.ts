import { expect, test } from 'vitest'
import { takeSizes } from './sizes.ts'

test.each([
  ['2.5kg', '2500g'],
  ['2.5 公斤', '2500g'],
  ['2.5千克', '2500g'],
  ['5斤', '2500g'],
  ['50两', '2500g'],
  ['2500克', '2500g'],
  ['2500g', '2500g'],
  ['5l', '5000ml'],
  ['5升', '5000ml'],
  ['500毫升', '500ml'],
])('%s is looked for as %s (T99)', (typed, size) => {
  expect(takeSizes(`小米 ${typed}`)).toEqual({ text: '小米  ', sizes: [size] })
})

test('a number without a unit, and a unit within a word, are no size', () => {
  expect(takeSizes('2026 5gift')).toEqual({ text: '2026 5gift', sizes: [] })
})
