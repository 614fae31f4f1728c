import {
  type ExhibitionWindow,
  isDuring,
  isOnDays,
  type LivestreamWindow,
  type Origin,
} from './attribution.ts'

/** What is known of an order of a platform that was paid. */
export type PlatformSale = {
  paidAt: Date
  isLive: boolean
  hostAccount: string | null
  enterpriseId: number
  productId: number
  /** The fair that was named when its export was uploaded. */
  namedFair: number | null
}
export type PlatformFair = ExhibitionWindow & { isDemonstration: boolean; exhibitors: ReadonlyArray<number> }
export type PlatformLivestream = LivestreamWindow & {
  hostAccount: string | null
  enterprises: ReadonlyArray<number>
  products: ReadonlyArray<number>
}
export type PlatformWindows = {
  exhibitions: ReadonlyArray<PlatformFair>
  livestreams: ReadonlyArray<PlatformLivestream>
}

/**
 * The rule of attribution.ts where nobody followed a link of ours:
 * 1. Sold in a livestream, an order belongs to one of its host's account whose hours (and grace) it was paid in and which
 *    sells its goods, or its enterprise's, or says of nobody whose it sells; of several to the nearest in that order, then
 *    to the one that began last. An order without an account was sold by a shop's own, and so are its livestreams.
 * 2. It belongs to that livestream's fair, when it was paid on the fair's days and its enterprise has a booth there or is
 *    one of the livestream's.
 * 3. Else it belongs to the fair on whose days it was paid and where its enterprise has a booth. Of several it is nobody's:
 *    a person says at the upload which (no other is thought of then). Demonstrations count where there is no real fair.
 */
export function platformOriginOf(sale: PlatformSale, { exhibitions, livestreams }: PlatformWindows): Origin {
  const livestream = livestreamOf(sale, livestreams)
  const named = exhibitions.filter(({ id }) => sale.namedFair === null || id === sale.namedFair)
  const isOfLivestream = livestream !== null && nearness(livestream, sale) > 0
  const own = named.find(
    (fair) =>
      fair.id === livestream?.exhibitionId &&
      isOnDays(fair, sale.paidAt) &&
      (isOfLivestream || fair.exhibitors.includes(sale.enterpriseId)),
  )
  const fairs = fairsThatTake(sale.paidAt, sale.enterpriseId, named)
  const exhibition = own ?? (fairs.length === 1 ? fairs[0] : undefined)
  return { exhibitionId: exhibition?.id ?? null, livestreamId: livestream?.id ?? null }
}

/** @param enterpriseId null where nobody has said yet whose it is */
export function fairsThatTake(
  paidAt: Date,
  enterpriseId: number | null,
  exhibitions: ReadonlyArray<PlatformFair>,
): Array<PlatformFair> {
  const taking = exhibitions.filter(
    (fair) => isOnDays(fair, paidAt) && (enterpriseId === null || fair.exhibitors.includes(enterpriseId)),
  )
  const real = taking.filter(({ isDemonstration }) => !isDemonstration)
  return real.length > 0 ? real : taking
}

function livestreamOf(
  sale: PlatformSale,
  livestreams: ReadonlyArray<PlatformLivestream>,
): PlatformLivestream | null {
  const [best] = livestreams
    .filter((each) => sale.isLive && each.hostAccount === sale.hostAccount && isDuring(each, sale.paidAt))
    .filter((each) => nearness(each, sale) >= 0)
    .sort(
      (one, other) =>
        nearness(other, sale) - nearness(one, sale) || other.startsAt.getTime() - one.startsAt.getTime(),
    )
  return best ?? null
}

/** Negative for one that sells what others make. */
function nearness({ products, enterprises }: PlatformLivestream, sale: PlatformSale): number {
  if (products.includes(sale.productId)) return 2
  if (enterprises.includes(sale.enterpriseId)) return 1
  return products.length + enterprises.length === 0 ? 0 : -1
}
