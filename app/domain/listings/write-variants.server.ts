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

/**
 * A variant is known by its article number. Known ones keep their price and stock; what is not in the draft any more is
 * not sold any more.
 */
export async function writeVariants(
  tx: Sql,
  now: Date,
  actor: Actor,
  productId: number,
  drafts: ReadonlyArray<VariantDraft>,
): Promise<void> {
  const variants = drafts.map(numbered)
  const known = await tx.$queryRaw<Array<{ articleNumber: string }>>`
    UPDATE variant v SET position = d.position, label = d.label, label_en = d."labelEn", net_grams = d."netGrams",
      min_quantity = d."minQuantity", max_per_person = d."maxPerPerson", barcode = nullif(d.barcode, ''), is_active = d."isActive"
    FROM jsonb_to_recordset(${JSON.stringify(variants)}::jsonb) AS d ("articleNumber" text, position int, "isActive" boolean, label text,
      "labelEn" text, "netGrams" int, "minQuantity" int, "maxPerPerson" int, barcode text)
    WHERE v.product_id = ${productId} AND v.article_number = d."articleNumber" RETURNING v.article_number AS "articleNumber"`
  await tx.$executeRaw`
    UPDATE variant SET is_active = false
    WHERE product_id = ${productId} AND article_number <> ALL(${variants.map(({ articleNumber }) => articleNumber)}::text[])`
  const numbers = new Set(known.map(({ articleNumber }) => articleNumber))
  const fresh = variants.filter(({ articleNumber }) => !numbers.has(articleNumber))
  if (fresh.length > 0) await insertVariants(tx, now, actor, productId, fresh)
}

type Numbered = Omit<VariantDraft, 'sku'> & { position: number; articleNumber: string; handle: string }

/** Whoever brings no number gets the handle for one; it can be read over the telephone. */
function numbered({ sku, ...draft }: VariantDraft, position: number): Numbered {
  const handle = `CF-${readableCode(8)}`
  return { ...draft, position, articleNumber: sku || handle, handle }
}

async function insertVariants(
  tx: Sql,
  now: Date,
  actor: Actor,
  productId: number,
  variants: ReadonlyArray<Numbered>,
): Promise<void> {
  const by = actor === 'system' ? null : 'staff' in actor ? actor.staff : actor
  await tx.$executeRaw`
    WITH fresh AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(variants)}::jsonb) AS d (handle text, "articleNumber" text, position int,
        "isActive" boolean, label text, "labelEn" text, "priceFen" int, "netGrams" int, "minQuantity" int, "maxPerPerson" int, barcode text,
        "initialStock" int)
    ), written AS (
      INSERT INTO variant (product_id, enterprise_id, sku, article_number, label, label_en, position, price_fen, net_grams,
        min_quantity, max_per_person, is_active, barcode)
      SELECT p.id, p.enterprise_id, f.handle, f."articleNumber", f.label, f."labelEn", f.position, f."priceFen", f."netGrams",
        f."minQuantity", f."maxPerPerson", f."isActive", nullif(f.barcode, '')
      FROM fresh f JOIN product p ON p.id = ${productId}
      RETURNING id, sku, price_fen
    ), prices AS (
      INSERT INTO price_change (variant_id, from_fen, to_fen, changed_by, changed_at)
      SELECT id, NULL, price_fen, ${by?.staffId ?? null}::uuid, ${now}::timestamptz FROM written
    ), units AS (
      INSERT INTO stock (variant_id, free)
      SELECT w.id, coalesce(f."initialStock", 0) FROM written w JOIN fresh f ON f.handle = w.sku
      RETURNING variant_id, free
    )
    INSERT INTO stock_movement (variant_id, delta, reason, recorded_by, recorded_at)
    SELECT variant_id, free, 'initial', ${by?.name ?? 'system'}, ${now}::timestamptz FROM units WHERE free > 0`
}
