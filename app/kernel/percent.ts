/** Whole percent, floored: a target is reached when it is, not before. Exact for whole numbers; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  if (whole <= 0) return null
  return Math.max(0, Number((BigInt(part) * 100n) / BigInt(whole)))
}
