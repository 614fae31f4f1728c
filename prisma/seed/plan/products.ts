import { day, shanghaiMonth } from '#app/kernel/clock.ts'
import { type Phrase, sellingPoints } from '../data/listing-texts.ts'
import { type Random, randomFor } from '../random.ts'
import { themeOfCategory } from './allotment.ts'
import type { EnterprisePlan } from './enterprises.ts'
import { type BatchPlan, planBatch, planCertificates, planGiAuthorisation } from './papers.ts'
import { planPrices } from './prices.ts'
import type { Speciality } from './specialities.ts'
import { planVariants, type VariantPlan } from './variants.ts'

export type ProductPlan = {
  id: number
  slug: string
  enterprise: EnterprisePlan
  speciality: Speciality
  /** Which of the speciality's sellers this is, from 0. */
  seller: number
  title: string
  titleEn: string
  subtitle: string
  subtitleEn: string
  description: string
  descriptionEn: string
  giAuthorisation: string | null
  certificates: Array<string>
  dispatchHours: number
  publishedAt: Date
  variants: Array<VariantPlan>
  batch: BatchPlan | null
  /** Relative demand, for orders. */
  demand: number
}

/** Every enterprise's shelf: each speciality in the seller's own words, packs and prices. */
export function planProducts(enterprises: ReadonlyArray<EnterprisePlan>, now: Date): Array<ProductPlan> {
  const sellersOf = new Map<string, Array<EnterprisePlan>>()
  for (const enterprise of enterprises) {
    for (const { id } of enterprise.specialities)
      sellersOf.set(id, [...(sellersOf.get(id) ?? []), enterprise])
  }
  const prices = planPrices(sellersOf, enterprises)
  let nextVariant = 1
  let nextProduct = 1
  return enterprises.flatMap((enterprise) =>
    enterprise.specialities.map((speciality) => {
      const seller = (sellersOf.get(speciality.id) ?? []).indexOf(enterprise)
      const id = nextProduct
      nextProduct += 1
      const variants = planVariants(speciality, enterprise, seller, prices, nextVariant, now)
      nextVariant += variants.length
      return planProduct(id, enterprise, speciality, seller, variants, now)
    }),
  )
}

function planProduct(
  id: number,
  enterprise: EnterprisePlan,
  speciality: Speciality,
  seller: number,
  variants: Array<VariantPlan>,
  now: Date,
): ProductPlan {
  const random = randomFor(`product:${speciality.id}:${enterprise.tradeName}`)
  const point = random.pick(pointsOf(speciality.category))
  const place = speciality.town ?? enterprise.town
  const ageDays = random.between(3, 700)
  const giAuthorisation = planGiAuthorisation(speciality, enterprise, random)
  return {
    id,
    slug: `${slugOf(speciality.text.nameEn)}-${enterprise.slug}`,
    enterprise,
    speciality,
    seller,
    ...titleOf(speciality, enterprise, seller),
    subtitle: `${place} · ${point.zh}`,
    subtitleEn: point.en,
    ...composeDescription(speciality, enterprise),
    giAuthorisation,
    certificates: planCertificates(speciality, giAuthorisation !== null, random),
    dispatchHours:
      speciality.returnRule === 'excluded-custom'
        ? 168
        : random.pick(speciality.storage === 'ambient' ? [24, 48, 48, 72] : [24, 48]),
    publishedAt: new Date(now.getTime() - ageDays * day - random.between(0, 86_399) * 1000),
    variants,
    batch: planBatch(id, speciality, enterprise, random, now),
    demand: demandOf(speciality, random, now),
  }
}

/** The seller's own way of naming it; when the ways run out, the trade name goes before. */
function titleOf(speciality: Speciality, enterprise: EnterprisePlan, seller: number) {
  const ways = speciality.text.titles
  const [zh, en] = ways[seller % ways.length] ?? [speciality.name, speciality.text.nameEn]
  if (seller < ways.length) return { title: zh, titleEn: en }
  return { title: `${enterprise.tradeName} ${zh}`, titleEn: `${enterprise.tradeNameEn} ${en}` }
}

function pointsOf(category: string): Array<Phrase> {
  return sellingPoints[themeOfCategory(category)].filter(({ only }) => !only || only.includes(category))
}

/** What it is, then who makes it and how. */
function composeDescription(speciality: Speciality, enterprise: EnterprisePlan) {
  const [, work, promise] = enterprise.storyParts
  return {
    description: `${speciality.text.zh}\n${enterprise.name}在${enterprise.town}：${work?.zh ?? ''}${promise?.zh ?? ''}`,
    descriptionEn: `${speciality.text.en}\n${enterprise.nameEn}: ${work?.en ?? ''} ${promise?.en ?? ''}`,
  }
}

export function slugOf(english: string): string {
  return english
    .toLowerCase()
    .replace(/’s/g, 's')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** How much more than others a kind of goods is asked for; 1 where nothing is said. */
const categoryDemand: Readonly<Record<string, number>> = {
  grain: 1.8,
  meat: 1.6,
  snack: 1.2,
  craft: 0.5,
  herb: 0.35,
}

/** A few goods sell much, most a little; dear ones and those out of season now sell less, well-known ones more. */
function demandOf({ season, specs, giName, category }: Speciality, random: Random, now: Date): number {
  const isInSeason = season.length === 0 || season.includes(shanghaiMonth(now))
  const price = specs[0]?.minYuan ?? 50
  const luck = 0.15 + 0.25 / (0.06 + random.next())
  return (
    (isInSeason ? 1 : 0.15) * (20 / (20 + price)) * luck * (giName ? 2 : 1) * (categoryDemand[category] ?? 1)
  )
}
