import { exhibitionsTag } from '#app/domain/catalog/tags.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'

export const goodsIntents = [
  'add-product',
  'remove-product',
  'move-up',
  'add-enterprise',
  'remove-enterprise',
] as const
export type GoodsIntent = (typeof goodsIntents)[number]
/** `slug` is a product's, or an enterprise's. */
export type GoodsChange = { intent: GoodsIntent; slug: string }

/**
 * What is shown in a livestream, in its order, and by whom. A product brings its enterprise along; an enterprise leaves
 * with its products. One change at a time: the livestream's row is locked.
 */
export async function changeGoods(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  livestream: string,
  { intent, slug }: GoodsChange,
): Promise<Result<null, Failure<'changed-meanwhile'>>> {
  return await withTransaction(pool, async (tx): Promise<Result<null, Failure<'changed-meanwhile'>>> => {
    const [locked] = await tx.$queryRaw<Array<{ id: number }>>`
      UPDATE livestream SET version = version + 1 WHERE slug = ${livestream} RETURNING id`
    if (!locked) return failure('changed-meanwhile')
    const changed = await steps[intent](tx, locked.id, slug)
    if (changed === 0) return failure('changed-meanwhile')
    await writeAudit(tx, clock.now(), scope, {
      action: 'change-livestream',
      subject: ['livestream', livestream],
      after: { intent, slug },
    })
    await publishTags(tx, [exhibitionsTag])
    return success(null)
  })
}

type Step = (tx: Sql, id: number, slug: string) => Promise<number>

const steps: Readonly<Record<GoodsIntent, Step>> = {
  async 'add-product'(tx, id, slug) {
    await tx.$executeRaw`
      INSERT INTO livestream_enterprise (livestream_id, enterprise_id)
      SELECT ${id}::int, enterprise_id FROM product WHERE slug = ${slug} ON CONFLICT DO NOTHING`
    return await tx.$executeRaw`
      INSERT INTO livestream_product (livestream_id, product_id, position)
      SELECT ${id}::int, id, (SELECT COALESCE(max(position) + 1, 0) FROM livestream_product WHERE livestream_id = ${id}::int)
      FROM product WHERE slug = ${slug} ON CONFLICT DO NOTHING`
  },
  async 'remove-product'(tx, id, slug) {
    return await tx.$executeRaw`
      DELETE FROM livestream_product WHERE livestream_id = ${id}::int AND product_id = (SELECT id FROM product WHERE slug = ${slug})`
  },
  /** Changes places with the one before it. */
  async 'move-up'(tx, id, slug) {
    return await tx.$executeRaw`
      WITH ranked AS (
        SELECT l.product_id, row_number() OVER (ORDER BY l.position, l.product_id) AS place, p.slug
        FROM livestream_product l JOIN product p ON p.id = l.product_id WHERE l.livestream_id = ${id}::int
      ), wanted AS (SELECT place FROM ranked WHERE slug = ${slug} AND place > 1)
      UPDATE livestream_product l SET position = r.place + CASE r.place WHEN w.place THEN -1 WHEN w.place - 1 THEN 1 ELSE 0 END
      FROM ranked r, wanted w WHERE l.livestream_id = ${id}::int AND l.product_id = r.product_id`
  },
  async 'add-enterprise'(tx, id, slug) {
    return await tx.$executeRaw`
      INSERT INTO livestream_enterprise (livestream_id, enterprise_id)
      SELECT ${id}::int, id FROM enterprise WHERE slug = ${slug} ON CONFLICT DO NOTHING`
  },
  async 'remove-enterprise'(tx, id, slug) {
    await tx.$executeRaw`
      DELETE FROM livestream_product l USING product p, enterprise e
      WHERE l.livestream_id = ${id}::int AND p.id = l.product_id AND e.id = p.enterprise_id AND e.slug = ${slug}`
    return await tx.$executeRaw`
      DELETE FROM livestream_enterprise WHERE livestream_id = ${id}::int
        AND enterprise_id = (SELECT id FROM enterprise WHERE slug = ${slug})`
  },
}
