import { expect, test } from 'vitest'
import { fen } from '#app/kernel/money.ts'
import { keptSale } from '#tests/support/kept-sales.ts'
import { listOtherGoods } from './other-goods.ts'

test('goods without a listing are offered again as they were sold last, and never what was taken back', () => {
  const sold = (goodsName: string, changes = {}) =>
    keptSale({ sku: null, goodsName, as: { measure: 'weight', priceFen: fen(7_040) }, ...changes })
  const cheaper = { measure: 'pieces', priceFen: fen(500) } as const
  const kept = [
    sold('奶豆腐', { as: cheaper }),
    sold('错字', { isUndone: true }),
    sold('没卖', { state: 'discarded' }),
    sold('奶豆腐'),
    sold('早先的', { as: null }),
    keptSale({}),
    sold('炒米'),
  ]
  expect(listOtherGoods(kept)).toEqual([
    { name: '奶豆腐', ...cheaper },
    { name: '炒米', measure: 'weight', priceFen: 7_040 },
  ])
})
