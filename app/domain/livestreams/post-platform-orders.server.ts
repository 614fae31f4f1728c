import { appendEntries } from '#app/domain/sales/append-entries.server.ts'
import {
  type ExhibitionWindow,
  type LivestreamWindow,
  livestreamGrace,
  type PlatformWindows,
  platformOriginOf,
} from '#app/domain/sales/attribution.ts'
import type { NewEntry } from '#app/domain/sales/sale-entry.ts'
import { after } from '#app/kernel/clock.ts'
import type { Sql } from '#app/platform/sql.server.ts'

type Due = {
  subOrder: string
  paidAt: Date | null
  traffic: string
  hostAccount: string | null
  variantId: number | null
  isForeign: boolean | null
  /** Of the import, where a person named one. */
  chosenFair: number | null
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
  const windows = await findWindows(tx, due)
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

/** 商家编码 is our SKU; else what was learned of the product, of this 规格 before all. */
async function lockDue(tx: Sql, subOrders: ReadonlyArray<string>): Promise<Array<Due>> {
  return await tx.$queryRaw<Array<Due>>`
    SELECT o.sub_order AS "subOrder", o.paid_at AS "paidAt", o.traffic, o.host_account AS "hostAccount",
      COALESCE(v.id, p.variant_id) AS "variantId", v.id IS NULL AND p.is_foreign AS "isForeign", i.exhibition_id AS "chosenFair"
    FROM platform_order o LEFT JOIN platform_import i ON i.id = o.import_id
    LEFT JOIN variant v ON v.sku = o.merchant_code
    LEFT JOIN LATERAL (
      SELECT variant_id, is_foreign FROM platform_product
      WHERE platform = o.platform AND external_id = o.external_id AND spec IN (o.spec, '') ORDER BY spec DESC LIMIT 1
    ) p ON true
    WHERE o.platform = 'douyin' AND o.sub_order = ANY(${subOrders}::text[])
      AND (o.status <> 'posted' OR o.posted_fen <> o.gross_fen - o.refunded_fen)
    ORDER BY o.sub_order FOR UPDATE OF o`
}

async function findWindows(tx: Sql, due: ReadonlyArray<Due>): Promise<PlatformWindows> {
  const paid = due.flatMap(({ paidAt }) => paidAt?.getTime() ?? []).sort((one, other) => one - other)
  const [first, last] = [new Date(paid[0] ?? 0), new Date(paid.at(-1) ?? 0)]
  const chosen = [...new Set(due.flatMap(({ chosenFair }) => chosenFair ?? []))]
  const exhibitions = await tx.$queryRaw<Array<ExhibitionWindow>>`
    SELECT id, starts_at AS "startsAt", ends_at AS "endsAt", is_month_only AS "isMonthOnly" FROM exhibition
    WHERE starts_at <= ${last} AND ends_at > ${first} AND NOT is_month_only AND (is_published OR id = ANY(${chosen}::int[]))
    ORDER BY is_demonstration, id DESC`
  const livestreams = await tx.$queryRaw<Array<LivestreamWindow & { hostAccount: string | null }>>`
    SELECT id, starts_at AS "startsAt", ends_at AS "endsAt", is_cancelled AS "isCancelled", exhibition_id AS "exhibitionId",
      host_account AS "hostAccount"
    FROM livestream WHERE starts_at <= ${last} AND ends_at > ${after(first, -livestreamGrace)} AND NOT is_cancelled
    ORDER BY starts_at, id`
  return { exhibitions, livestreams }
}

type Place = {
  subOrder: string
  status: 'unpaid' | 'waiting' | 'unmatched' | 'posted' | 'ignored'
  variantId: number | null
  livestreamId: number | null
  exhibitionId: number | null
}

function placeOf(order: Due, { exhibitions, livestreams }: PlatformWindows): Place {
  const { subOrder, paidAt, traffic, hostAccount, variantId, chosenFair } = order
  const nowhere = { subOrder, variantId, livestreamId: null, exhibitionId: null }
  if (!paidAt) return { ...nowhere, status: 'unpaid' }
  if (traffic === 'later') return { ...nowhere, status: 'waiting' }
  if (variantId === null) return { ...nowhere, status: order.isForeign ? 'ignored' : 'unmatched' }
  const mayTake = exhibitions.filter(({ id }) => chosenFair === null || id === chosenFair)
  const origin = platformOriginOf(
    { paidAt, isLive: traffic === 'live', hostAccount },
    { exhibitions: mayTake, livestreams },
  )
  return { subOrder, variantId, status: 'posted', ...origin }
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
      o.refunded_before::float8 AS "refundedBefore", o.refunds, o.traffic, o.livestream_id AS "livestreamId",
      o.exhibition_id AS "exhibitionId", o.beijing_district_code AS "beijingDistrictCode", o.paid_at AS "paidAt"
    FROM posted o LEFT JOIN variant v ON v.id = o.variant_id LEFT JOIN product e ON e.id = v.product_id`
}

/** Both by the instant of payment (按支付时间): an export says no other, and so a day's figure is the same however the files were cut. */
function entriesOf(order: Posted, by: string): Array<NewEntry> {
  const { subOrder, status, enterpriseId, quantity, grossFen, refundedFen } = order
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
    externalRef: `douyin:${subOrder}`,
  }
  const refund: NewEntry = {
    ...entry,
    kind: 'refund',
    quantity: refundedFen === grossFen ? -quantity : 0,
    amountFen: order.refundedBefore - refundedFen,
    externalRef: `douyin:${subOrder}:refund:${order.refunds}`,
  }
  return [...(order.wasPosted ? [] : [sale]), ...(refund.amountFen < 0 ? [refund] : [])]
}
