import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'

/** As scales show weight; 斤 is 500 g. */
export const weightUnits = ['jin', 'kg', 'g'] as const
export type WeightUnit = (typeof weightUnits)[number]

export function readWeightUnit(text: unknown): WeightUnit | null {
  return weightUnits.find((unit) => unit === text) ?? null
}

const gramsOf: Readonly<Record<WeightUnit, number>> = { jin: 500, kg: 1_000, g: 1 }
/** A tonne: more is a slip of the finger, or of the unit. */
const mostGrams = 1_000_000

export type WeightProblem = 'bad-weight' | 'too-fine' | 'too-heavy'

/**
 * Whole grams of a plain number (plainNumber) in that unit. What the scale shows is never rounded: a number that is not
 * of whole grams is a slip, and is refused.
 */
export function readWeight(plain: string, unit: WeightUnit): Result<number, Failure<WeightProblem>> {
  const match = /^(\d{0,7})(?:\.(\d*))?$/.exec(plain)
  if (!match || !/\d/.test(plain)) return failure('bad-weight')
  const [, whole = '', decimals = ''] = match
  const exact = decimals.replace(/0+$/, '')
  // Of no unit is the fourth decimal a gram.
  if (exact.length > 3) return failure('too-fine')
  const thousandths = Number(whole + exact.padEnd(3, '0')) * gramsOf[unit]
  if (thousandths % 1_000 !== 0) return failure('too-fine')
  if (thousandths === 0) return failure('bad-weight')
  return thousandths / 1_000 <= mostGrams ? success(thousandths / 1_000) : failure('too-heavy')
}

/** A year: longer than any fair. */
const seconds = 365 * 24 * 60 * 60

/** For document.cookie as well: the phone remembers what its scale shows, and a till without a script does too. */
export function weightUnitCookie(unit: WeightUnit): string {
  return `weight-unit=${unit}; Path=/; SameSite=Lax; Max-Age=${seconds}`
}

export function recallWeightUnit(cookies: string | null): WeightUnit | null {
  const [, remembered] = /(?:^|; )weight-unit=(\w+)(?:;|$)/.exec(cookies ?? '') ?? []
  return readWeightUnit(remembered)
}
