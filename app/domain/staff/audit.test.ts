import { expect, test } from 'vitest'
import { listChanges } from './audit.ts'

test('of two states only what differs is shown, however deep it lies', () => {
  const before = {
    status: 'draft',
    title: '小米',
    label: { origin: '敖汉', net: '500 g' },
    seasonMonths: [9, 10],
  }
  const after = {
    status: 'submitted',
    title: '小米',
    label: { origin: '敖汉', net: '1 kg' },
    seasonMonths: [9],
  }
  expect(listChanges(before, after)).toEqual([
    { path: 'status', before: 'draft', after: 'submitted' },
    { path: 'label.net', before: '500 g', after: '1 kg' },
    { path: 'seasonMonths', before: '9, 10', after: '9' },
  ])
})

test('what was not there, and what is not there any more, stands alone', () => {
  expect(listChanges(null, { rows: 12 })).toEqual([{ path: 'rows', before: null, after: '12' }])
  expect(listChanges({ variants: [{ sku: 'A' }, { sku: 'B' }] }, { variants: [{ sku: 'A' }] })).toEqual([
    { path: 'variants.1.sku', before: 'B', after: null },
  ])
  expect(listChanges({ reply: '' }, { reply: null })).toEqual([])
  expect(listChanges(null, null)).toEqual([])
})
