import { day } from '#app/kernel/clock.ts'
import { variantLabelEn } from '../data/variant-labels.ts'
import { randomFor } from '../random.ts'
import type { EnterprisePlan } from './enterprises.ts'
import type { Prices } from './prices.ts'
import type { Speciality } from './specialities.ts'

export type VariantPlan = {
  id: number
  sku: string
  label: string
  labelEn: string
  priceFen: number
  /** What it cost before `reducedAt`; part of the price history. */
  wasPriceFen: number | null
  reducedAt: Date | null
  netGrams: number | null
  minQuantity: number
  maxPerPerson: number | null
  /** Left after all past orders. */
  free: number
}

type Pack = { label: string; grams: number | null; priceFen: number }
type Availability = 'plenty' | 'low' | 'out'

export function planVariants(
  speciality: Speciality,
  enterprise: EnterprisePlan,
  seller: number,
  prices: Prices,
  firstId: number,
  now: Date,
): Array<VariantPlan> {
  const random = randomFor(`variants:${speciality.id}:${enterprise.tradeName}`)
  const packs = choosePacks(speciality, seller, prices, random)
  const roll = random.next()
  const availability: Availability = roll < 0.03 ? 'out' : roll < 0.1 ? 'low' : 'plenty'
  const isReduced = random.chance(0.14)
  return packs.map((pack, position) => {
    const minQuantity = pack.priceFen < 1500 && random.chance(0.2) ? 2 : 1
    const reduced =
      isReduced && position === 0
        ? reduction(pack.priceFen, random, now)
        : { wasPriceFen: null, reducedAt: null }
    return {
      id: firstId + position,
      sku: `${speciality.id}-${String(enterprise.id).padStart(3, '0')}-${position + 1}`,
      label: pack.label,
      labelEn: variantLabelEn(pack.label),
      priceFen: pack.priceFen,
      ...reduced,
      netGrams: pack.grams,
      minQuantity,
      maxPerPerson: limitOf(pack.priceFen, reduced.wasPriceFen !== null, random),
      free: freeOf(availability, position, pack.priceFen, random),
    }
  })
}

/** All, or one or two, of the usual packs; some sellers tie two of a plain pack together. */
function choosePacks(
  speciality: Speciality,
  seller: number,
  prices: Prices,
  random: ReturnType<typeof randomFor>,
): Array<Pack> {
  const all = speciality.specs.map((pack) => ({
    label: pack.label,
    grams: pack.grams,
    priceFen: prices(speciality, pack, seller),
  }))
  const roll = random.next()
  const chosen =
    all.length > 1 && roll < 0.12 ? all.slice(0, -1) : all.length > 1 && roll < 0.22 ? all.slice(1) : all
  const plain = chosen.find(({ label }) => /^\d+(\.\d+)?(g|kg|ml|斤)$/.test(label))
  const double = plain && `${plain.label}×2`
  if (plain && double && random.chance(0.3) && !all.some(({ label }) => label === double)) {
    const priceFen = Math.round((plain.priceFen * 2 * 0.96) / 10) * 10
    return [...chosen, { label: double, grams: plain.grams && plain.grams * 2, priceFen }]
  }
  return chosen
}

/** An earlier price that was really asked, 8% to 20% above, until some day of the last two months. */
function reduction(priceFen: number, random: ReturnType<typeof randomFor>, now: Date) {
  const wasPriceFen = Math.round((priceFen * (1.08 + 0.12 * random.next())) / 10) * 10
  return { wasPriceFen, reducedAt: new Date(now.getTime() - random.between(3, 60) * day) }
}

function limitOf(priceFen: number, isReduced: boolean, random: ReturnType<typeof randomFor>): number | null {
  if (isReduced && random.chance(0.4)) return random.pick([4, 5, 6])
  return priceFen > 30_000 && random.chance(0.2) ? random.pick([2, 3]) : null
}

function freeOf(
  availability: Availability,
  position: number,
  priceFen: number,
  random: ReturnType<typeof randomFor>,
): number {
  if (availability === 'out') return 0
  if (availability === 'low' && position === 0) return random.between(2, 9)
  const most = priceFen > 100_000 ? 24 : priceFen > 20_000 ? 160 : 900
  return random.between(Math.ceil(most / 6), most)
}
