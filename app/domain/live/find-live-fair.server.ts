import { exhibitionsTag } from '#app/domain/catalog/tags.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

export type LiveFair = {
  id: number
  slug: string
  name: string
  nameEn: string
  isPublished: boolean
  /** Published, and everybody may see its figures. */
  isPublic: boolean
}

/** Remembered, so that a watcher costs no query. */
export async function findLiveFair(
  { memo, pool }: Pick<Services, 'memo' | 'pool'>,
  slug: string,
): Promise<LiveFair | null> {
  return await memo({ key: `live-fair:${slug}`, tags: [exhibitionsTag], load: () => load(pool, slug) })
}

async function load(pool: Services['pool'], slug: string): Promise<LiveFair | null> {
  const [fair] = await sqlOn(pool).$queryRaw<Array<LiveFair>>`
    SELECT id, slug, name, name_en AS "nameEn", is_published AS "isPublished", is_published AND has_public_figure AS "isPublic"
    FROM exhibition WHERE slug = ${slug}`
  return fair ?? null
}
