import type { Clock } from '#app/kernel/clock.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { type Fen, fen } from '#app/kernel/money.ts'
import type { Database } from '#app/platform/db.server.ts'
import type { SignedInScope } from './scope.ts'

export type FavouriteView = {
  slug: string
  title: string
  pictureKey: string | null
  divisionCode: string
  divisionName: string
  minPrice: Fen
  isInStock: boolean
  /** False once it was taken down: it stays in the list, and says so. */
  isOnSale: boolean
}

/** The newest 200; whoever likes more than that searches better. */
export async function listFavourites(
  db: Database,
  scope: SignedInScope,
  locale: Locale,
): Promise<Array<FavouriteView>> {
  const rows = await db.favourite.findMany({
    where: { shopperId: scope.shopperId },
    orderBy: { createdAt: 'desc' },
    take: 200,
    include: { product: { include: { division: { select: { shortName: true, nameEn: true } } } } },
  })
  return rows.map(({ product }) => ({
    slug: product.slug,
    title: inLocale(locale, product.title, product.titleEn),
    pictureKey: product.pictureKey,
    divisionCode: product.divisionCode,
    divisionName: inLocale(locale, product.division.shortName, product.division.nameEn),
    minPrice: fen(product.minPriceFen),
    isInStock: product.isInStock,
    isOnSale: product.status === 'published',
  }))
}

/** False when there is no such product. Twice, also at once, is once. */
export async function addFavourite(
  { db, clock }: { db: Database; clock: Clock },
  scope: SignedInScope,
  slug: string,
): Promise<boolean> {
  const product = await db.product.findUnique({ where: { slug }, select: { id: true } })
  if (!product) return false
  const favourite = { shopperId: scope.shopperId, productId: product.id, createdAt: clock.now() }
  await db.favourite.createMany({ data: [favourite], skipDuplicates: true })
  return true
}

export async function removeFavourite(db: Database, scope: SignedInScope, slug: string): Promise<void> {
  await db.favourite.deleteMany({ where: { shopperId: scope.shopperId, product: { slug } } })
}
