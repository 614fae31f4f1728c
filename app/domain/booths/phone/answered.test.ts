import { expect, test } from 'vitest'
import { keptSale } from '#tests/support/kept-sales.ts'
import { answered } from './answered.ts'

const sale = keptSale()
const undone = { ...sale, isUndone: true }

test('an answer to the sale that it was before leaves what was taken back meanwhile waiting', () => {
  const { ref } = sale
  for (const outcome of ['accepted', 'already'] as const) {
    expect(answered(sale, { ref, outcome })).toEqual({ ...sale, state: 'sent' })
    expect(answered(undone, { ref, outcome })).toEqual(undone)
  }
  expect(answered(undone, { ref, outcome: 'undone' })).toEqual({ ...undone, state: 'sent' })
  expect(answered(undone, { ref, outcome: 'refused', reason: 'not-yours' })).toEqual({
    ...undone,
    state: 'refused',
    reason: 'not-yours',
  })
})
