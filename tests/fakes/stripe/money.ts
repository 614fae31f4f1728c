const symbols: Readonly<Record<string, string>> = {
  cny: '¥',
  hkd: 'HK$',
  usd: '$',
  eur: '€',
  gbp: '£',
  sgd: 'S$',
}

/** Least charge by currency: Stripe says US$0.50 or its equivalent; the cny row is that equivalent, rounded up. */
const minimums: Readonly<Record<string, number>> = { cny: 400, hkd: 400, usd: 50, eur: 50, gbp: 30, sgd: 50 }

/** "Up to eight digits", stripe-node PaymentIntentCreateParams.amount */
export const maximumAmount = 99_999_999

export function isCurrency(code: string): boolean {
  return code in symbols
}

export function minimumAmount(currency: string): number {
  return minimums[currency] ?? 50
}

/** 123450, 'cny' → ¥1,234.50 */
export function formatMoney(amount: number, currency: string): string {
  const [whole = '0', fraction = '00'] = (amount / 100).toFixed(2).split('.')
  return `${symbols[currency] ?? ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`
}
