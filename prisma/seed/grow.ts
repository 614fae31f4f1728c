import type pg from 'pg'
import { type GrownProduct, growth } from './plan/growth.ts'
import { rankKey, type TierBounds, tierBounds, tierOf } from './plan/popularity.ts'
import { planCatalogue } from './seed.ts'
import { copyRows, type Row } from './write/copy.ts'
import { grownColumns, grownRows } from './write/grown.ts'
import { grownVectors } from './write/grown-vector.ts'
import { withoutIndexes } from './write/indexes.ts'
import { writeListings } from './write/listings.ts'
import { advanceSequences } from './write/sequences.ts'

const batch = 20_000
const indexedTables = ['product', 'listing', 'variant', 'product_picture', 'price_change', 'stock_movement']

/**
 * Grows the catalogue to `total` products for tests of size: variations of the 1,040 with figures of their own,
 * streamed by COPY. Their sales are invented (no orders stand behind them); stock and prices have their history.
 */
export async function growCatalogue(
  client: pg.ClientBase,
  total: number,
  say: (line: string) => void,
): Promise<void> {
  if (!Number.isInteger(total) || total < 1) throw new RangeError('--products takes a whole number')
  const { rows } = await client.query<{ products: number; variants: number }>(
    'SELECT max(p.id) AS products, (SELECT max(id) FROM variant) AS variants FROM product p',
  )
  const from = rows[0]?.products ?? 0
  if (from >= total) return say(`${from} products are there already`)
  const { products } = planCatalogue()
  const pictures = await findPictures(client)
  const plan = growth(products, (rows[0]?.variants ?? 0) + 1)
  const vectorOf = grownVectors()
  await withoutIndexes(client, indexedTables, say, async () => {
    const bounds = await moveTiers(client, from, total)
    const tier = ({ id, score }: GrownProduct) => tierOf(rankKey(score, id), bounds)
    for (let first = from + 1; first <= total; first += batch) {
      const last = Math.min(total, first + batch - 1)
      await writeBatch(client, grownRows(plan(first, last), pictures, tier, vectorOf))
      say(`${last} of ${total} products`)
    }
    await writeListings(client)
  })
  await advanceSequences(client)
  await client.query('ANALYZE product, variant, stock, product_picture')
}

async function writeBatch(client: pg.ClientBase, tables: ReturnType<typeof grownRows>): Promise<void> {
  for (const [table, columns] of Object.entries(grownColumns)) {
    await copyRows(client, table, columns, (tables as Record<string, Array<Row>>)[table] ?? [])
  }
}

/** The newcomers push some of those that are there into a later tier. */
async function moveTiers(client: pg.ClientBase, from: number, total: number): Promise<TierBounds> {
  const { rows } = await client.query<{ key: string }>(
    'SELECT score::bigint * 4194304 + id AS key FROM product',
  )
  const bounds = tierBounds(
    rows.map(({ key }) => Number(key)),
    from + 1,
    total,
  )
  await client.query(
    `UPDATE product SET search_tier = moved.tier
     FROM (SELECT id, CASE WHEN score::bigint * 4194304 + id >= $1 THEN 0 WHEN score::bigint * 4194304 + id >= $2 THEN 1 ELSE 2 END AS tier
           FROM product) moved
     WHERE moved.id = product.id AND moved.tier <> search_tier`,
    [...bounds],
  )
  return bounds
}

export type KnownPicture = { key: string; ground: string; alt: string; altEn: string }

/** The first picture of each product that is there: variations share them. */
async function findPictures(client: pg.ClientBase): Promise<ReadonlyMap<number, KnownPicture>> {
  const { rows } = await client.query<KnownPicture & { id: number }>(
    'SELECT product_id AS id, key, ground, alt, alt_en AS "altEn" FROM product_picture WHERE position = 0',
  )
  return new Map(rows.map((row) => [row.id, row]))
}
