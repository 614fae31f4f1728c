import type { Pool } from 'pg'
import { getPlaces, type Places } from '#app/domain/catalog/places.server.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { normaliseText, readableQuery } from './normalise.ts'
import type { SuggestionKind, SuggestionView } from './search-result.ts'

type Row = { text: string; textEn: string; kind: SuggestionKind; slug: string | null }

const shown = 8

/** Terms that begin with, or hold, what was typed so far, in characters, pinyin, first letters or English. */
export async function suggest(
  reading: Pick<Reading, 'pool' | 'memo'>,
  typed: string,
  locale: Locale,
): Promise<Array<SuggestionView>> {
  const text = normaliseText(readableQuery(typed))
  if (text === '') return []
  const [places, rows] = await Promise.all([getPlaces(reading), findTerms(reading.pool, text)])
  const seen = new Set<string>()
  return rows
    .map((row) => ({
      text: inLocale(locale, row.text, row.textEn),
      kind: row.kind,
      to: addressOf(row, places),
    }))
    .filter(({ to }) => !seen.has(to) && seen.add(to))
    .slice(0, shown)
}

/** A place leads to its page, a term to its search. */
function addressOf({ text, kind, slug }: Row, places: Places): string {
  const division =
    kind === 'division' && places.divisions.find(({ name, shortName }) => name === text || shortName === text)
  if (division) return `/divisions/${division.slug}`
  const category = kind === 'category' && places.categories.find(({ name }) => name === text)
  if (category) {
    return category.parentCode === null
      ? `/categories/${category.code}`
      : `/categories/${category.parentCode}?subcategory=${category.code}`
  }
  return kind === 'enterprise' && slug ? `/enterprises/${slug}` : `/search?q=${encodeURIComponent(text)}`
}

async function findTerms(pool: Pool, text: string): Promise<Array<Row>> {
  const letters = text.replace(/[^a-z]/g, '')
  const { rows } = await pool.query<Row>({
    name: 'suggest',
    text: suggestSql,
    values: [escapeLike(text), letters === '' ? null : letters],
  })
  return rows
}

/** So that a percent sign or an underscore is only itself. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

// A few hundred terms: reading them all is quicker than four index scans, and their number does not follow the goods'.
const suggestSql = `
  SELECT found.text, found.text_en AS "textEn", found.kind, e.slug
  FROM (
    SELECT *, CASE
        WHEN text LIKE $1 || '%' THEN 0
        WHEN pinyin LIKE $2 || '%' OR initials LIKE $2 || '%' THEN 1
        WHEN lower(text_en) LIKE $1 || '%' THEN 2
        ELSE 3 END AS fit
    FROM suggestion
    WHERE text LIKE '%' || $1 || '%' OR pinyin LIKE '%' || $2 || '%' OR initials LIKE $2 || '%'
      OR lower(text_en) LIKE '%' || $1 || '%'
    ORDER BY fit, weight DESC, length(text), id LIMIT 16) found
  LEFT JOIN enterprise e ON found.kind = 'enterprise' AND e.name = found.text AND e.status = 'active'
  ORDER BY fit, weight DESC, length(found.text), found.id`
