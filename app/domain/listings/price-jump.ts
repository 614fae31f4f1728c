/** Below half of what it was, or above twice: more often a slip than a wish, so that whoever types it is asked once. */
export function isPriceJump(fromFen: number, toFen: number): boolean {
  return toFen * 2 < fromFen || toFen > fromFen * 2
}
