import { type Fen, fen } from './money.ts'
import { plainNumber } from './number-input.ts'

/** Yuan as people write them: `12.5`, `¥1,234.50`, `３０元`, `12。5`; null for anything else, and for parts of a fen. */
export function parseYuan(text: string): Fen | null {
  const plain = plainNumber(text).replace(/^¥|元$/g, '')
  const match = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(plain)
  return match ? fen(Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))) : null
}

/** As a form shows it to be changed: 1250 is `12.50`. */
export function yuanInput(amount: Fen): string {
  return (amount / 100).toFixed(2)
}

const units = { '': 2, 万: 6, 亿: 10, million: 8, billion: 11 } as const

/** Sums as contracts state them: `35.37亿`, `1,200万元`, `12 million`, `860000.50`; to the fen, null for anything else. */
export function parseLargeYuan(text: string): Fen | null {
  const plain = plainNumber(text).replace(/^¥|元$/g, '')
  const match = /^(\d{1,12})(?:\.(\d{1,11}))?(万|亿|million|billion)?$/i.exec(plain)
  if (!match) return null
  const [, whole = '', fraction = '', unit = ''] = match
  const places = units[unit.toLowerCase() as keyof typeof units]
  const exact = fraction.replace(/0+$/, '')
  if (exact.length > places) return null
  const amount = BigInt(whole + exact.padEnd(places, '0'))
  return amount <= BigInt(Number.MAX_SAFE_INTEGER) ? fen(amount) : null
}
