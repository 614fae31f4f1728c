/**
 * Money in integer fen (0.01 CNY). Only this file makes, adds, splits and formats it; what few pages need of that
 * stands in yuan-input.ts and large-sums.ts.
 */
export type Fen = number & { readonly __unit: 'fen' }

/** @throws RangeError unless `value` is a whole number of fen within exact arithmetic. */
export function fen(value: number | bigint): Fen {
  const amount = Number(value)
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole, exact amount of fen: ${value}`)
  return amount as Fen
}

export const zeroFen = fen(0)

export function addFen(...amounts: ReadonlyArray<Fen>): Fen {
  return fen(amounts.reduce((sum, amount) => sum + amount, 0))
}

export function subtractFen(from: Fen, amount: Fen): Fen {
  return fen(from - amount)
}

export function timesFen(price: Fen, quantity: number): Fen {
  return fen(price * quantity)
}

/**
 * Splits `total` in proportion to `weights` so that the parts add up to it exactly (largest remainder;
 * ties go to the earlier part). Weights are non-negative; if all are zero the first part takes everything.
 * @throws RangeError when there is nothing to split over.
 */
export function splitFen(total: Fen, weights: ReadonlyArray<number>): Array<Fen> {
  if (weights.length === 0) throw new RangeError('no parts to split over')
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum === 0) return weights.map((_, index) => (index === 0 ? total : zeroFen))
  const whole = BigInt(sum)
  const shares = weights.map((weight, index) => {
    const product = BigInt(total) * BigInt(weight)
    return { index, floor: product / whole, remainder: product % whole }
  })
  let left = Number(BigInt(total) - shares.reduce((a, share) => a + share.floor, 0n))
  const byRemainder = [...shares].sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index)
  const parts = shares.map((share) => Number(share.floor))
  for (const share of byRemainder) {
    if (left === 0) break
    parts[share.index] = (parts[share.index] ?? 0) + 1
    left -= 1
  }
  return parts.map(fen)
}

/** Price of 500 g (斤), rounded half up to the fen; the customary unit price of Chinese food retail. */
export function perJin(price: Fen, grams: number): Fen {
  return fen(Math.floor((price * 500) / grams + 0.5))
}

const yuanFormat = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** ¥1,234.50 */
export function formatFen(amount: Fen): string {
  const sign = amount < 0 ? '-' : ''
  return `${sign}¥${yuanFormat.format(Math.abs(amount) / 100)}`
}
