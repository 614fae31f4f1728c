import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

/** A fair as its organizers' pages need it, published or not. */
export type Fair = {
  id: number
  slug: string
  name: string
  startsAt: Date
  endsAt: Date
  isDemonstration: boolean
}

/** Null for an unknown slug. */
export async function findFair(
  { pool }: Pick<Services, 'pool'>,
  slug: string | undefined,
  locale: Locale,
): Promise<Fair | null> {
  const [row] = await sqlOn(pool).$queryRaw<Array<Fair & { nameEn: string }>>`
    SELECT id, slug, name, name_en AS "nameEn", starts_at AS "startsAt", ends_at AS "endsAt",
      is_demonstration AS "isDemonstration"
    FROM exhibition WHERE slug = ${slug ?? ''}`
  if (!row) return null
  const { nameEn, ...fair } = row
  return { ...fair, name: inLocale(locale, fair.name, nameEn) }
}
