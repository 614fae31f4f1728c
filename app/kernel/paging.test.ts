import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInstant } from './clock.ts'
import { isBigId, isIntegerId, isUuid } from './ids.ts'
import { decodeCursor, encodeCursor, readCursor } from './paging.ts'

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

describe('a cursor is read as what its list is ordered by', () => {
  const at = '2026-11-24T04:05:06.789Z'
  const uuid = 'f3b0c1a2-0000-7000-8000-000000000001'

  it('an instant and an id', () => {
    expect(readCursor(encodeCursor([at, uuid]), isInstant, isUuid)).toEqual([at, uuid])
    expect(readCursor(encodeCursor([at, 7]), isInstant, isIntegerId)).toEqual([at, 7])
    expect(readCursor(encodeCursor([at, '7']), isInstant, isBigId)).toEqual([at, '7'])
  })

  it('is none with a part too few or too many, or of another type', () => {
    const others = [
      [],
      [at],
      [at, 7, 7],
      [at, '7'],
      [7, at],
      [at, 1.5],
      [at, 2 ** 31],
      [at, -1e300],
      ['x', 7],
    ]
    const read = others.map((cursor) => readCursor(encodeCursor(cursor), isInstant, isIntegerId))
    expect([...read, readCursor(null, isInstant, isIntegerId)]).toEqual(Array(10).fill(null))
  })
})
