import { expect, it } from 'vitest'
import { readVersion } from './version.ts'

it('a version is a whole number that the database can hold, or that of no row', () => {
  expect(['1', '2147483647'].map(readVersion)).toEqual([1, 2_147_483_647])
  const others = [
    null,
    undefined,
    '',
    'x',
    '1.5',
    '-1',
    '1e9',
    ' 1',
    'Infinity',
    '2147483648',
    '9'.repeat(400),
    7,
  ]
  expect(others.map(readVersion)).toEqual(others.map(() => 0))
})
