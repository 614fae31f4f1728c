import { expect, test } from 'vitest'
import { isPriceJump } from './price-jump.ts'

test('half and twice the price are no jump, a fen beyond either is', () => {
  expect([600, 2_400, 1_200].map((to) => isPriceJump(1_200, to))).toEqual([false, false, false])
  expect([599, 2_401, 100, 12_000].map((to) => isPriceJump(1_200, to))).toEqual([true, true, true, true])
})
