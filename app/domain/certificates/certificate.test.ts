import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableCode } from '#app/kernel/ids.ts'
import { codeLength, parseCode, shownCode } from './certificate.ts'

test('a code is read from paper however it is typed', () => {
  fc.assert(
    fc.property(fc.constantFrom('-', ' ', '', '－', ' – '), (between) => {
      const code = readableCode(codeLength)
      const typed = shownCode(code).replaceAll('-', between).toLowerCase()
      expect(parseCode(typed)).toBe(code)
    }),
  )
})

test('what no code can be is none', () => {
  for (const typed of [
    '',
    'KX7M',
    'KX7M-2R9T-BD4',
    'KX7M-2R9T-BD4WW',
    'AX7M-2R9T-BD4W',
    '0X7M-2R9T-BD4W',
    '../../../../x',
  ])
    expect(parseCode(typed), typed).toBeNull()
})
