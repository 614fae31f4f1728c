import { expect, test } from 'vitest'
import { fen } from '#app/kernel/money.ts'
import { findCoded, matchGoods } from './match-goods.ts'

const goods = ['a', 'b', 'c'].map((name) => ({
  sku: `CF-${name}`,
  articleNumber: `00${name}`,
  barcode: null as string | null,
  title: `小米 ${name}`,
  label: '1kg',
  pictureKey: null,
  priceFen: fen(1_990),
  netGrams: 1_000,
}))

test('a code is a barcode before an article number, and that before a handle', () => {
  const [first, second, third] = goods
  const shelf = [
    { ...first!, sku: '6901' },
    { ...second!, articleNumber: '6901' },
    { ...third!, barcode: '6901' },
  ]
  const found = (count: number) => findCoded(shelf.slice(0, count), '6901')?.title
  expect([found(3), found(2), found(1), found(0)]).toEqual(['小米 c', '小米 b', '小米 a', undefined])
})

test('the grid is narrowed by title, size or code', () => {
  const titles = (text: string) => matchGoods(goods, text).map(({ title }) => title)
  expect([titles('00B'), titles(' 小米 c'), titles('1KG').length, titles('null')]).toEqual([
    ['小米 b'],
    ['小米 c'],
    3,
    [],
  ])
})
