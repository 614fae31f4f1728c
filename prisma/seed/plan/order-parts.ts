import { createHash } from 'node:crypto'
import { day, hour } from '#app/kernel/clock.ts'
import { type Random, uuidFor } from '../random.ts'
import type { EnterprisePlan } from './enterprises.ts'
import type { ProductPlan } from './products.ts'
import type { Storage } from './specialities.ts'
import type { VariantPlan } from './variants.ts'

export type LinePlan = {
  id: string
  product: ProductPlan
  variant: VariantPlan
  priceFen: number
  quantity: number
  amountFen: number
  refundedQuantity: number
  refundedFen: number
}

type ParcelPlan = {
  id: string
  storage: Storage
  shippingFen: number
  courier: string | null
  trackingNumber: string | null
  shippedAt: Date | null
  deliveredAt: Date | null
}

type OrderStatus = 'to-ship' | 'partly-shipped' | 'shipped' | 'completed' | 'refunded' | 'cancelled'

export type OrderPlan = {
  id: string
  number: string
  enterprise: EnterprisePlan
  status: OrderStatus
  completedAt: Date | null
  itemsFen: number
  shippingFen: number
  totalFen: number
  refundedFen: number
  lines: Array<LinePlan>
  parcels: Array<ParcelPlan>
}

export type Moments = { placedAt: Date; paidAt: Date | null; now: Date }

export function planOrder(
  key: string,
  number: string,
  products: ReadonlyArray<ProductPlan>,
  moments: Moments,
  random: Random,
): OrderPlan {
  const enterprise = (products[0] as ProductPlan).enterprise
  const lines = products.map((product) => planLine(`${key}:${product.id}`, product, moments, random))
  const parcels = planParcels(key, enterprise, lines, moments, random)
  const deliveredAt = parcels.every((parcel) => parcel.deliveredAt) ? parcels[0]?.deliveredAt : null
  const completedAt =
    deliveredAt && deliveredAt.getTime() + 7 * day < moments.now.getTime()
      ? new Date(deliveredAt.getTime() + 7 * day)
      : null
  if (completedAt && random.chance(0.025)) refund(lines[0])
  const itemsFen = total(lines, ({ amountFen }) => amountFen)
  const shippingFen = total(parcels, (parcel) => parcel.shippingFen)
  const refundedFen = total(lines, (line) => line.refundedFen)
  return {
    id: uuidFor(`order:${key}`),
    number,
    enterprise,
    status: statusOf(moments, parcels, completedAt, refundedFen === itemsFen + shippingFen),
    completedAt,
    itemsFen,
    shippingFen,
    totalFen: itemsFen + shippingFen,
    refundedFen,
    lines,
    parcels,
  }
}

function statusOf(
  { paidAt }: Moments,
  parcels: ReadonlyArray<ParcelPlan>,
  completedAt: Date | null,
  isRefunded: boolean,
): OrderStatus {
  if (!paidAt) return 'cancelled'
  if (isRefunded) return 'refunded'
  if (completedAt) return 'completed'
  if (parcels.every(({ shippedAt }) => shippedAt)) return 'shipped'
  return parcels.some(({ shippedAt }) => shippedAt) ? 'partly-shipped' : 'to-ship'
}

/** At the price of the day: before a reduction, what it was reduced from. */
function planLine(key: string, product: ProductPlan, { placedAt }: Moments, random: Random): LinePlan {
  const variant = random.pick(product.variants)
  const isBefore = variant.reducedAt !== null && placedAt < variant.reducedAt
  const priceFen = isBefore && variant.wasPriceFen ? variant.wasPriceFen : variant.priceFen
  const wanted = priceFen > 30_000 ? 1 : random.pick([1, 1, 1, 1, 2, 2, 3])
  const quantity = Math.min(Math.max(wanted, variant.minQuantity), variant.maxPerPerson ?? 99)
  return {
    id: uuidFor(`line:${key}`),
    product,
    variant,
    priceFen,
    quantity,
    amountFen: priceFen * quantity,
    refundedQuantity: 0,
    refundedFen: 0,
  }
}

/** Goods that came spoilt: the whole line is paid back. */
function refund(line: LinePlan | undefined): void {
  if (!line) return
  line.refundedQuantity = line.quantity
  line.refundedFen = line.amountFen
}

const fees: Readonly<Record<Storage, 'ambientFeeFen' | 'chilledFeeFen' | 'frozenFeeFen'>> = {
  ambient: 'ambientFeeFen',
  chilled: 'chilledFeeFen',
  frozen: 'frozenFeeFen',
}

/** One parcel a way of keeping; free from the enterprise's threshold on. */
function planParcels(
  key: string,
  enterprise: EnterprisePlan,
  lines: ReadonlyArray<LinePlan>,
  { paidAt, now }: Moments,
  random: Random,
): Array<ParcelPlan> {
  const storages = [...new Set(lines.map(({ product }) => product.speciality.storage))]
  return storages.map((storage) => {
    const goods = total(lines, (line) => (line.product.speciality.storage === storage ? line.amountFen : 0))
    const leaves = paidAt && paidAt.getTime() + random.between(6, 40) * hour
    const shippedAt = leaves && leaves < now.getTime() ? new Date(leaves) : null
    const arrives = shippedAt && shippedAt.getTime() + random.between(20, 76) * hour
    const isCold = storage !== 'ambient'
    return {
      id: uuidFor(`parcel:${key}:${storage}`),
      storage,
      shippingFen: goods >= enterprise.freeShippingFen ? 0 : enterprise[fees[storage]],
      courier: shippedAt ? (isCold ? 'SF' : 'ZTO') : null,
      trackingNumber: shippedAt ? trackingNumber(isCold, random) : null,
      shippedAt,
      deliveredAt: arrives && arrives < now.getTime() ? new Date(arrives) : null,
    }
  })
}

function trackingNumber(isCold: boolean, random: Random): string {
  const digits = Array.from({ length: 12 }, () => random.between(0, 9)).join('')
  return isCold ? `SF1${digits}` : `73${digits}`
}

// No vowels and no look-alikes, as readableCode of the kernel has them.
const readable = '23456789BCDFGHJKMNPQRTVWXY'

export function codeFor(random: Random, length: number): string {
  return Array.from({ length }, () => readable.charAt(random.between(0, readable.length - 1))).join('')
}

/** In the shape of a random token; made from a name, so good for invented orders only. */
export function tokenFor(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 32)
}

function total<T>(items: ReadonlyArray<T>, of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0)
}
