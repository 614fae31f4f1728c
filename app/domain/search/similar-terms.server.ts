import type { Pool } from 'pg'

type Term = { text: string; pinyin: string }

/** Known terms whose pinyin is a slip away from what was typed (xioami, aohen), the nearest first; at most three. */
export async function findSimilarTerms(pool: Pool, letters: string): Promise<Array<string>> {
  if (letters.length < 4) return []
  const { rows } = await pool.query<Term>({
    name: 'similar-terms',
    text: similarSql,
    values: [letters.slice(0, 40)],
  })
  const near = rows
    .map(({ text, pinyin }) => ({ text, slips: slips(letters, pinyin.replaceAll(' ', '')) }))
    .filter(({ slips }) => slips <= Math.max(1, Math.floor(letters.length / 5)))
    .sort((a, b) => a.slips - b.slips)
  return [...new Set(near.map(({ text }) => text))].slice(0, 3)
}

// Enterprises are left out: their number grows with the shop, and a slip should lead to goods.
const similarSql = `
  SELECT text, pinyin FROM suggestion
  WHERE kind <> 'enterprise' AND similarity(replace(pinyin, ' ', ''), $1) > 0.15
  ORDER BY similarity(replace(pinyin, ' ', ''), $1) DESC, weight DESC, id
  LIMIT 40`

/** Letters to add, drop, change or swap with a neighbour to make one word of the other (optimal string alignment). */
export function slips(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i])
  const at = (i: number, j: number) => rows[i]?.[j] ?? Math.max(i, j)
  for (let i = 0; i <= a.length; i += 1) {
    for (let j = i === 0 ? 0 : 1; j <= b.length; j += 1) {
      const row = rows[i]
      if (!row) continue
      if (i === 0) {
        row[j] = j
        continue
      }
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) least = Math.min(least, at(i - 2, j - 2) + 1)
      row[j] = least
    }
  }
  return at(a.length, b.length)
}
