import { randomFor } from '../random.ts'
import type { EnterprisePlan } from './enterprises.ts'
import type { PackSize, Speciality } from './specialities.ts'

/** Price in fen of a speciality's pack at one seller. */
export type Prices = (speciality: Speciality, pack: PackSize, seller: number) => number

/**
 * Within the speciality's range, and never the same at two sellers: the range is cut into one slot a seller
 * and each takes a price of its own slot.
 */
export function planPrices(
  sellersOf: ReadonlyMap<string, ReadonlyArray<EnterprisePlan>>,
  enterprises: ReadonlyArray<EnterprisePlan>,
): Prices {
  const planned = new Map<string, Array<number>>()
  const specialities = new Map(
    enterprises.flatMap((each) => each.specialities).map((each) => [each.id, each]),
  )
  for (const speciality of specialities.values()) {
    const sellers = sellersOf.get(speciality.id)?.length ?? 1
    const order = randomFor(`rank:${speciality.id}`).shuffle(
      Array.from({ length: sellers }, (_, index) => index),
    )
    for (const pack of speciality.specs) {
      planned.set(
        `${speciality.id}/${pack.label}`,
        order.map((rank) => priceInSlot(speciality.id, pack, rank, sellers)),
      )
    }
  }
  return (speciality, pack, seller) => {
    const price = planned.get(`${speciality.id}/${pack.label}`)?.[seller]
    if (!price) throw new Error(`no price for ${speciality.id} ${pack.label}`)
    return price
  }
}

function priceInSlot(id: string, pack: PackSize, rank: number, sellers: number): number {
  const width = ((pack.maxYuan - pack.minYuan) * 100) / sellers
  const low = pack.minYuan * 100 + width * rank
  const at = low + width * (0.15 + 0.7 * randomFor(`price:${id}:${pack.label}:${rank}`).next())
  const candidates = [
    Math.round(at / 1000) * 1000 - 100,
    Math.round(at / 100) * 100 - 10,
    Math.round(at / 100) * 100 - 20,
    Math.round(at / 100) * 100,
    Math.round(at / 10) * 10,
  ]
  return candidates.find((price) => price >= low && price < low + width) ?? Math.round(at)
}
