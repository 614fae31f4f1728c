import type { Locale } from './locale.ts'
import type { Fen } from './money.ts'

/**
 * Large sums as the press prints them: 7300.4万元, 35.37亿元; ¥73.00 million in English. Floored, never rounded
 * up (T99), to one decimal of 万 and two of 亿 or million; below that whole yuan.
 */
export function formatLargeFen(amount: Fen, locale: Locale): string {
  const step = stepOf(amount, locale)
  const yuan = (Math.floor(amount / step) * step) / 100
  if (locale === 'en') {
    if (step === yuanStep) return `¥${yuan.toLocaleString('en')}`
    return `¥${(yuan / 1_000_000).toFixed(2)} million`
  }
  if (yuan >= 100_000_000) return `${yuan / 100_000_000}亿元`
  return yuan >= 10_000 ? `${yuan / 10_000}万元` : `${yuan}元`
}

/** Whether what is printed is all of it: 7300.4万元, or 7300.4余万元. */
export function isWholeLargeFen(amount: Fen, locale: Locale): boolean {
  return amount % stepOf(amount, locale) === 0
}

const yuanStep = 100

/** Fen of the last digit that is printed. */
function stepOf(amount: Fen, locale: Locale): number {
  const yuan = Math.floor(amount / 100)
  if (locale === 'en') return yuan < 1_000_000 ? yuanStep : 1_000_000
  if (yuan >= 100_000_000) return 100_000_000
  return yuan >= 10_000 ? 100_000 : yuanStep
}
