import { batchPaper } from '#app/domain/catalog/label.ts'
import { readableCode } from '#app/kernel/ids.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import type { BatchDraft, PictureDraft } from './draft.ts'

export async function writePictures(
  tx: Sql,
  productId: number,
  pictures: ReadonlyArray<PictureDraft>,
): Promise<void> {
  const placed = pictures.map((picture, position) => ({ ...picture, position }))
  await tx.$executeRaw`DELETE FROM product_picture WHERE product_id = ${productId}`
  await tx.$executeRaw`
    INSERT INTO product_picture (product_id, position, key, kind, ground, alt, alt_en)
    SELECT ${productId}, position, key, kind, ground, alt, "altEn" FROM jsonb_to_recordset(${JSON.stringify(placed)}::jsonb)
      AS d (position int, key text, kind text, ground text, alt text, "altEn" text)`
}

/**
 * Batches are added and mended, never taken away: somebody may hold a package of one. One that the draft does not know,
 * since it was published long ago, is found by the enterprise's own number.
 */
export async function writeBatches(
  tx: Sql,
  productId: number,
  batches: ReadonlyArray<BatchDraft>,
): Promise<void> {
  const rows = batches.map((batch) => ({
    ...batch,
    fresh: newCode(batch),
    papers: batch.papers.map((paper) => batchPaper.parse(paper)),
  }))
  await tx.$executeRaw`
    INSERT INTO batch (product_id, code, own_code, produced_on, expires_on, papers)
    SELECT ${productId}, coalesce(nullif(code, ''), (
        SELECT b.code FROM batch b WHERE b.product_id = ${productId} AND d."ownCode" <> '' AND b.own_code = d."ownCode" LIMIT 1
      ), fresh), "ownCode", "producedOn", "expiresOn", papers FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS d (code text, fresh text, "ownCode" text, "producedOn" date, "expiresOn" date, papers jsonb)
    ON CONFLICT (code) DO UPDATE SET own_code = excluded.own_code, produced_on = excluded.produced_on,
      expires_on = excluded.expires_on, papers = excluded.papers
    WHERE batch.product_id = excluded.product_id`
}

function newCode({ producedOn }: BatchDraft): string {
  return `${(producedOn ?? '').replaceAll('-', '')}-${readableCode(6)}`
}
