import type pg from 'pg'
import type { LinePlan, OrderPlan } from '../plan/order-parts.ts'
import { expiryOf, type GroupPlan } from '../plan/orders.ts'
import type { ProductPlan } from '../plan/products.ts'
import { uuidFor } from '../random.ts'
import { copyRecords } from './copy.ts'

type HoldStatus = 'sold' | 'shipped' | 'released'
type Hold = {
  group: GroupPlan
  line: LinePlan
  status: HoldStatus
  shippedAt: Date | null
  orderNumber: string
}

/**
 * Holds, movements and what is left, from one list of holds, so that for every variant
 * free + held + sold equals the sum of its movements.
 */
export async function writeStock(
  client: pg.ClientBase,
  products: ReadonlyArray<ProductPlan>,
  groups: ReadonlyArray<GroupPlan>,
): Promise<void> {
  const holds = groups.flatMap((group) =>
    group.orders.flatMap((order) => order.lines.map((line) => holdOf(group, order, line))),
  )
  await copyRecords(
    client,
    'stock_hold',
    holds.map(({ group, line, status }) => ({
      id: uuidFor(`hold:${line.id}`),
      groupId: group.id,
      variantId: line.variant.id,
      quantity: line.quantity,
      status,
      expiresAt: expiryOf(group),
    })),
  )
  const sold = sumByVariant(holds, 'sold')
  const shipped = sumByVariant(holds, 'shipped')
  const variants = products.flatMap(({ publishedAt, variants }) =>
    variants.map((variant) => ({ ...variant, publishedAt })),
  )
  await copyRecords(
    client,
    'stock',
    variants.map(({ id, free }) => ({ variantId: id, free, held: 0, sold: sold.get(id) ?? 0 })),
  )
  const initial = variants.map(({ id, free, publishedAt }) => ({
    variantId: id,
    delta: free + (sold.get(id) ?? 0) + (shipped.get(id) ?? 0),
    reason: 'initial',
    recordedBy: 'seed',
    recordedAt: publishedAt,
  }))
  const shipments = holds
    .filter(({ status }) => status === 'shipped')
    .map(({ line, orderNumber, shippedAt }) => ({
      variantId: line.variant.id,
      delta: -line.quantity,
      reason: 'shipment',
      reference: orderNumber,
      recordedBy: 'seed',
      recordedAt: shippedAt,
    }))
  await copyRecords(
    client,
    'stock_movement',
    initial.filter(({ delta }) => delta !== 0),
  )
  await copyRecords(client, 'stock_movement', shipments)
}

function holdOf(group: GroupPlan, order: OrderPlan, line: LinePlan): Hold {
  const parcel = order.parcels.find(({ storage }) => storage === line.product.speciality.storage)
  const shippedAt = parcel?.shippedAt ?? null
  const status = group.status === 'expired' ? 'released' : shippedAt ? 'shipped' : 'sold'
  return { group, line, status, shippedAt, orderNumber: order.number }
}

function sumByVariant(holds: ReadonlyArray<Hold>, status: HoldStatus): Map<number, number> {
  const sums = new Map<number, number>()
  for (const { line, status: state } of holds) {
    if (state === status) sums.set(line.variant.id, (sums.get(line.variant.id) ?? 0) + line.quantity)
  }
  return sums
}
