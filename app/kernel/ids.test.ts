import { expect, it } from 'vitest'
import { randomToken, readableCode } from './ids.ts'

it('tokens hold 192 random bits in a URL-safe alphabet (T45)', () => {
  const tokens = new Set(Array.from({ length: 1_000 }, randomToken))
  expect(tokens.size).toBe(1_000)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/)
})

it('readable codes have no look-alikes', () => {
  for (let run = 0; run < 200; run++) expect(readableCode(8)).toMatch(/^[2-9BCDFGHJKMNPQRTVWXY]{8}$/)
})
