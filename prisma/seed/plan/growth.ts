import { tradeNames } from '../data/enterprise-names.ts'
import { randomFor } from '../random.ts'
import { type ProductPlan, slugOf } from './products.ts'

const names = Object.values(tradeNames).flat()

export type GrownProduct = ProductPlan & {
  /** The one of the 1,040 that it varies; its picture is shared. */
  originalId: number
  salesCount: number
  ratingSum: number
  ratingCount: number
  score: number
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
  const ways = original.speciality.text.titles
  const [zh, en] = random.pick(ways)
  const name = random.pick(names)
  const ratingCount = Math.floor(20 * random.next() ** 6)
  const salesCount = Math.floor(3_000 * random.next() ** 12) + ratingCount
  const chosen = original.variants.slice(0, random.chance(0.7) ? 1 : 2)
  const factor = 0.85 + 0.3 * random.next()
  return {
    ...original,
    id,
    originalId: original.id,
    slug: `${slugOf(original.speciality.text.nameEn)}-${id}`,
    title: `${name} ${zh} ${id}号`,
    titleEn: `${en}, lot ${id}`,
    publishedAt: new Date(original.publishedAt.getTime() - (id % 86_400) * 1000),
    variants: chosen.map((variant, position) => ({
      ...variant,
      id: firstVariant + position,
      sku: `G${id}-${position + 1}`,
      priceFen: Math.max(100, Math.round((variant.priceFen * factor) / 10) * 10),
      wasPriceFen: null,
      reducedAt: null,
      free: random.chance(0.04) ? 0 : random.between(5, 900),
    })),
    batch: null,
    salesCount,
    ratingCount,
    ratingSum: Math.round(ratingCount * (3.8 + 1.1 * random.next())),
    score: Math.round(Math.log(1 + salesCount) * 700 + 400 * random.next()),
  }
}
