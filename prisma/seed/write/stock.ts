import type pg from 'pg'
import type { LinePlan, OrderPlan } from '../plan/order-parts.ts'
import { expiryOf, type GroupPlan } from '../plan/orders.ts'
import type { ProductPlan } from '../plan/products.ts'
import { uuidFor } from '../random.ts'
import { copyRows, type Row } from './copy.ts'

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
  await copyRows(
    client,
    'stock_hold',
    ['id', 'group_id', 'variant_id', 'quantity', 'status', 'expires_at'],
    holds.map(({ group, line, status }) => [
      uuidFor(`hold:${line.id}`),
      group.id,
      line.variant.id,
      line.quantity,
      status,
      expiryOf(group),
    ]),
  )
  const sold = sumByVariant(holds, 'sold')
  const shipped = sumByVariant(holds, 'shipped')
  const variants = products.flatMap(({ publishedAt, variants }) =>
    variants.map((variant) => ({ ...variant, publishedAt })),
  )
  await copyRows(
    client,
    'stock',
    ['variant_id', 'free', 'held', 'sold'],
    variants.map(({ id, free }) => [id, free, 0, sold.get(id) ?? 0]),
  )
  const initial: Array<Row> = variants.map(({ id, free, publishedAt }) => [
    id,
    free + (sold.get(id) ?? 0) + (shipped.get(id) ?? 0),
    'initial',
    null,
    'seed',
    publishedAt,
  ])
  const shipments: Array<Row> = holds
    .filter(({ status }) => status === 'shipped')
    .map(({ line, orderNumber, shippedAt }) => [
      line.variant.id,
      -line.quantity,
      'shipment',
      orderNumber,
      'seed',
      shippedAt,
    ])
  await copyRows(
    client,
    'stock_movement',
    ['variant_id', 'delta', 'reason', 'reference', 'recorded_by', 'recorded_at'],
    [...initial.filter(([, delta]) => delta !== 0), ...shipments],
  )
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
