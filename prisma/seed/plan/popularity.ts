import { randomFor } from '../random.ts'

export type Popularity = {
  salesCount: number
  ratingSum: number
  ratingCount: number
  isInStock: boolean
  score: number
}

/** Invented figures of a grown product: a few sell thousands, most hardly any. */
export function popularityOf(id: number): Popularity {
  const random = randomFor(`popularity:${id}`)
  const ratingCount = Math.floor(20 * random.next() ** 6)
  const salesCount = Math.floor(3_000 * random.next() ** 12) + ratingCount
  const isInStock = !random.chance(0.04)
  return {
    salesCount,
    ratingCount,
    ratingSum: Math.round(ratingCount * (3.8 + 1.1 * random.next())),
    isInStock,
    score: Math.round(Math.log(1 + salesCount) * 700 + 400 * random.next()) - (isInStock ? 0 : 20_000),
  }
}

/** Orders by score, then by id: one number, exact in a double. */
export function rankKey(score: number, id: number): number {
  return score * 2 ** 22 + id
}

/** The keys of place 1,000 and of place 10,000: what is at or above the first is of tier 0, and so on. */
export type TierBounds = readonly [first: number, second: number]

export function tierBounds(existing: ReadonlyArray<number>, from: number, total: number): TierBounds {
  const keys = new Float64Array(existing.length + Math.max(0, total - from + 1))
  keys.set(existing)
  for (let id = from; id <= total; id += 1)
    keys[existing.length + id - from] = rankKey(popularityOf(id).score, id)
  keys.sort()
  const at = (place: number) => keys[Math.max(0, keys.length - place)] ?? 0
  return [at(1_000), at(10_000)]
}

export function tierOf(key: number, [first, second]: TierBounds): number {
  if (key >= first) return 0
  return key >= second ? 1 : 2
}
