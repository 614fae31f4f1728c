import type { Sql } from '#app/platform/sql.server.ts'
import { bumpRollups } from './bump-rollups.server.ts'
import { joinLedger, lockVerification } from './ledger-locks.server.ts'
import type { NewEntry, VerificationRule } from './sale-entry.ts'

type Appended = { id: bigint; externalRef: string }

/**
 * Appends to the ledger and bumps its sums, in the caller's transaction. What is there already, by source and
 * reference, adds nothing and is not returned: any batch may come any number of times.
 * @param rule verifies the new entries at once; without it they are claimed
 */
export async function appendEntries(
  tx: Sql,
  now: Date,
  entries: ReadonlyArray<NewEntry>,
  rule?: VerificationRule,
): Promise<Array<Appended>> {
  if (entries.length === 0) return []
  await joinLedger(tx)
  const appended = await tx.$queryRaw<Array<Appended>>`
    INSERT INTO sale_entry (exhibition_id, channel, kind, enterprise_id, division_code, product_id, variant_id, category_code,
      quantity, grams, amount_fen, beijing_district_code, livestream_id, contract_id, tender, occurred_at, device_at,
      recorded_at, recorded_by, source, external_ref, goods_name, note)
    SELECT i."exhibitionId", i.channel, i.kind, e.id, e.division_code, v.product_id, v.id, COALESCE(p.category_code, i."categoryCode"),
      i.quantity, i.grams, i."amountFen", i."beijingDistrictCode", i."livestreamId", i."contractId", i.tender, i."occurredAt",
      i."deviceAt", ${now}::timestamptz, i."recordedBy", i.source, i."externalRef",
      CASE WHEN v.id IS NULL THEN i."goodsName" END, i.note
    FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS i ("exhibitionId" int, channel text, kind text,
      "enterpriseId" int, "variantId" int, "categoryCode" text, quantity int, grams int, "amountFen" bigint,
      "beijingDistrictCode" text, "livestreamId" int, "contractId" uuid, tender text, "occurredAt" timestamptz,
      "deviceAt" timestamptz, "recordedBy" text, source text, "externalRef" text,
      "goodsName" text, note text)
    JOIN enterprise e ON e.id = i."enterpriseId"
    LEFT JOIN variant v ON v.id = i."variantId" LEFT JOIN product p ON p.id = v.product_id
    ORDER BY i.source, i."externalRef"
    ON CONFLICT (source, external_ref) DO NOTHING RETURNING id, external_ref AS "externalRef"`
  await countNew(tx, now, appended, rule)
  return appended
}

/** Verifies new entries, if a rule does, and adds them to the sums. */
export async function countNew(
  tx: Sql,
  now: Date,
  entries: ReadonlyArray<{ id: bigint }>,
  rule?: VerificationRule,
): Promise<void> {
  if (entries.length === 0) return
  const ids = entries.map(({ id }) => String(id))
  if (rule)
    await tx.$executeRaw`
      INSERT INTO sale_verification (entry_id, rule, verified_by, verified_at)
      SELECT id, ${rule}, recorded_by, ${now}::timestamptz FROM sale_entry WHERE id = ANY(${ids}::bigint[]) ORDER BY id`
  await bumpRollups(tx, ids, 'appended')
}

/**
 * Claimed entries become verified, and their corrections with them; those that are already stay as they are. A correction
 * never goes before what it corrects: it waits for that, or the figure would fall below what was sold. Returns how many
 * became so.
 */
export async function verifyEntries(
  tx: Sql,
  now: Date,
  ids: ReadonlyArray<bigint>,
  { rule, by }: { rule: VerificationRule; by: string },
): Promise<number> {
  if (ids.length === 0) return 0
  await joinLedger(tx)
  await lockVerification(tx, ids)
  const verified = await tx.$queryRaw<Array<{ id: bigint }>>`
    INSERT INTO sale_verification (entry_id, rule, verified_by, verified_at)
    SELECT id, CASE WHEN id = ANY(${ids.map(String)}::bigint[]) THEN ${rule} ELSE 'follows' END, ${by}, ${now}::timestamptz
    FROM sale_entry e WHERE (id = ANY(${ids.map(String)}::bigint[]) OR corrects_id = ANY(${ids.map(String)}::bigint[]))
      AND (corrects_id IS NULL OR corrects_id = ANY(${ids.map(String)}::bigint[])
        OR EXISTS (SELECT FROM sale_verification WHERE entry_id = e.corrects_id))
    ORDER BY id ON CONFLICT (entry_id) DO NOTHING RETURNING entry_id AS id`
  await bumpRollups(
    tx,
    verified.map(({ id }) => String(id)),
    'verified',
  )
  return verified.length
}

/**
 * Answers each entry by its negative, verified if the entry is. Nothing is ever edited; an entry is corrected once,
 * and again adds nothing. Returns those corrections that are new.
 * @param isAtOnce the correction is of the entry's own moment, as if it had never been: no day has one without the other
 */
export async function correctEntries(
  tx: Sql,
  now: Date,
  ids: ReadonlyArray<bigint>,
  { by, note, isAtOnce = false }: { by: string; note: string | null; isAtOnce?: boolean },
): Promise<Array<Appended>> {
  if (ids.length === 0) return []
  await joinLedger(tx)
  await lockVerification(tx, ids)
  const corrections = await tx.$queryRaw<Array<Appended>>`
    INSERT INTO sale_entry (exhibition_id, channel, kind, enterprise_id, division_code, product_id, variant_id, category_code,
      quantity, grams, amount_fen, beijing_district_code, livestream_id, contract_id, tender, occurred_at, recorded_at,
      recorded_by, source, external_ref, corrects_id, goods_name, note)
    SELECT exhibition_id, channel, 'correction', enterprise_id, division_code, product_id, variant_id, category_code,
      -quantity, -grams, -amount_fen, beijing_district_code, livestream_id, contract_id, tender,
      CASE WHEN ${isAtOnce} THEN occurred_at ELSE ${now}::timestamptz END, ${now}::timestamptz, ${by}, source, external_ref || ':corrected', id, goods_name, ${note}
    FROM sale_entry WHERE id = ANY(${ids.map(String)}::bigint[]) AND kind <> 'correction'
    ORDER BY id ON CONFLICT DO NOTHING RETURNING id, external_ref AS "externalRef"`
  await tx.$executeRaw`
    INSERT INTO sale_verification (entry_id, rule, verified_by, verified_at)
    SELECT c.id, 'follows', ${by}, ${now}::timestamptz
    FROM sale_entry c JOIN sale_verification v ON v.entry_id = c.corrects_id
    WHERE c.id = ANY(${corrections.map(({ id }) => String(id))}::bigint[]) ORDER BY c.id`
  await countNew(tx, now, corrections)
  return corrections
}
