import type { Locale } from './locale.ts'
import type { Fen } from './money.ts'

/**
 * Large sums as the press prints them: 7300.4万元, 35.37亿元; ¥73.00 million in English. Floored, never rounded
 * up (T99), to one decimal of 万 and two of 亿 or million; below that whole yuan.
 */
export function formatLargeFen(amount: Fen, locale: Locale): string {
  const yuan = Math.floor(amount / 100)
  if (locale === 'en') {
    if (yuan < 1_000_000) return `¥${yuan.toLocaleString('en')}`
    return `¥${(Math.floor(yuan / 10_000) / 100).toFixed(2)} million`
  }
  if (yuan >= 100_000_000) return `${Math.floor(yuan / 1_000_000) / 100}亿元`
  if (yuan >= 10_000) return `${Math.floor(yuan / 1_000) / 10}万元`
  return `${yuan}元`
}
