import { expect, it } from 'vitest'
import { safeName, safePaperName } from './file-name.ts'

it('a file’s name has no path, and nothing that hides, breaks or turns what is read (T66)', () => {
  expect(safeName('方案 1.xlsx')).toBe('方案 1.xlsx')
  expect(safeName('../../etc/passwd')).toBe('passwd')
  expect(safeName('C:\\Users\\a\\b.csv')).toBe('b.csv')
  expect(safeName('a\0b\r\n\u2028.csv')).toBe('ab.csv')
  expect(safeName('x\n../../y.csv')).toBe('y.csv')
  expect(safeName('\u202egnp.exe')).toBe('gnp.exe')
  expect(safeName('\ud83da.csv')).toBe('a.csv')
})

it('is never empty, nor cut through a letter', () => {
  expect(['', '\0', '/', '  '].map(safeName)).toEqual(['-', '-', '-', '-'])
  const long = safeName('😀'.repeat(200))
  expect(long).toBe('😀'.repeat(120))
  expect(() => encodeURIComponent(long)).not.toThrow()
})

it('a PDF is called one, whatever it was called', () => {
  expect(['合同.PDF', '合同', '.pdf', '', '\u202efdp.exe', '../a.pdf'].map(safePaperName)).toEqual([
    '合同.pdf',
    '合同.pdf',
    '-.pdf',
    '-.pdf',
    'fdp.exe.pdf',
    'a.pdf',
  ])
})
