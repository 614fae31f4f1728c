import { createListing } from '#app/domain/listings/create-listing.server.ts'
import type { ListingDraft } from '#app/domain/listings/draft.ts'
import { readListing } from '#app/domain/listings/listing-record.server.ts'
import { submitListing } from '#app/domain/listings/submit-listing.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { TestDatabase } from './database.ts'
import { soundDraft } from './drafts.ts'
import { createVariant } from './goods.ts'
import { type MovableClock, movableClock } from './people.ts'
import { createMember } from './staff.ts'

/** What the listings' use cases take, and the categories that drafts of tests name. */
export async function listingServices({ db, pool }: Pick<TestDatabase, 'db' | 'pool'>) {
  const clock: MovableClock = movableClock()
  await createVariant(db)
  for (const [code, parentCode, name] of [
    ['grain-millet', 'grain', '小米'],
    ['meat', null, '牛羊肉'],
    ['meat-lamb', 'meat', '羊肉'],
  ] as const)
    await db.category.upsert({
      where: { code },
      create: { code, parentCode, name, nameEn: code, sort: 1 },
      update: {},
    })
  return { db, pool, clock }
}

export type ListingServices = Awaited<ReturnType<typeof listingServices>>

/** An enterprise with its owner and its editor; `variant` is on sale, and `listing` is its listing. */
export async function createShop(
  { db, clock }: ListingServices,
  goods: { free?: number; priceFen?: number } = {},
) {
  const variant = await createVariant(db, goods)
  const { id: variantId, enterpriseId, product, priceFen } = variant
  const now = clock.now()
  await db.priceChange.create({
    data: { variantId, toFen: priceFen, changedAt: new Date('2026-01-01T00:00:00Z') },
  })
  const { id } = await db.listing.create({
    data: {
      id: timeOrderedId(now),
      enterpriseId,
      productId: product.id,
      title: product.title,
      categoryCode: 'grain',
      status: 'accepted',
      createdAt: now,
      updatedAt: now,
    },
  })
  const [owner, editor] = [
    await createMember(db, enterpriseId),
    await createMember(db, enterpriseId, 'editor'),
  ]
  return { variant, listing: id, owner, editor }
}

/** A new listing in the reviewers' queue. */
export async function submitDraft(
  services: ListingServices,
  scope: EnterpriseScope,
  draft: ListingDraft = soundDraft(),
): Promise<string> {
  const { id } = await createListing(services, scope, draft)
  const submitted = await submitListing(services, scope, id, 1)
  if (!submitted.ok) throw new Error(JSON.stringify(submitted))
  return id
}

/** As the enterprise sees it now. */
export async function recordOf({ pool }: ListingServices, scope: EnterpriseScope, id: string) {
  const listing = await readListing(sqlOn(pool), scope, id)
  if (!listing) throw new Error('no listing')
  return listing
}
