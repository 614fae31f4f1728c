import { tradeNames } from '../data/enterprise-names.ts'
import { randomFor } from '../random.ts'
import { type Popularity, popularityOf } from './popularity.ts'
import { type ProductPlan, slugOf } from './products.ts'

const names = Object.values(tradeNames).flat()

export type GrownProduct = ProductPlan &
  Popularity & {
    /** The one of the 1,040 that it varies; its picture is shared. */
    originalId: number
    /** Of its title: the trade name, and the seller's way in both languages. */
    name: string
    way: [zh: string, en: string]
  }

/** Makes the products from `first` to `last`; called in order, since variants are numbered as they come. */
export type Growth = (first: number, last: number) => Array<GrownProduct>

/** Variations of the originals: another trade name and lot, a price nearby, a popularity of its own. */
export function growth(originals: ReadonlyArray<ProductPlan>, firstVariant: number): Growth {
  let variant = firstVariant
  return (first, last) =>
    Array.from({ length: last - first + 1 }, (_, index) => {
      const id = first + index
      const grown = vary(originals[id % originals.length] as ProductPlan, id, variant)
      variant += grown.variants.length
      return grown
    })
}

function vary(original: ProductPlan, id: number, firstVariant: number): GrownProduct {
  const random = randomFor(`grown:${id}`)
  const popularity = popularityOf(id)
  const way = random.pick(original.speciality.text.titles)
  const name = random.pick(names)
  const factor = 0.85 + 0.3 * random.next()
  return {
    ...original,
    ...popularity,
    id,
    originalId: original.id,
    slug: `${slugOf(original.speciality.text.nameEn)}-${id}`,
    name,
    way,
    title: `${name} ${way[0]} ${id}号`,
    titleEn: `${way[1]}, lot ${id}`,
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
