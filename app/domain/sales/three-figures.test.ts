import { expect, test } from 'vitest'
import { channels } from './sale-entry.ts'
import { threeFigures } from './three-figures.ts'

test('contracts are signed, every other channel is sold, and the total is both', () => {
  const sums = channels.map((channel, index) => [channel, 10 ** index] as const)
  expect(threeFigures(sums)).toEqual({ salesFen: 1_101, signedFen: 10, totalFen: 1_111 })
  expect(threeFigures([])).toEqual({ salesFen: 0, signedFen: 0, totalFen: 0 })
})
