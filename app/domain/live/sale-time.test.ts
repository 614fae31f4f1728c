import { expect, test } from 'vitest'
import { saleTime } from './sale-time.ts'

test('a sale of another Shanghai day than the figure says its day', () => {
  expect(saleTime('2026-11-24T06:03:00Z', '2026-11-24T15:59:59Z')).toBe('14:03')
  expect(saleTime('2026-11-24T06:03:00Z', '2026-11-24T16:00:00Z')).toBe('11-24 14:03')
  expect(saleTime('2026-11-24T16:00:00Z', '2026-11-24T15:59:59Z'), 'of a rehearsal').toBe('11-25 00:00')
})
