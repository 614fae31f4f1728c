import type { Pool } from 'pg'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { ChosenNames, FixedFilters } from './list-page.ts'
import type { ListQuery } from './list-query.ts'
import type { Filters } from './list-sql.server.ts'
import { getPlaces, type Places } from './places.server.ts'
import { categoryName, divisionName } from './places.ts'
import type { Reading } from './reading.server.ts'
import { enterpriseTag } from './tags.ts'

export type Resolved = {
  query: ListQuery
  filters: Filters
  chosen: ChosenNames
  places: Places
}

/** Turns slugs into ids. A filter that names nothing known is dropped, like any other impossible value. */
export async function resolveFilters(
  reading: Pick<Reading, 'memo' | 'pool'>,
  asked: ListQuery,
  locale: Locale,
  fixed: FixedFilters = {},
): Promise<Resolved> {
  const places = await getPlaces(reading)
  const query: ListQuery = { ...asked, ...fixed }
  const filters: Filters = {}
  const chosen: ChosenNames = {}
  const division = query.division === undefined ? undefined : places.divisionBySlug.get(query.division)
  if (division) {
    filters.division = division.code
    chosen.division = divisionName(division, locale)
  } else delete query.division
  resolveCategory(query, filters, chosen, places, locale)
  const enterprise = query.enterprise === undefined ? null : await findEnterpriseId(reading, query.enterprise)
  if (enterprise) {
    filters.enterprise = enterprise.id
    chosen.enterprise = inLocale(locale, enterprise.name, enterprise.nameEn)
  } else delete query.enterprise
  const { certificate, storage, min, max, stock, season } = query
  return {
    query,
    filters: { ...filters, ...defined({ certificate, storage, min, max, stock, season }) },
    chosen,
    places,
  }
}

function resolveCategory(
  query: ListQuery,
  filters: Filters,
  chosen: ChosenNames,
  places: Places,
  locale: Locale,
): void {
  const subcategory =
    query.subcategory === undefined ? undefined : places.categoryByCode.get(query.subcategory)
  const parent = subcategory?.parentCode ?? query.category
  const category = parent === undefined ? undefined : places.categoryByCode.get(parent)
  if (category && category.parentCode === null) {
    query.category = category.code
    filters.category = category.code
    chosen.category = categoryName(category, locale)
  } else delete query.category
  if (subcategory?.parentCode) {
    filters.subcategory = subcategory.code
    chosen.subcategory = categoryName(subcategory, locale)
  } else delete query.subcategory
}

type EnterpriseName = { id: number; name: string; nameEn: string }

function findEnterpriseId(
  { memo, pool }: { memo: Reading['memo']; pool: Pool },
  slug: string,
): Promise<EnterpriseName | null> {
  return memo({
    key: `enterprise-name:${slug}`,
    tags: [enterpriseTag(slug)],
    load: async () => {
      const { rows } = await pool.query<EnterpriseName>({
        name: 'enterprise-name',
        text: `SELECT id, name, name_en AS "nameEn" FROM enterprise WHERE slug = $1 AND status = 'active'`,
        values: [slug],
      })
      return rows[0] ?? null
    },
  })
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>
}
