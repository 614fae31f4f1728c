import { day, hour } from '#app/kernel/clock.ts'
import { type ReviewText, replyTexts, reviewTexts } from '../data/reviews.ts'
import { type Random, randomFor } from '../random.ts'
import type { GroupPlan } from './orders.ts'
import type { ProductPlan } from './products.ts'

export type ReviewPlan = {
  product: ProductPlan
  orderLineId: string
  shopperId: string
  authorName: string
  rating: number
  body: string
  bodyEn: string
  reply: string | null
  replyEn: string | null
  repliedAt: Date | null
  createdAt: Date
  /** What its photos show, where a photo would be. */
  photos: ReadonlyArray<'hero' | 'pack'>
}

const albums: ReadonlyArray<ReviewPlan['photos']> = [
  ['hero'],
  ['pack'],
  ['hero', 'pack'],
  ['pack', 'hero', 'hero'],
]

/** Only who bought and received reviews; no product has the same sentence twice. */
export function planReviews(groups: ReadonlyArray<GroupPlan>, now: Date): Array<ReviewPlan> {
  const said = new Map<number, Set<ReviewText>>()
  return groups.flatMap(({ shopper, orders }) =>
    orders.flatMap((order) => {
      const deliveredAt = order.parcels[0]?.deliveredAt
      if (!shopper || !deliveredAt || order.status === 'cancelled') return []
      return order.lines.flatMap((line) => {
        const random = randomFor(`review:${line.id}`)
        const createdAt = new Date(
          deliveredAt.getTime() + random.between(1, 9) * day + random.between(0, 40_000) * 1000,
        )
        if (createdAt > now || !random.chance(0.42)) return []
        const spoken = said.get(line.product.id) ?? new Set()
        const text = chooseText(line.product, spoken, line.refundedFen > 0, random)
        if (!text) return []
        said.set(line.product.id, spoken.add(text))
        return [
          {
            product: line.product,
            orderLineId: line.id,
            shopperId: shopper.id,
            authorName: shopper.maskedName,
            rating: text.rating,
            body: text.zh,
            bodyEn: text.en,
            ...chooseReply(text.rating, createdAt, now, random),
            createdAt,
            photos: text.rating >= 4 && random.chance(0.08) ? random.pick(albums) : [],
          },
        ]
      })
    }),
  )
}

function chooseText(
  product: ProductPlan,
  spoken: ReadonlySet<ReviewText>,
  isRefunded: boolean,
  random: Random,
): ReviewText | null {
  const { name, category } = product.speciality
  const bank = [...(reviewTexts[category] ?? []), ...(reviewTexts.any ?? [])]
  const fitting = bank.filter(
    (text) => !spoken.has(text) && (!text.only || text.only.some((part) => name.includes(part))),
  )
  const low = fitting.filter(({ rating }) => rating <= 3)
  const high = fitting.filter(({ rating }) => rating >= 4)
  const pool = isRefunded || random.chance(0.07) ? low : high
  return pool.length > 0 ? random.pick(pool) : null
}

function chooseReply(rating: number, createdAt: Date, now: Date, random: Random) {
  const repliedAt = new Date(createdAt.getTime() + random.between(2, 70) * hour)
  const isAnswered = repliedAt <= now && random.chance(rating <= 3 ? 0.9 : 0.35)
  if (!isAnswered) return { reply: null, replyEn: null, repliedAt: null }
  const reply = random.pick(replyTexts[rating >= 4 ? 'good' : rating === 3 ? 'fair' : 'poor'])
  return { reply: reply.zh, replyEn: reply.en, repliedAt }
}
