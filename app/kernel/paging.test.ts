import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeCursor, encodeCursor } from './paging.ts'

it('a cursor survives its trip through a URL', () => {
  const parts = fc.array(fc.oneof(fc.integer(), fc.stringMatching(/^[\w:-]*$/)), { minLength: 1 })
  fc.assert(
    fc.property(parts, (cursor) => {
      expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor)
    }),
  )
})

it('a hand-made cursor is no cursor', () => {
  for (const text of ['', 'x', '%%%', 'e30', btoa('[null]'), btoa('[{}]')])
    expect(decodeCursor(text)).toBeNull()
})
