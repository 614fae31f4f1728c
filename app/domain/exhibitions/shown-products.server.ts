import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { type Changing, changeFair, type Fair } from './fair-change.server.ts'

/** What an exhibitor has on sale, and which of it is chosen for the fair. */
export type ShownChoice = {
  enterprise: string
  name: string
  nameEn: string
  booth: string
  goods: Array<{ slug: string; title: string; titleEn: string; isShown: boolean }>
}

/** As many as one chooses from without a search. */
const mostGoods = 200

/** Null for whoever has no booth at the fair. */
export async function findShownChoice(
  { pool }: Pick<Services, 'pool'>,
  fair: Fair,
  enterprise: string,
): Promise<ShownChoice | null> {
  const sql = sqlOn(pool)
  const [exhibitor] = await sql.$queryRaw<Array<Omit<ShownChoice, 'goods'> & { id: number }>>`
    SELECT e.id, e.slug AS enterprise, e.name, e.name_en AS "nameEn", b.booth
    FROM exhibition_booth b JOIN enterprise e ON e.id = b.enterprise_id
    WHERE b.exhibition_id = ${fair.id} AND e.slug = ${enterprise}`
  if (!exhibitor) return null
  const { id, ...rest } = exhibitor
  const goods = await sql.$queryRaw<ShownChoice['goods']>`
    SELECT p.slug, p.title, p.title_en AS "titleEn", s.product_id IS NOT NULL AS "isShown"
    FROM product p LEFT JOIN exhibition_product s ON s.product_id = p.id AND s.exhibition_id = ${fair.id}
    WHERE p.enterprise_id = ${id} AND p.status = 'published'
    ORDER BY s.product_id IS NULL, s.position, p.score DESC, p.id DESC LIMIT ${mostGoods}`
  return { ...rest, goods }
}

/** Replaces what an exhibitor shows; none of its goods means all of them. False for whoever has no booth. */
export async function chooseProducts(
  changing: Changing,
  scope: OrganizerScope,
  fair: Fair,
  { enterprise, products }: { enterprise: string; products: ReadonlyArray<string> },
): Promise<boolean> {
  return await changeFair<boolean>(changing, scope, fair, async (tx) => {
    const [exhibitor] = await tx.$queryRaw<Array<{ id: number }>>`
      SELECT e.id FROM exhibition_booth b JOIN enterprise e ON e.id = b.enterprise_id
      WHERE b.exhibition_id = ${fair.id} AND e.slug = ${enterprise} FOR UPDATE OF b`
    if (!exhibitor) return { answer: false, record: null }
    const before = await tx.$queryRaw<Array<{ slug: string }>>`
      DELETE FROM exhibition_product s USING product p
      WHERE s.exhibition_id = ${fair.id} AND p.id = s.product_id AND p.enterprise_id = ${exhibitor.id} RETURNING p.slug`
    const after = await tx.$queryRaw<Array<{ slug: string }>>`
      WITH chosen AS (
        INSERT INTO exhibition_product (exhibition_id, product_id, position)
        SELECT ${fair.id}, p.id, c.position FROM unnest(${products.slice(0, mostGoods)}::text[]) WITH ORDINALITY AS c (slug, position)
        JOIN product p ON p.slug = c.slug AND p.enterprise_id = ${exhibitor.id} AND p.status = 'published'
        ON CONFLICT DO NOTHING RETURNING product_id
      )
      SELECT p.slug FROM chosen JOIN product p ON p.id = chosen.product_id ORDER BY p.id`
    return {
      answer: true,
      record: {
        action: 'choose-fair-products',
        before: { enterprise, products: before.map(({ slug }) => slug).sort() },
        after: { enterprise, products: after.map(({ slug }) => slug).sort() },
        enterpriseId: exhibitor.id,
      },
    }
  })
}
