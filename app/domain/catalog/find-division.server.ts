import { readEnterpriseKind } from '#app/domain/enterprises/enterprise.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { divisionSummary } from './list-divisions.server.ts'
import { getPlaces, getProductCounts } from './places.server.ts'
import type { DivisionPage, EnterpriseCard } from './places-pages.ts'
import type { Reading } from './reading.server.ts'

/** A division's page but for its list of goods; null for an unknown slug. */
export async function findDivision(
  reading: Pick<Reading, 'memo' | 'pool'>,
  slug: string,
  locale: Locale,
): Promise<DivisionPage | null> {
  const [places, counts] = await Promise.all([getPlaces(reading), getProductCounts(reading)])
  const row = places.divisionBySlug.get(slug)
  if (!row) return null
  const [specialities, enterprises] = await Promise.all([
    listSpecialities(reading, row.code, locale),
    listEnterprises(reading, row.code, locale),
  ])
  return {
    ...divisionSummary(row, counts, locale),
    pinyin: row.pinyin,
    seatTown: row.seatTown,
    areaKm2: row.areaKm2,
    story: inLocale(locale, row.story, row.storyEn),
    specialities,
    ...enterprises,
  }
}

/** Kinds of goods that the division's best-placed products are, most frequent first. */
async function listSpecialities(
  { pool }: Pick<Reading, 'pool'>,
  code: string,
  locale: Locale,
): Promise<DivisionPage['specialities']> {
  const { rows } = await pool.query<{ name: string; nameEn: string }>({
    name: 'division-specialities',
    text: specialitiesSql,
    values: [code],
  })
  return rows.map(({ name, nameEn }) => ({ name: inLocale(locale, name, nameEn), search: name }))
}

// The suggestion of a speciality carries its name in both languages; it is joined by the title of the goods it names.
const specialitiesSql = `
  SELECT s.text AS name, s.text_en AS "nameEn"
  FROM (
    SELECT gi_name AS name, count(*) AS goods, max(score) AS best FROM (
      SELECT gi_name, score FROM product
      WHERE status = 'published' AND division_code = $1 ORDER BY score DESC, id DESC LIMIT 1000) best
    WHERE gi_name IS NOT NULL GROUP BY gi_name) goods
  JOIN suggestion s ON s.kind = 'speciality' AND s.text = goods.name
  ORDER BY goods.goods DESC, goods.best DESC LIMIT 12`

type EnterpriseRow = Omit<EnterpriseCard, 'kind' | 'name'> & {
  kind: string
  name: string
  nameEn: string
  total: number
}

async function listEnterprises(
  { pool }: Pick<Reading, 'pool'>,
  code: string,
  locale: Locale,
): Promise<Pick<DivisionPage, 'enterprises' | 'enterpriseCount'>> {
  const { rows } = await pool.query<EnterpriseRow>({
    name: 'division-enterprises',
    text: enterprisesSql,
    values: [code],
  })
  const total = rows[0]?.total ?? 0
  return {
    enterprises: rows.map(({ total: _, nameEn, ...row }) => ({
      ...row,
      name: inLocale(locale, row.name, nameEn),
      kind: readEnterpriseKind(row.kind),
    })),
    enterpriseCount: { value: Math.min(total, 500), isExact: total <= 500 },
  }
}

const enterprisesSql = `
  SELECT e.slug, e.name, e.name_en AS "nameEn", e.kind, e.town, e.division_code AS "divisionCode",
    e.is_demonstration AS "isDemonstration", e.total,
    (SELECT count(*)::int FROM (SELECT FROM product
      WHERE enterprise_id = e.id AND status = 'published' LIMIT 1000) few) AS products
  FROM (
    SELECT *, count(*) OVER ()::int AS total FROM (
      SELECT * FROM enterprise WHERE division_code = $1 AND status = 'active' ORDER BY id LIMIT 501) few
    ORDER BY id LIMIT 60) e
  ORDER BY products DESC, e.id`
