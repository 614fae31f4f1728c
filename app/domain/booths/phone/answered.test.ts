import { expect, test } from 'vitest'
import { answered } from './answered.ts'
import type { KeptSale } from './kept-sales.ts'

const sale: KeptSale = {
  ref: '0d5c4b1e-7c0e-4f0e-9d43-0d3a3c6f7a11',
  fair: 'fair',
  enterprise: 'enterprise',
  sku: 'sku',
  goodsName: null,
  pieces: 1,
  grams: null,
  amountFen: 100,
  tender: 'cash',
  district: null,
  deviceAt: '2026-11-24T04:00:00.000Z',
  isUndone: false,
  state: 'waiting',
  reason: null,
  title: '小米',
}
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
