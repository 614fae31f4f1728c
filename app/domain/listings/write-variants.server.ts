import type { Actor } from '#app/domain/staff/audit.server.ts'
import { readableCode } from '#app/kernel/ids.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import type { VariantDraft } from './draft.ts'

/** Whoever holds or returns units of these goods waits, and then sees all variants. */
export async function lockStock(tx: Sql, productId: number): Promise<void> {
  await tx.$queryRaw`
    SELECT FROM stock WHERE variant_id IN (SELECT id FROM variant WHERE product_id = ${productId})
    ORDER BY variant_id, pool FOR NO KEY UPDATE`
}

/**
 * Of whoever changes several of them in one transaction, before the first: after it the audit log is held, for which
 * those wait who change one.
 */
export async function lockVariants(tx: Sql, productId: number): Promise<void> {
  await tx.$queryRaw`
    SELECT FROM product p JOIN variant v ON v.product_id = p.id WHERE p.id = ${productId}
    ORDER BY v.id FOR NO KEY UPDATE OF p, v`
}

/** Known variants keep their price and stock; what is not in the draft any more is not sold any more. */
export async function writeVariants(
  tx: Sql,
  now: Date,
  actor: Actor,
  productId: number,
  drafts: ReadonlyArray<VariantDraft>,
): Promise<void> {
  const variants = drafts.map((draft, position) => ({ ...draft, position, sku: draft.sku || newSku() }))
  const known = await tx.$queryRaw<Array<{ sku: string }>>`
    UPDATE variant v SET position = d.position, label = d.label, label_en = d."labelEn", net_grams = d."netGrams",
      min_quantity = d."minQuantity", max_per_person = d."maxPerPerson", barcode = nullif(d.barcode, ''), is_active = d."isActive"
    FROM jsonb_to_recordset(${JSON.stringify(variants)}::jsonb) AS d (sku text, position int, "isActive" boolean, label text,
      "labelEn" text, "netGrams" int, "minQuantity" int, "maxPerPerson" int, barcode text)
    WHERE v.product_id = ${productId} AND v.sku = d.sku RETURNING v.sku`
  await tx.$executeRaw`
    UPDATE variant SET is_active = false
    WHERE product_id = ${productId} AND sku <> ALL(${variants.map(({ sku }) => sku)}::text[])`
  const skus = new Set(known.map(({ sku }) => sku))
  const fresh = variants.filter(({ sku }) => !skus.has(sku))
  if (fresh.length > 0) await insertVariants(tx, now, actor, productId, fresh)
}

async function insertVariants(
  tx: Sql,
  now: Date,
  actor: Actor,
  productId: number,
  variants: ReadonlyArray<VariantDraft & { position: number }>,
): Promise<void> {
  const by = actor === 'system' ? null : 'staff' in actor ? actor.staff : actor
  await tx.$executeRaw`
    WITH fresh AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(variants)}::jsonb) AS d (sku text, position int, "isActive" boolean,
        label text, "labelEn" text, "priceFen" int, "netGrams" int, "minQuantity" int, "maxPerPerson" int, barcode text,
        "initialStock" int)
    ), written AS (
      INSERT INTO variant (product_id, sku, label, label_en, position, price_fen, net_grams, min_quantity, max_per_person,
        is_active, barcode)
      SELECT ${productId}, sku, label, "labelEn", position, "priceFen", "netGrams", "minQuantity", "maxPerPerson",
        "isActive", nullif(barcode, '') FROM fresh
      RETURNING id, sku, price_fen
    ), prices AS (
      INSERT INTO price_change (variant_id, from_fen, to_fen, changed_by, changed_at)
      SELECT id, NULL, price_fen, ${by?.staffId ?? null}::uuid, ${now}::timestamptz FROM written
    ), units AS (
      INSERT INTO stock (variant_id, free)
      SELECT w.id, coalesce(f."initialStock", 0) FROM written w JOIN fresh f USING (sku)
      RETURNING variant_id, free
    )
    INSERT INTO stock_movement (variant_id, delta, reason, recorded_by, recorded_at)
    SELECT variant_id, free, 'initial', ${by?.name ?? 'system'}, ${now}::timestamptz FROM units WHERE free > 0`
}

/** The public handle of a variant, readable over the telephone. */
function newSku(): string {
  return `CF-${readableCode(8)}`
}
