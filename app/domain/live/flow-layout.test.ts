import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOutFlows } from './flow-layout.ts'

const size = { width: 800, height: 600 }
const flow = fc.record({
  from: fc.constantFrom('海淀区', '东城区', '西城区', '顺义区'),
  to: fc.constantFrom('敖汉旗', '宁城县', '林西县'),
  amount: fc.integer({ min: 1, max: 1e12 }),
  isPaired: fc.boolean(),
})

test('both columns stand inside the picture, their bars do not overlap, and each flow has its ribbon', () => {
  fc.assert(
    fc.property(fc.array(flow, { maxLength: 12 }), (flows) => {
      const { left, right, ribbons } = layOutFlows(flows, size)
      expect(ribbons.length).toBe(flows.length)
      for (const column of [left, right]) {
        column.forEach((node, index) => {
          const before = column[index - 1]
          if (before) expect(node.y).toBeGreaterThanOrEqual(before.y + before.height - 0.2)
          expect(node.y + node.height).toBeLessThanOrEqual(size.height + 1)
        })
        expect(column.reduce((sum, { amount }) => sum + amount, 0)).toBe(
          flows.reduce((sum, { amount }) => sum + amount, 0),
        )
      }
      for (const { path } of ribbons) expect(path).not.toContain('NaN')
    }),
  )
})
