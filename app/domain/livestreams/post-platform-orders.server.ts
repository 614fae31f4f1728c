import { appendEntries } from '#app/domain/sales/append-entries.server.ts'
import { type PlatformWindows, platformOriginOf } from '#app/domain/sales/platform-attribution.ts'
import type { NewEntry } from '#app/domain/sales/sale-entry.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { findWindows, spanOf } from './platform-windows.server.ts'

type Due = {
  subOrder: string
  paidAt: Date | null
  traffic: string
  hostAccount: string | null
  variantId: number | null
  productId: number | null
  enterpriseId: number | null
  isForeign: boolean | null
  namedFair: number | null
}
type Posted = {
  subOrder: string
  status: string
  wasPosted: boolean
  enterpriseId: number | null
  variantId: number | null
  quantity: number
  grossFen: number
  refundedFen: number
  refundedBefore: number
  refunds: number
  takenBack: number
  traffic: string
  livestreamId: number | null
  exhibitionId: number | null
  beijingDistrictCode: string | null
  paidAt: Date
}

/**
 * Brings orders of a platform into the ledger, as far as they may: paid, with their traffic known, and of a product of
 * ours. What they gave back meanwhile follows as refunds of the difference. What is posted already is left alone, so any
 * batch may come any number of times; the caller's transaction holds whatever it changed.
 * @returns how many of them wait for somebody to say what product they are
 */
export async function postPlatformOrders(
  tx: Sql,
  now: Date,
  by: string,
  subOrders: ReadonlyArray<string>,
): Promise<number> {
  const due = await lockDue(tx, subOrders)
  if (due.length === 0) return 0
  const windows = await windowsOf(tx, due)
  const places = due.map((order) => placeOf(order, windows))
  const posted = await post(tx, now, places)
  await appendEntries(
    tx,
    now,
    posted.flatMap((order) => entriesOf(order, by)),
    'platform-export',
  )
  return posted.filter(({ status }) => status === 'unmatched').length
}

/**
 * 商家编码 is an article number of the shop's enterprise, and of no other; else what was learned of the product, of this
 * 规格 before all. Whose postings were taken back has a code that misleads: only what was said of it since counts.
 */
async function lockDue(tx: Sql, subOrders: ReadonlyArray<string>): Promise<Array<Due>> {
  return await tx.$queryRaw<Array<Due>>`
    SELECT o.sub_order AS "subOrder", o.paid_at AS "paidAt", o.traffic, o.host_account AS "hostAccount",
      v.id AS "variantId", v.product_id AS "productId", g.enterprise_id AS "enterpriseId",
      learned.is_foreign AS "isForeign", o.named_exhibition_id AS "namedFair"
    FROM platform_order o
    LEFT JOIN LATERAL (
      SELECT variant_id, is_foreign, is_taken_back FROM platform_product
      WHERE platform = o.platform AND external_id = o.external_id AND spec IN (o.spec, '') ORDER BY spec DESC LIMIT 1
    ) learned ON true
    LEFT JOIN LATERAL (
      SELECT id FROM variant
      WHERE article_number = o.merchant_code AND enterprise_id = o.shop_enterprise_id AND learned.is_taken_back IS NOT TRUE
    ) coded ON true
    LEFT JOIN variant v ON v.id = COALESCE(coded.id, learned.variant_id)
    LEFT JOIN product g ON g.id = v.product_id
    WHERE o.platform = 'douyin' AND o.sub_order = ANY(${subOrders}::text[])
      AND (o.status <> 'posted' OR o.posted_fen <> o.gross_fen - o.refunded_fen)
    ORDER BY o.sub_order FOR UPDATE OF o`
}

async function windowsOf(tx: Sql, due: ReadonlyArray<Due>): Promise<PlatformWindows> {
  const span = spanOf(due.flatMap(({ paidAt }) => paidAt ?? []))
  const enterprises = new Set(due.flatMap(({ enterpriseId }) => enterpriseId ?? []))
  const named = new Set(due.flatMap(({ namedFair }) => namedFair ?? []))
  return await findWindows(tx, span, [...enterprises], [...named])
}

type Place = {
  subOrder: string
  status: 'unpaid' | 'waiting' | 'unmatched' | 'posted' | 'ignored'
  variantId: number | null
  livestreamId: number | null
  exhibitionId: number | null
}

