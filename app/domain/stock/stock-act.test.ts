import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustForm, deltaOf, moveForm, physicalOf } from './stock-act.ts'

const heaps = fc.record({ free: fc.nat(99), held: fc.nat(99), sold: fc.nat(99) })

test('a count says what lies there; everything else says what came or went', () => {
  fc.assert(
    fc.property(heaps, fc.nat(999), (stock, quantity) => {
      expect(physicalOf(stock) + deltaOf('counted', quantity, stock)).toBe(quantity)
      expect(deltaOf('received', quantity, stock)).toBe(quantity)
      expect(deltaOf('spoiled', quantity, stock) + quantity).toBe(0)
    }),
  )
})

test('a form names a pool, an act and a whole number', () => {
  const key = crypto.randomUUID()
  const form = { pool: 'online', act: 'received', quantity: '12', seen: '40', key }
  expect(adjustForm.parse(form)).toMatchObject({ quantity: 12, seen: 40, note: '' })
  for (const wrong of [
    { quantity: '-1' },
    { quantity: '1.5' },
    { pool: 'attic' },
    { act: 'sold' },
    { key: '1' },
  ])
    expect(adjustForm.safeParse({ ...form, ...wrong }).success).toBe(false)
  expect(moveForm.safeParse({ from: 'online', to: 'online', quantity: '1', key }).success).toBe(false)
})
