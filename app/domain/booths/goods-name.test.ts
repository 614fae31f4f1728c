import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanGoodsName, longestGoodsName } from './goods-name.ts'

test('whatever is typed becomes one short line of visible characters, and again the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      const name = cleanGoodsName(text)
      expect([...name].length).toBeLessThanOrEqual(longestGoodsName)
      expect(name).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]|\s\s/u)
      expect(cleanGoodsName(name)).toBe(name)
    }),
  )
})
