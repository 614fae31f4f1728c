import type { Pool } from 'pg'

type Term = { word: number; text: string; pinyin: string }

/**
 * Known terms whose pinyin is a slip away from what was typed (xioami, aohen), the nearest first; at most three.
 * When the whole is near none, its words are looked at one by one: aohen xiaomi is 敖汉 小米.
 */
export async function findSimilarTerms(pool: Pool, words: ReadonlyArray<string>): Promise<Array<string>> {
  const asked = [words.join(''), ...(words.length > 1 ? words.slice(0, mostWords) : [])]
  if (!asked.some((letters) => letters.length >= shortest)) return []
  const { rows } = await pool.query<Term>({
    name: 'similar-terms',
    text: similarSql,
    values: [asked.map((word) => word.slice(0, 40))],
  })
  const nearest = asked.map((letters, word) =>
    nearTerms(
      letters,
      rows.filter((row) => row.word === word),
    ),
  )
  const [whole = [], ...single] = nearest
  if (whole.length > 0 || single.length === 0) return whole.slice(0, 3)
  const together = single.map(([term]) => term)
  return together.every((term) => term !== undefined) ? [together.join(' ')] : []
}

const mostWords = 4
const shortest = 4

function nearTerms(letters: string, terms: ReadonlyArray<Term>): Array<string> {
  if (letters.length < shortest) return []
  const near = terms
    .map(({ text, pinyin }) => ({ text, distance: slips(letters, pinyin) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(letters.length / 5)))
    .sort((a, b) => a.distance - b.distance)
  return [...new Set(near.map(({ text }) => text))]
}

// Enterprises are left out: their number grows with the shop, and a slip should lead to goods.
const similarSql = `
  SELECT asked.word::int - 1 AS word, near.text, near.pinyin
  FROM unnest($1::text[]) WITH ORDINALITY AS asked (letters, word), LATERAL (
    SELECT text, pinyin FROM suggestion
    WHERE kind <> 'enterprise' AND similarity(pinyin, asked.letters) > 0.15
    ORDER BY similarity(pinyin, asked.letters) DESC, weight DESC, id
    LIMIT 40) near`

/** Letters to add, drop, change or swap with a neighbour to make one word of the other (optimal string alignment). */
function slips(a: string, b: string): number {
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
