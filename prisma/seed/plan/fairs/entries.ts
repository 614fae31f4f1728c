import { day, hour, minute } from '#app/kernel/clock.ts'
import { districts, divisionTexts } from '../../data/divisions.ts'
import { type Random, randomFor } from '../../random.ts'
import { openMarket } from '../market.ts'
import type { ProductPlan } from '../products.ts'
import { pickWeighted } from '../weights.ts'
import type { ContractPlan, EntryPlan, LivestreamPlan } from './fair-plan.ts'

type Stall = {
  exhibitionId: number
  startsAt: Date
  /** How busy each day is, against the others. */
  days: ReadonlyArray<number>
  count: number
  /** Booths that have not yet closed their last day are only claimed: every so many enterprises. */
  unclosed: number
}

/** Visitors come after ten, eat at noon, and leave from four on; the doors are open from nine to half past five. */
const boothHours = [0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 12, 15, 9, 9, 14, 16, 12, 4]
const onlineHours = [1, 0, 0, 0, 0, 1, 2, 4, 6, 7, 8, 9, 10, 8, 7, 7, 7, 8, 9, 11, 13, 13, 9, 4]
const closingHour = 18

/** Sales at the booths, most of a piece or two, some of a canteen's cases. */
export function planBoothSales(products: ReadonlyArray<ProductPlan>, stall: Stall): Array<EntryPlan> {
  const market = openMarket(products)
  const { exhibitionId, startsAt, days, unclosed } = stall
  return Array.from({ length: stall.count }, (_, index) => {
    const random = randomFor(`booth:${exhibitionId}:${index}`)
    const at = pickWeighted(days, random)
    const today = startsAt.getTime() + at * day
    const goods = takeGoods(market(random), random, boothQuantity(random))
    const isOpen = at === days.length - 1 && goods.enterprise.id % unclosed === 0
    return {
      ...goods,
      exhibitionId,
      channel: 'onsite',
      districtCode: random.chance(0.4) ? districtFor(goods.enterprise.divisionCode, random) : null,
      livestreamId: null,
      contractId: null,
      tender: random.pick(['wechat', 'wechat', 'wechat', 'alipay', 'alipay', 'cash', 'card'] as const),
      occurredAt: momentOf(today, boothHours, random),
      ref: `demonstration:${exhibitionId}:onsite:${index}`,
      verifiedAt: isOpen ? null : new Date(today + closingHour * hour + (goods.enterprise.id % 60) * minute),
    }
  })
}

/** Orders of the sessions that are over, as the platform exports them on the next morning. */
export function planLivestreamSales(
  livestreams: ReadonlyArray<LivestreamPlan>,
  { exhibitionId, count, now }: { exhibitionId: number; count: number; now: Date },
): Array<EntryPlan> {
  const past = livestreams.filter(({ endsAt }) => endsAt < now)
  return Array.from({ length: past.length === 0 ? 0 : count }, (_, index) => {
    const random = randomFor(`live:${exhibitionId}:${index}`)
    const session = random.pick(past)
    const goods = takeGoods(random.pick(session.products), random, smallQuantity(random))
    const length = session.endsAt.getTime() - session.startsAt.getTime()
    const occurredAt = new Date(session.startsAt.getTime() + Math.floor(length * Math.sqrt(random.next())))
    return {
      ...goods,
      exhibitionId,
      channel: 'livestream',
      districtCode: random.chance(0.35) ? random.pick(districts).code : null,
      livestreamId: session.id,
      contractId: null,
      tender: null,
      occurredAt,
      ref: `demonstration:${exhibitionId}:livestream:${index}`,
      verifiedAt: new Date(session.endsAt.getTime() + hour),
    }
  })
}

/** Paid on the online platform; of the fair that is on, the shop's own orders are there instead. */
export function planOnlineSales(
  products: ReadonlyArray<ProductPlan>,
  { exhibitionId, startsAt, days, count }: Omit<Stall, 'unclosed'>,
): Array<EntryPlan> {
  const market = openMarket(products)
  return Array.from({ length: count }, (_, index) => {
    const random = randomFor(`online:${exhibitionId}:${index}`)
    const goods = takeGoods(market(random), random, smallQuantity(random))
    const today = startsAt.getTime() + pickWeighted(days, random) * day
    const occurredAt = momentOf(today, onlineHours, random)
    return {
      ...goods,
      exhibitionId,
      channel: 'online',
      districtCode: districtFor(goods.enterprise.divisionCode, random),
      livestreamId: null,
      contractId: null,
      tender: null,
      occurredAt,
      ref: `demonstration:${exhibitionId}:online:${index}`,
      verifiedAt: occurredAt,
    }
  })
}

/** Purchases and framework agreements are signed; 意向 and 投资 never enter the ledger. */
export function planContractEntries(contracts: ReadonlyArray<ContractPlan>): Array<EntryPlan> {
  const signed = contracts.filter(({ kind }) => kind === 'purchase' || kind === 'framework')
  return signed.map(({ id, exhibitionId, enterprise, amountFen, districtCode, signedAt, isVerified }) => ({
    exhibitionId,
    channel: 'contract',
    enterprise,
    goods: null,
    quantity: 0,
    amountFen,
    districtCode,
    livestreamId: null,
    contractId: id,
    tender: null,
    occurredAt: signedAt,
    ref: `contract:${id}`,
    verifiedAt: isVerified ? new Date(signedAt.getTime() + 2 * hour) : null,
  }))
}

/** A piece or two, presents for the office, a canteen's cases. */
function boothQuantity(random: Random): number {
  const wish = random.next()
  if (wish < 0.7) return random.pick([1, 1, 2, 2, 3])
  return wish < 0.92 ? random.between(5, 20) : random.between(40, 200)
}

function smallQuantity(random: Random): number {
  return random.chance(0.06) ? random.between(8, 30) : random.pick([1, 1, 2, 2, 3, 4])
}

function takeGoods(product: ProductPlan, random: Random, quantity: number) {
  const variant = random.pick(product.variants)
  const goods = { product, variant }
  return { enterprise: product.enterprise, goods, quantity, amountFen: variant.priceFen * quantity }
}

/** The pair buys more than others. */
function districtFor(divisionCode: string, random: Random): string {
  const pair = divisionTexts.find(({ code }) => code === divisionCode)?.pairCode
  return pair && random.chance(0.45) ? pair : random.pick(districts).code
}

function momentOf(startOfDay: number, hours: ReadonlyArray<number>, random: Random): Date {
  return new Date(startOfDay + pickWeighted(hours, random) * hour + random.between(0, 3_599) * 1000)
}
