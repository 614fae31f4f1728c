import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { type EntryFilter, type FilterNames, namedFilters } from './entry-filter.ts'

/**
 * What the codes and slugs of the filter are called, in one statement; none where none is asked for. Who works for one
 * division learns nothing of another's enterprises and goods here either.
 */
export async function nameFilters(
  { pool }: Pick<Services, 'pool'>,
  locale: Locale,
  filter: EntryFilter,
  { divisionCode }: Pick<OrganizerScope, 'divisionCode'>,
): Promise<FilterNames> {
  if (namedFilters.every((name) => filter[name] === '')) return {}
  const rows = await sqlOn(pool).$queryRaw<Array<{ filter: keyof FilterNames; name: string }>>`
    SELECT filter, CASE WHEN ${locale === 'zh'} OR name_en = '' THEN name ELSE name_en END AS name FROM (
      SELECT 'division' AS filter, name, name_en FROM division WHERE code = ${filter.division}
      UNION ALL SELECT 'enterprise', name, name_en FROM enterprise WHERE slug = ${filter.enterprise}
        AND (${divisionCode}::text IS NULL OR division_code = ${divisionCode})
      UNION ALL SELECT 'product', title, title_en FROM product WHERE slug = ${filter.product}
        AND (${divisionCode}::text IS NULL OR division_code = ${divisionCode})
      UNION ALL SELECT 'category', name, name_en FROM category WHERE code = ${filter.category}
      UNION ALL SELECT 'district', name, name_en FROM district WHERE code = ${filter.district}
      UNION ALL SELECT 'livestream', title, title_en FROM livestream WHERE slug = ${filter.livestream}
    ) AS named`
  return Object.fromEntries(rows.map((row) => [row.filter, row.name]))
}
