import type { Fen } from '#app/kernel/money.ts'
import { encodeCursor, isText, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { QueueStand } from './queue-stand.ts'

/** A product of a platform as its orders name it: each 规格 is one of its own. */
export type ProductKey = { externalId: string; spec: string }
export type WaitingProduct = ProductKey & {
  title: string
  merchantCode: string
  orders: number
  quantity: number
  netFen: Fen
}
const pageSize = 20

export async function listWaitingProducts(
  { pool }: Pick<Services, 'pool'>,
  stand: Exclude<QueueStand, 'posted'>,
  after: string | null,
): Promise<Page<WaitingProduct>> {
  const [lastId, lastSpec] = readCursor(after, isText, isText) ?? ['', '']
  const rows = await sqlOn(pool).$queryRaw<Array<WaitingProduct>>`
    SELECT external_id AS "externalId", spec, max(title) AS title, max(merchant_code) AS "merchantCode", count(*)::int AS orders,
      sum(quantity)::int AS quantity, sum(gross_fen - refunded_fen)::float8 AS "netFen"
    FROM platform_order
    WHERE status = ${stand} AND platform = 'douyin' AND (external_id, spec) > (${lastId}, ${lastSpec})
    GROUP BY external_id, spec ORDER BY external_id, spec LIMIT ${pageSize + 1}`
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  return { items, next: rows.length > pageSize && last ? encodeCursor([last.externalId, last.spec]) : null }
}

/** Null when none of it waits any more. */
export async function findWaitingProduct(
  { pool }: Pick<Services, 'pool'>,
  { externalId, spec }: ProductKey,
): Promise<WaitingProduct | null> {
  const [found] = await sqlOn(pool).$queryRaw<Array<WaitingProduct>>`
    SELECT external_id AS "externalId", spec, max(title) AS title, max(merchant_code) AS "merchantCode", count(*)::int AS orders,
      sum(quantity)::int AS quantity, sum(gross_fen - refunded_fen)::float8 AS "netFen"
    FROM platform_order
    WHERE status IN ('unmatched', 'ignored') AND platform = 'douyin' AND external_id = ${externalId} AND spec = ${spec}
    GROUP BY external_id, spec`
  return found ?? null
}
