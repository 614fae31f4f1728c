import { day, hour, minute, shanghaiDay, startOfShanghaiDay } from '#app/kernel/clock.ts'
import { type Random, randomFor, uuidFor } from '../random.ts'
import { type Market, openMarket } from './market.ts'
import { codeFor, type OrderPlan, planOrder, tokenFor } from './order-parts.ts'
import type { ProductPlan } from './products.ts'
import { type Place, planPlace, type ShopperPlan } from './shoppers.ts'

export type GroupPlan = {
  id: string
  number: string
  token: string
  idempotencyKey: string
  shopper: ShopperPlan | null
  recipient: string
  phone: string
  place: Place
  status: 'paid' | 'refunded' | 'expired'
  method: 'card' | 'alipay' | 'wechat_pay'
  placedAt: Date
  paidAt: Date | null
  isAtFair: boolean
  itemsFen: number
  shippingFen: number
  totalFen: number
  refundedFen: number
  orders: Array<OrderPlan>
}

/** End of the hold, as HOLD_MINUTES has it. */
export function expiryOf({ placedAt }: Pick<GroupPlan, 'placedAt'>): Date {
  return new Date(placedAt.getTime() + 41 * minute)
}

export type Period = { now: Date; fairFrom: Date }

/** Orders of the last ninety days, more of them lately and while the fair is on. */
export function planOrders(
  count: number,
  products: ReadonlyArray<ProductPlan>,
  shoppers: ReadonlyArray<ShopperPlan>,
  period: Period,
): Array<GroupPlan> {
  const market = openMarket(products)
  return Array.from({ length: count }, (_, index) => {
    const random = randomFor(`order:${index}`)
    // The first two shoppers are the demonstration accounts: six orders each.
    const isGuest = index >= 12 && random.chance(0.25)
    const shopper = index < 12 ? shoppers[index % 2] : isGuest ? undefined : random.pick(shoppers)
    return planGroup(index, random, market, shopper ?? null, period)
  })
}

function planGroup(
  index: number,
  random: Random,
  market: Market,
  shopper: ShopperPlan | null,
  { now, fairFrom }: Period,
): GroupPlan {
  const id = uuidFor(`group:${index}`)
  const ageDays = index < 12 ? 4 + index * 6 : 90 * random.next() ** (random.chance(0.2) ? 3 : 1.25) + 0.1
  const placedAt = inWakingHours(new Date(now.getTime() - ageDays * day), random)
  const isExpired = index >= 12 && random.chance(0.02)
  const paidAt = isExpired ? null : new Date(placedAt.getTime() + random.between(20, 400) * 1000)
  const chosen = chooseProducts(random, market, placedAt)
  const number = `CF${shanghaiDay(placedAt).replaceAll('-', '')}${codeFor(random, 8)}`
  const orders = chosen.map((goods, at) =>
    planOrder(`${id}:${at}`, `${number}-${at + 1}`, goods, { placedAt, paidAt, now }, random),
  )
  const sum = (of: (order: OrderPlan) => number) => orders.reduce((total, order) => total + of(order), 0)
  const totalFen = sum((order) => order.totalFen)
  const refundedFen = sum((order) => order.refundedFen)
  return {
    id,
    number,
    token: tokenFor(`token:${index}`),
    idempotencyKey: `demonstration-${index}`,
    shopper,
    recipient: shopper?.name ?? '演示顾客',
    phone: shopper?.phone ?? String(13_800_100_000 + index),
    place: shopper?.place ?? planPlace(random),
    status: isExpired ? 'expired' : refundedFen === totalFen ? 'refunded' : 'paid',
    method: random.pick(['wechat_pay', 'wechat_pay', 'wechat_pay', 'alipay', 'alipay', 'card']),
    placedAt,
    paidAt,
    isAtFair: placedAt >= fairFrom && random.chance(0.7),
    itemsFen: sum(({ itemsFen }) => itemsFen),
    shippingFen: sum(({ shippingFen }) => shippingFen),
    totalFen,
    refundedFen,
    orders,
  }
}

/** One to three enterprises, one to three kinds of goods of each, among those already on sale at the time. */
function chooseProducts(random: Random, market: Market, placedAt: Date): Array<Array<ProductPlan>> {
  const byEnterprise = new Map<number, Map<number, ProductPlan>>()
  const enterprises = random.pick([1, 1, 2, 2, 3])
  while (byEnterprise.size < enterprises) {
    const product = market(random)
    if (product.publishedAt < placedAt)
      byEnterprise.set(product.enterprise.id, new Map([[product.id, product]]))
  }
  const more = random.pick([0, 1, 1, 2, 3, 4])
  for (let step = 0; step < more * 4; step += 1) {
    const product = market(random)
    const shelf = byEnterprise.get(product.enterprise.id)
    if (shelf && shelf.size < 3 && product.publishedAt < placedAt) shelf.set(product.id, product)
  }
  return [...byEnterprise.values()].map((shelf) => [...shelf.values()])
}

function inWakingHours(instant: Date, random: Random): Date {
  const startOfDay = startOfShanghaiDay(instant).getTime()
  const atHour = random.pick([8, 9, 10, 10, 11, 12, 12, 13, 15, 16, 18, 19, 20, 20, 21, 21, 22])
  const moment = startOfDay + atHour * hour + random.between(0, 3_599) * 1000
  return new Date(Math.min(moment, instant.getTime()))
}
