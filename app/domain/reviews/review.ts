export type ReviewView = {
  id: number
  /** Already masked when it was written. */
  author: string
  rating: number
  body: string
  /** Nobody translated it: a screen reader has to be told what it reads. */
  bodyLang: 'zh-CN' | undefined
  /** Their keys: see photoPath. */
  photos: Array<string>
  reply: string | null
  replyLang: 'zh-CN' | undefined
  /** Shanghai day, as 2026-11-24. */
  day: string
  isDemonstration: boolean
}

/** As many as come with one. */
export const mostPhotos = 6

/** `stars[0]` is the number of one-star reviews, `stars[4]` of five-star ones. */
export type RatingSummary = {
  /** Mean to one decimal; null without reviews. */
  mean: number | null
  count: number
  stars: readonly [number, number, number, number, number]
}

/** Mean of 1-5 to one decimal; null without reviews. */
export function meanRating(sum: number, count: number): number | null {
  return count === 0 ? null : Math.round((sum * 10) / count) / 10
}