function placeOf(order: Due, windows: PlatformWindows): Place {
  const { subOrder, paidAt, traffic, variantId, productId, enterpriseId } = order
  const nowhere = { subOrder, variantId, livestreamId: null, exhibitionId: null }
  if (!paidAt) return { ...nowhere, status: 'unpaid' }
  if (traffic === 'later') return { ...nowhere, status: 'waiting' }
  if (productId === null || enterpriseId === null)
    return { ...nowhere, status: order.isForeign ? 'ignored' : 'unmatched' }
  const sale = { ...order, paidAt, productId, enterpriseId, isLive: traffic === 'live' }
  return { subOrder, variantId, status: 'posted', ...platformOriginOf(sale, windows) }
}

/** A conditional write: of two who would post the same, the second finds nothing left to do. A refund goes where its sale went. */
async function post(tx: Sql, now: Date, places: ReadonlyArray<Place>): Promise<Array<Posted>> {
  return await tx.$queryRaw<Array<Posted>>`
    WITH posted AS (
      UPDATE platform_order o SET updated_at = ${now}::timestamptz,
        status = CASE o.status WHEN 'posted' THEN o.status ELSE p.status END,
        variant_id = CASE o.status WHEN 'posted' THEN o.variant_id ELSE p."variantId" END,
        livestream_id = CASE o.status WHEN 'posted' THEN o.livestream_id ELSE p."livestreamId" END,
        exhibition_id = CASE o.status WHEN 'posted' THEN o.exhibition_id ELSE p."exhibitionId" END,
        posted_fen = CASE WHEN 'posted' IN (o.status, p.status) THEN o.gross_fen - o.refunded_fen ELSE 0 END,
        refunds = o.refunds + ('posted' IN (o.status, p.status) AND o.refunded_fen > 0)::int
      FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
        AS p ("subOrder" text, status text, "variantId" int, "livestreamId" int, "exhibitionId" int)
      WHERE o.platform = 'douyin' AND o.sub_order = p."subOrder"
        AND (o.status <> 'posted' OR o.posted_fen <> o.gross_fen - o.refunded_fen)
      RETURNING o.*, old.status = 'posted' AS was_posted,
        CASE old.status WHEN 'posted' THEN old.gross_fen - old.posted_fen ELSE 0 END AS refunded_before
    )
    SELECT o.sub_order AS "subOrder", o.status, o.was_posted AS "wasPosted", e.enterprise_id AS "enterpriseId",
      o.variant_id AS "variantId", o.quantity, o.gross_fen::float8 AS "grossFen", o.refunded_fen::float8 AS "refundedFen",
      o.refunded_before::float8 AS "refundedBefore", o.refunds, o.taken_back AS "takenBack", o.traffic, o.livestream_id AS "livestreamId",
      o.exhibition_id AS "exhibitionId", o.beijing_district_code AS "beijingDistrictCode", o.paid_at AS "paidAt"
    FROM posted o LEFT JOIN variant v ON v.id = o.variant_id LEFT JOIN product e ON e.id = v.product_id`
}

/** Both by the instant of payment (按支付时间): an export says no other, and so a day's figure is the same however the files were cut. */
function entriesOf(order: Posted, by: string): Array<NewEntry> {
  const { status, enterpriseId, quantity, grossFen, refundedFen } = order
  if (status !== 'posted' || enterpriseId === null) return []
  const entry = {
    exhibitionId: order.exhibitionId,
    channel: order.traffic === 'live' ? 'livestream' : 'online',
    enterpriseId,
    variantId: order.variantId,
    beijingDistrictCode: order.beijingDistrictCode,
    livestreamId: order.livestreamId,
    occurredAt: order.paidAt,
    recordedBy: by,
    source: 'import',
  } as const
  const sale: NewEntry = {
    ...entry,
    kind: 'sale',
    quantity,
    amountFen: grossFen,
    externalRef: saleRef(order),
  }
  const refund: NewEntry = {
    ...entry,
    kind: 'refund',
    quantity: refundedFen === grossFen ? -quantity : 0,
    amountFen: order.refundedBefore - refundedFen,
    externalRef: `${saleRef(order)}:refund:${order.refunds}`,
  }
  return [...(order.wasPosted ? [] : [sale]), ...(refund.amountFen < 0 ? [refund] : [])]
}

/** Posted anew after it was taken back, an order has another reference, and so have its refunds. In SQL: take-back.server.ts. */
function saleRef({ subOrder, takenBack }: Posted): string {
  return takenBack === 0 ? `douyin:${subOrder}` : `douyin:${subOrder}:again:${takenBack}`
}
