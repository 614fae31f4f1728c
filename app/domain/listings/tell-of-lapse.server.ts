import { tellOwners } from '#app/domain/notifications/tell-owners.server.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import type { ListingRecord } from './listing-record.server.ts'

/** That goods went from the shop, or a mark from goods, with a paper that ended: one message a day, however many did. */
export async function tellOfLapse(
  tx: Sql,
  now: Date,
  { id, slug, name }: ListingRecord['enterprise'],
): Promise<void> {
  await tellOwners(tx, now, id, {
    kind: 'goods-lapsed',
    dedupeKey: `goods-lapsed:${slug}:${shanghaiDay(now)}`,
    place: name,
    path: `/enterprise/${slug}/listings?state=lapsed`,
  })
}
