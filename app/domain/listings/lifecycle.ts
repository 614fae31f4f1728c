import { after, day } from '#app/kernel/clock.ts'

/**
 * draft → submitted → accepted, or returned and submitted again. A change of what is published begins as a draft, too.
 * What shoppers see is the product, which has a state of its own: it stays on sale while a change waits.
 */
const listingStatuses = ['draft', 'submitted', 'returned', 'accepted'] as const
export type ListingStatus = (typeof listingStatuses)[number]

type Stand = { status: ListingStatus; publishAt: Date | null }

/** What waits for a reviewer, or was accepted for a later day, is not changed under their hands: it is withdrawn first. */
export function isEditable({ status, publishAt }: Stand): boolean {
  return status !== 'submitted' && publishAt === null
}

export function readListingStatus(column: string): ListingStatus {
  return listingStatuses.find((status) => status === column) ?? 'draft'
}

/** Who has not brought goods back a month after their papers ended does not mean to: they stand in no list of things to do. */
export function lapsedSince(now: Date): Date {
  return after(now, -30 * day)
}

/** Whether the product of a listing is on sale, was, or has never been. */
export type Shelf = 'on-sale' | 'taken-down' | 'unpublished'

/** What is withheld with its suspended enterprise is not on sale, either. */
export function shelfOf(productStatus: string | null): Shelf {
  if (productStatus === 'published') return 'on-sale'
  return productStatus === null || productStatus === 'draft' ? 'unpublished' : 'taken-down'
}
