import { findRunningFair } from '#app/domain/exhibitions/find-running-fair.server.ts'
import { shanghaiMonth } from '#app/kernel/clock.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { type CardRow, toCard } from './card-rows.server.ts'
import { listCategories } from './list-categories.server.ts'
import { listDivisions } from './list-divisions.server.ts'
import { cursorValues, scanStatement } from './list-sql.server.ts'
import { getPlaces } from './places.server.ts'
import type { HomePage } from './places-pages.ts'
import type { Reading } from './reading.server.ts'

const shown = 8
// From the best, so that the row is not one speciality eight times over.
const chosenFrom = 40

/** The front page: places, kinds, what is in season and what is liked, and the fair that is on. */
export async function getHome(reading: Reading, locale: Locale): Promise<HomePage> {
  const month = shanghaiMonth(reading.clock.now())
  const start = cursorValues('score', null)
  const [divisions, categories, places, season, popular, fair] = await Promise.all([
    listDivisions(reading, locale),
    listCategories(reading, locale),
    getPlaces(reading),
    reading.pool.query<CardRow>(scanStatement({ season: month, stock: true }, 'score', start, chosenFrom)),
    reading.pool.query<CardRow>(scanStatement({ stock: true }, 'score', start, chosenFrom)),
    findRunningFair(reading, locale),
  ])
  const inSeason = varied(season.rows)
  const liked = varied(popular.rows.filter((row) => !inSeason.some(({ slug }) => slug === row.slug)))
  const cards = (rows: ReadonlyArray<CardRow>) =>
    rows.map((row) => toCard(row, places.divisionByCode, locale))
  return {
    divisions,
    categories: categories.map(({ children: _, ...category }) => category),
    season: { month, products: cards(inSeason) },
    popular: cards(liked),
    fair,
  }
}

/** The best of each subcategory in turn. */
function varied(rows: ReadonlyArray<CardRow>): Array<CardRow> {
  const seen = new Set<string>()
  const first = rows.filter((row) => !seen.has(row.subcategoryCode) && seen.add(row.subcategoryCode))
  const rest = rows.filter((row) => !first.includes(row))
  return [...first, ...rest].slice(0, shown)
}
