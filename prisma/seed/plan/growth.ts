import { tradeNames } from '../data/enterprise-names.ts'
import { randomFor } from '../random.ts'
import { type Popularity, popularityOf } from './popularity.ts'
import { type ProductPlan, slugOf } from './products.ts'

const names = Object.values(tradeNames).flat()

export type GrownProduct = ProductPlan &
  Popularity & {
    /** The one of the 1,040 that it varies; its picture is shared. */
    originalId: number
  }

/** Makes the products from `first` to `last`; called in order, since variants are numbered as they come. */
export type Growth = (first: number, last: number) => Array<GrownProduct>

/** Variations of the originals: another trade name and lot, a price nearby, a popularity of its own. */
export function growth(
  originals: ReadonlyArray<ProductPlan>,
  from: number,
  total: number,
  firstVariant: number,
): Growth {
  let variant = firstVariant
  const isAsked = (id: number) => id >= from && id <= total
  return (first, last) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index)
      .filter(isAsked)
      .map((id) => {
        const original = originals[id % originals.length] as ProductPlan
        const grown = vary(original, id, variant)
        variant += grown.variants.length
        return grown
      })
}

function vary(original: ProductPlan, id: number, firstVariant: number): GrownProduct {
  const random = randomFor(`grown:${id}`)
  const popularity = popularityOf(id)
  const [zh, en] = random.pick(original.speciality.text.titles)
  const factor = 0.85 + 0.3 * random.next()
  return {
    ...original,
    ...popularity,
    id,
    originalId: original.id,
    slug: `${slugOf(original.speciality.text.nameEn)}-${id}`,
    title: `${random.pick(names)} ${zh} ${id}号`,
    titleEn: `${en}, lot ${id}`,
    publishedAt: new Date(original.publishedAt.getTime() - (id % 86_400) * 1000),
    variants: original.variants.slice(0, random.chance(0.7) ? 1 : 2).map((variant, position) => ({
      ...variant,
      id: firstVariant + position,
      sku: `G${id}-${position + 1}`,
      priceFen: Math.max(100, Math.round((variant.priceFen * factor) / 10) * 10),
      wasPriceFen: null,
      reducedAt: null,
      free: popularity.isInStock ? random.between(5, 900) : 0,
    })),
    batch: null,
  }
}
