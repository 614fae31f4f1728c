import { fairsThatTake } from '#app/domain/sales/platform-attribution.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { findFairs, spanOf } from '../platform-windows.server.ts'
import type { PlatformRow } from './platform-row.ts'

/** What a person says of an export, by slugs: whose shop's it is, and for which fair; '' where they say nothing. */
export type SaidSource = { fair: string; shop: string }
export type OrderSource = { exhibitionId: number | null; enterpriseId: number | null }
export type SourceRefusal = Failure<'unknown-fair' | 'unknown-shop' | 'fair-needed'>

export async function findSource(
  sql: Sql,
  { fair, shop }: SaidSource,
): Promise<Result<OrderSource, SourceRefusal>> {
  const [found] = await sql.$queryRaw<Array<OrderSource>>`
    SELECT (SELECT id FROM exhibition WHERE slug = ${fair} AND NOT is_month_only) AS "exhibitionId",
      (SELECT id FROM enterprise WHERE slug = ${shop}) AS "enterpriseId"`
  const { exhibitionId = null, enterpriseId = null } = found ?? {}
  if (fair !== '' && exhibitionId === null) return failure('unknown-fair')
  if (shop !== '' && enterpriseId === null) return failure('unknown-shop')
  return success({ exhibitionId, enterpriseId })
}

/** Of two fairs at once a person says which: an order is posted for good. */
export async function needsFair(
  sql: Sql,
  { exhibitionId, enterpriseId }: OrderSource,
  rows: ReadonlyArray<PlatformRow>,
): Promise<boolean> {
  const paid = rows.flatMap(({ paidAt }) => (paidAt === null ? [] : new Date(paidAt)))
  if (exhibitionId !== null || paid.length === 0) return false
  const fairs = await findFairs(sql, spanOf(paid), enterpriseId === null ? [] : [enterpriseId])
  return paid.some((at) => fairsThatTake(at, enterpriseId, fairs).length > 1)
}
