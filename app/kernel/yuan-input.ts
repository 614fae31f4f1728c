import { type Fen, fen } from './money.ts'

/** Yuan as people write them: `12.5`, `¥1,234.50`, `３０元`; null for anything else, and for parts of a fen. */
export function parseYuan(text: string): Fen | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/^¥|元$/g, '')
  const match = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(plain)
  return match ? fen(Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))) : null
}

/** As a form shows it to be changed: 1250 is `12.50`. */
export function yuanInput(amount: Fen): string {
  return (amount / 100).toFixed(2)
}
