import { expect, test } from 'vitest'
import { cleanCell } from '#app/platform/sheets/clean-cell.ts'
import { findColumn } from './columns.ts'
import { findMappingProblem, mapHeadings } from './mapping.ts'
import { readCell } from './read-cell.ts'

function read(key: string, text: string) {
  const column = findColumn(key)
  if (!column) throw new Error(key)
  return readCell(column, column.choices ?? [], cleanCell(text))
}

test('what people write around a number is understood, or refused with what was probably meant (T68)', () => {
  const right: ReadonlyArray<[key: string, text: string, value: unknown]> = [
    ['variant.priceFen', '￥１，２３４．５０', 123_450],
    ['variant.priceFen', '1,234.5元', 123_450],
    ['variant.priceFen', '\t19.9 ', 1_990],
    ['variant.netGrams', '2.5公斤', 2_500],
    ['variant.netGrams', '３斤', 1_500],
    ['variant.netGrams', '500克', 500],
    ['variant.netGrams', '2.3kg', 2_300],
    ['variant.stock', '40袋', 40],
    ['variant.sku', '="00123"', '00123'],
    ['variant.isActive', '停售', false],
    ['seasonMonths', '11-2月', [1, 2, 11, 12]],
    ['batch.producedOn', '2026年9月3日', '2026-09-03'],
    ['certificates', '有机，绿色食品', ['organic', 'green']],
    ['storage', '冷冻', 'frozen'],
  ]
  for (const [key, text, value] of right) expect(read(key, text), text).toEqual({ value })
  const wrong: ReadonlyArray<[key: string, text: string, code: string, fix?: string]> = [
    ['variant.priceFen', '12.345', 'not-a-price', '12.34'],
    ['variant.priceFen', '19.9元/袋', 'not-a-price', '19.90'],
    ['variant.priceFen', '1,5', 'not-a-price'],
    ['variant.priceFen', '-5', 'not-a-price'],
    ['variant.barcode', '6.9E+12', 'digits-lost'],
    ['variant.netGrams', '3石', 'not-a-weight'],
    ['shelfLifeDays', '6个月', 'not-a-number', '180'],
    ['storage', '冰冻', 'unknown-choice', '冷冻'],
    ['title', '#REF!', 'formula-error'],
    ['title', '锟斤拷', 'garbled'],
    ['batch.producedOn', '2026-02-30', 'not-a-day'],
  ]
  for (const [key, text, code, fix] of wrong) expect(read(key, text), text).toEqual({ code, fix })
})

test('headings are known by their words, or by what was said before; none is taken twice', () => {
  expect(mapHeadings(['货号', '售价', '颜色', 'SKU'])).toEqual({
    货号: 'variant.sku',
    售价: 'variant.priceFen',
  })
  // As our own file named it once, and as a platform names it.
  expect(mapHeadings(['商家编码'])).toEqual({ 商家编码: 'variant.sku' })
  const said = mapHeadings(['代码', '价 格'], { 代码: 'variant.sku' })
  expect(said).toEqual({ 代码: 'variant.sku', '价 格': 'variant.priceFen' })
  expect(findMappingProblem(said)).toBeNull()
  expect(findMappingProblem({ 售价: 'variant.priceFen' })).toEqual({
    code: 'column-needed',
    key: 'variant.sku',
  })
})
