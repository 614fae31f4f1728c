import { expect, test } from 'vitest'
import { fen } from '#app/kernel/money.ts'
import { lineAmount, listPrice } from './line-amount.ts'
import { readSaleForm } from './sale-form.ts'

test('pieces times their price, or grams at the price of 500 g to the fen', () => {
  expect(lineAmount('pieces', 3, fen(1_999))).toBe(5_997)
  expect(lineAmount('weight', 730, fen(1_250))).toBe(1_825)
  expect(lineAmount('weight', 1, fen(250))).toBe(1)
  expect(lineAmount('amount', 1, fen(8_800))).toBe(8_800)
})

test('the price of the label is asked for, by the piece or by weight', () => {
  expect(listPrice({ priceFen: fen(2_000), netGrams: 1_000 }, 'weight')).toBe(1_000)
  expect(listPrice({ priceFen: fen(2_000), netGrams: null }, 'weight')).toBeNull()
})

test('a filled-in form is a line, and what is wrong with it has a name', () => {
  const read = (changes: Record<string, string>) => {
    const form = new FormData()
    const whole = {
      sku: 'a',
      name: '',
      measure: 'pieces',
      quantity: '2',
      price: '12.50',
      tender: 'cash',
      district: '',
      ...changes,
    }
    for (const [name, value] of Object.entries(whole)) form.set(name, value)
    return readSaleForm(form)
  }
  const line = {
    sku: 'a',
    goodsName: null,
    pieces: 2,
    grams: null,
    amountFen: 2_500,
    tender: 'cash',
    district: null,
  }
  expect(read({})).toEqual({ ok: true, value: line })
  const other = { sku: '', name: ' 散装\u202e奶豆腐\n' }
  const named = { ...line, sku: null, goodsName: '散装 奶豆腐', pieces: 1 }
  expect(read({ ...other, measure: 'weight', quantity: '750', district: '110108' })).toEqual({
    ok: true,
    value: { ...named, grams: 750, amountFen: 1_875, district: '110108' },
  })
  // As the scale says it, on whatever keyboard.
  for (const [unit, quantity] of [
    ['jin', '１．２５'],
    ['jin', '1。25'],
    ['kg', '0.625'],
    ['g', '625'],
  ] as const)
    expect(read({ measure: 'weight', unit, quantity, price: '１２．８' })).toEqual({
      ok: true,
      value: { ...line, pieces: 1, grams: 625, amountFen: 1_600 },
    })
  expect(read({ quantity: '１２', price: '￥１．５' })).toMatchObject({
    value: { pieces: 12, amountFen: 1_800 },
  })
  // Only the amount is known: how many pieces it was for is not asked.
  expect(read({ ...other, measure: 'amount', quantity: '', price: '88' })).toEqual({
    ok: true,
    value: { ...named, amountFen: 8_800 },
  })
  for (const [changes, code] of [
    [{ sku: '', name: '\u200b ' }, 'no-name'],
    [{ quantity: '0' }, 'bad-quantity'],
    [{ quantity: '1.5' }, 'bad-quantity'],
    [{ quantity: '0x10' }, 'bad-quantity'],
    [{ quantity: '10001' }, 'bad-quantity'],
    [{ measure: 'weight', unit: 'jin', quantity: '0.001' }, 'too-fine'],
    [{ measure: 'weight', unit: 'jin', quantity: '' }, 'bad-weight'],
    [{ measure: 'weight', unit: 'kg', quantity: '1250' }, 'too-heavy'],
    [{ measure: 'weight', unit: 'stone', quantity: '0.5' }, 'too-fine'],
    [{ price: 'x' }, 'bad-price'],
    [{ price: '0' }, 'bad-price'],
    [{ price: '9999999', quantity: '9' }, 'too-much'],
    [{ tender: 'gold' }, 'no-tender'],
  ] as const)
    expect(read(changes)).toMatchObject({ ok: false, code })
})
