import type { Sql } from '#app/platform/sql.server.ts'
import type { PlatformImport } from './platform-import.server.ts'
import type { PlatformRow, RowProblem } from './platform-row.ts'

export type WrittenOrders = { newRows: number; changedRows: number; problems: Array<RowProblem> }

type Source = Pick<PlatformImport, 'id' | 'enterpriseId' | 'exhibitionId'>

/**
 * Each 子订单 as the last file has it, in one order, so that two imports do not wait for each other. What was known stays
 * known, whichever file is the older or has fewer columns: an order once paid is paid, refunds only grow, and what stands in the ledger keeps
 * its amount, channel and district, so that a refund goes where its sale went. Whose shop and which fair it is of, the last
 * upload that says so has said.
 */
export async function writeOrders(
  tx: Sql,
  now: Date,
  { id, enterpriseId, exhibitionId }: Source,
  rows: ReadonlyArray<PlatformRow>,
): Promise<WrittenOrders> {
  const written = await tx.$queryRaw<Array<{ isNew: boolean }>>`
    INSERT INTO platform_order AS o (platform, sub_order, main_order, import_id, external_id, merchant_code, title, spec,
      quantity, gross_fen, refunded_fen, state, traffic, host_account, beijing_district_code, paid_at, status, updated_at,
      shop_enterprise_id, named_exhibition_id)
    SELECT 'douyin', r."subOrder", r."mainOrder", ${id}::uuid, r."externalId", r."merchantCode", r.title, r.spec,
      r.quantity, r."grossFen", r."refundedFen", r.state, r.traffic, r."hostAccount", r."beijingDistrictCode", r."paidAt",
      'unpaid', ${now}::timestamptz, ${enterpriseId}::int, ${exhibitionId}::int
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r ("subOrder" text, "mainOrder" text, "externalId" text,
      "merchantCode" text, title text, spec text, quantity int, "grossFen" bigint, "refundedFen" bigint, state text,
      traffic text, "hostAccount" text, "beijingDistrictCode" text, "paidAt" timestamptz)
    ORDER BY r."subOrder"
    ON CONFLICT (platform, sub_order) DO UPDATE SET import_id = excluded.import_id, state = excluded.state,
      external_id = excluded.external_id, merchant_code = COALESCE(NULLIF(excluded.merchant_code, ''), o.merchant_code),
      title = COALESCE(NULLIF(excluded.title, ''), o.title), spec = COALESCE(NULLIF(excluded.spec, ''), o.spec),
      traffic = CASE WHEN o.status = 'posted' OR excluded.traffic = 'later' THEN o.traffic ELSE excluded.traffic END,
      host_account = COALESCE(excluded.host_account, o.host_account),
      beijing_district_code = CASE o.status WHEN 'posted' THEN o.beijing_district_code
        ELSE COALESCE(excluded.beijing_district_code, o.beijing_district_code) END,
      paid_at = COALESCE(o.paid_at, excluded.paid_at),
      quantity = CASE o.status WHEN 'posted' THEN o.quantity ELSE excluded.quantity END,
      gross_fen = CASE o.status WHEN 'posted' THEN o.gross_fen ELSE excluded.gross_fen END,
      refunded_fen = LEAST(GREATEST(o.refunded_fen, excluded.refunded_fen),
        CASE o.status WHEN 'posted' THEN o.gross_fen ELSE excluded.gross_fen END),
      shop_enterprise_id = CASE o.status WHEN 'posted' THEN o.shop_enterprise_id
        ELSE COALESCE(excluded.shop_enterprise_id, o.shop_enterprise_id) END,
      named_exhibition_id = CASE o.status WHEN 'posted' THEN o.named_exhibition_id
        ELSE COALESCE(excluded.named_exhibition_id, o.named_exhibition_id) END,
      updated_at = excluded.updated_at
    WHERE (o.status <> 'posted' AND (o.shop_enterprise_id, o.named_exhibition_id) IS DISTINCT FROM
        (COALESCE(excluded.shop_enterprise_id, o.shop_enterprise_id), COALESCE(excluded.named_exhibition_id, o.named_exhibition_id)))
      OR (o.state, o.traffic, o.host_account, o.beijing_district_code, o.paid_at, o.quantity, o.gross_fen, o.refunded_fen,
        o.external_id, o.merchant_code, o.spec) IS DISTINCT FROM
      (excluded.state, CASE WHEN o.status = 'posted' OR excluded.traffic = 'later' THEN o.traffic ELSE excluded.traffic END,
        COALESCE(excluded.host_account, o.host_account),
        CASE o.status WHEN 'posted' THEN o.beijing_district_code
          ELSE COALESCE(excluded.beijing_district_code, o.beijing_district_code) END,
        COALESCE(o.paid_at, excluded.paid_at), CASE o.status WHEN 'posted' THEN o.quantity ELSE excluded.quantity END,
        CASE o.status WHEN 'posted' THEN o.gross_fen ELSE excluded.gross_fen END,
        GREATEST(o.refunded_fen, excluded.refunded_fen), excluded.external_id,
        COALESCE(NULLIF(excluded.merchant_code, ''), o.merchant_code), COALESCE(NULLIF(excluded.spec, ''), o.spec))
    RETURNING old.sub_order IS NULL AS "isNew"`
  const newRows = written.filter(({ isNew }) => isNew).length
  return { newRows, changedRows: written.length - newRows, problems: await findOtherAmounts(tx, rows) }
}

/** Of what is in the ledger already: it keeps the amount that it was posted with, and somebody is told. */
async function findOtherAmounts(tx: Sql, rows: ReadonlyArray<PlatformRow>): Promise<Array<RowProblem>> {
  return await tx.$queryRaw<Array<RowProblem>>`
    SELECT r.row, '订单应付金额' AS column, (r."grossFen" / 100.0)::numeric(14, 2)::text AS value, 'amount-differs' AS code
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (row int, "subOrder" text, "grossFen" bigint)
    JOIN platform_order o ON o.platform = 'douyin' AND o.sub_order = r."subOrder"
    WHERE o.status = 'posted' AND o.gross_fen <> r."grossFen" ORDER BY r.row`
}
