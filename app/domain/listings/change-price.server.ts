import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type Fen, fen } from '#app/kernel/money.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { type PriceStep, referencePrice } from './price-history.ts'
import { dropPages } from './publish-draft.server.ts'
import { refreshFigures } from './refresh-product.server.ts'

export type PriceEdit = {
  articleNumber: string
  priceFen: number
  /** The price that the editor saw: whoever comes second is told (T10). */
  seenFen: number
  /** Whether a reduction is shown beside the price that it is measured by. */
  showsReduction: boolean
  /** The 划线价 that a change had before it is undone. */
  restoredWasFen?: number | null
}

export type PriceRefusal =
  | Failure<'not-found' | 'invalid-price'>
  | (Failure<'changed'> & { detail: { priceFen: Fen } })

type Priced = {
  id: number
  priceFen: number
  wasPriceFen: number | null
  productId: number
  slug: string
}

const highestFen = 99_999_900

/** At once and without review; the history keeps every price, and only it may give a 划线价. */
export async function changePrice(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  edit: PriceEdit,
): Promise<Result<{ wasPriceFen: number | null }, PriceRefusal>> {
  return await withTransaction(pool, (tx) => setPrice(tx, clock.now(), scope, edit))
}

export async function setPrice(
  tx: Sql,
  now: Date,
  scope: EnterpriseScope,
  { articleNumber, priceFen, seenFen, showsReduction, restoredWasFen }: PriceEdit,
): Promise<Result<{ wasPriceFen: number | null }, PriceRefusal>> {
  if (!Number.isInteger(priceFen) || priceFen < 1 || priceFen > highestFen) return failure('invalid-price')
  const variant = await lockVariant(tx, scope, articleNumber)
  if (!variant) return failure('not-found')
  const isSame = variant.priceFen === priceFen
  if (!isSame && variant.priceFen !== seenFen) return failure('changed', { priceFen: fen(variant.priceFen) })
  const keeps = isSame && (showsReduction || variant.wasPriceFen === null)
  if (keeps) return success({ wasPriceFen: variant.wasPriceFen })
  const measured = showsReduction ? await findReference(tx, variant.id, priceFen, now) : null
  const wasPriceFen = restoredWasFen === undefined ? measured : restoredWasFen
  await writePrice(tx, now, scope, variant, { priceFen, wasPriceFen })
  await refreshFigures(tx, variant.productId)
  await writeAudit(tx, now, scope, {
    action: 'change-price',
    subject: ['variant', articleNumber],
    before: { priceFen: variant.priceFen, wasPriceFen: variant.wasPriceFen },
    after: { priceFen, wasPriceFen },
  })
  await dropPages(tx, variant.slug, scope.slug)
  return success({ wasPriceFen })
}

/** The product first, as whoever publishes a draft of it does. */
async function lockVariant(
  tx: Sql,
  { enterpriseId }: EnterpriseScope,
  articleNumber: string,
): Promise<Priced | undefined> {
  const [variant] = await tx.$queryRaw<Array<Priced>>`
    SELECT v.id, v.price_fen AS "priceFen", v.was_price_fen AS "wasPriceFen", p.id AS "productId", p.slug
    FROM product p JOIN variant v ON v.product_id = p.id
    WHERE v.article_number = ${articleNumber} AND v.enterprise_id = ${enterpriseId} FOR NO KEY UPDATE OF p, v`
  return variant
}

async function findReference(tx: Sql, variantId: number, priceFen: number, now: Date): Promise<Fen | null> {
  const history = await tx.$queryRaw<Array<PriceStep>>`
    SELECT from_fen AS "fromFen", to_fen AS "toFen", changed_at AS "changedAt" FROM price_change WHERE variant_id = ${variantId}`
  return referencePrice(history, priceFen, now)
}

async function writePrice(
  tx: Sql,
  now: Date,
  { staff }: EnterpriseScope,
  variant: Priced,
  { priceFen, wasPriceFen }: { priceFen: number; wasPriceFen: number | null },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE variant SET price_fen = ${priceFen}, was_price_fen = ${wasPriceFen} WHERE id = ${variant.id}`
  if (priceFen === variant.priceFen) return
  await tx.$executeRaw`
    INSERT INTO price_change (variant_id, from_fen, to_fen, changed_by, changed_at)
    VALUES (${variant.id}, ${variant.priceFen}, ${priceFen}, ${staff.staffId}::uuid, ${now})`
}
