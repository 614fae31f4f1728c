import type pg from 'pg'
import { minute } from '#app/kernel/clock.ts'
import { planInvoice } from '../plan/invoices.ts'
import { expiryOf, type GroupPlan } from '../plan/orders.ts'
import { uuidFor } from '../random.ts'
import { copyRows } from './copy.ts'
import { regionOf } from './region.ts'

type Demonstration = { exhibitionId: number; now: Date }

export async function writeOrders(
  client: pg.ClientBase,
  groups: ReadonlyArray<GroupPlan>,
  { exhibitionId, now }: Demonstration,
): Promise<void> {
  await writeGroups(client, groups, { exhibitionId, now })
  await copyRows(
    client,
    'shop_order',
    [
      'id',
      'group_id',
      'enterprise_id',
      'number',
      'status',
      'items_fen',
      'shipping_fen',
      'total_fen',
      'refunded_fen',
      'fee_basis_points',
    ],
    groups.flatMap(({ id, orders }) =>
      orders.map((order) => [
        order.id,
        id,
        order.enterprise.id,
        order.number,
        order.status,
        order.itemsFen,
        order.shippingFen,
        order.totalFen,
        order.refundedFen,
        order.enterprise.feeBasisPoints,
      ]),
    ),
  )
  await writeLines(client, groups)
  await copyRows(
    client,
    'parcel',
    ['id', 'order_id', 'storage', 'shipping_fen', 'courier', 'tracking_number', 'shipped_at', 'delivered_at'],
    groups.flatMap(({ orders }) =>
      orders.flatMap(({ id, parcels }) =>
        parcels.map((parcel) => [
          parcel.id,
          id,
          parcel.storage,
          parcel.shippingFen,
          parcel.courier,
          parcel.trackingNumber,
          parcel.shippedAt,
          parcel.deliveredAt,
        ]),
      ),
    ),
  )
  await writePayments(client, groups)
}

async function writeGroups(
  client: pg.ClientBase,
  groups: ReadonlyArray<GroupPlan>,
  { exhibitionId, now }: Demonstration,
): Promise<void> {
  await copyRows(
    client,
    'order_group',
    [
      'id',
      'number',
      'token',
      'idempotency_key',
      'shopper_id',
      'locale',
      'status',
      'items_fen',
      'shipping_fen',
      'total_fen',
      'refunded_fen',
      'recipient',
      'phone',
      'province_code',
      'city_code',
      'district_code',
      'region',
      'street',
      'detail',
      'accepts_no_return',
      'is_adult',
      'beijing_district_code',
      'exhibition_id',
      'placed_at',
      'expires_at',
      'paid_at',
      'closed_at',
      'is_demonstration',
      'invoice',
    ],
    groups.map((group) => {
      const invoice = planInvoice(group, now)
      const region = regionOf(group.place.districtCode)
      const lines = group.orders.flatMap(({ lines }) => lines)
      const expiresAt = expiryOf(group)
      return [
        group.id,
        group.number,
        group.token,
        group.idempotencyKey,
        group.shopper?.id ?? null,
        'zh',
        group.status,
        group.itemsFen,
        group.shippingFen,
        group.totalFen,
        group.refundedFen,
        group.recipient,
        group.phone,
        region.provinceCode,
        region.cityCode,
        region.districtCode,
        region.name,
        group.place.street,
        group.place.detail,
        lines.some(({ product }) => product.speciality.returnRule.startsWith('excluded')),
        lines.some(({ product }) => product.speciality.isAlcohol),
        group.place.beijingDistrictCode,
        group.isAtFair ? exhibitionId : null,
        group.placedAt,
        expiresAt,
        group.paidAt,
        group.status === 'expired' ? expiresAt : null,
        true,
        invoice && JSON.stringify(invoice),
      ]
    }),
  )
}

async function writeLines(client: pg.ClientBase, groups: ReadonlyArray<GroupPlan>): Promise<void> {
  await copyRows(
    client,
    'order_line',
    [
      'id',
      'order_id',
      'product_id',
      'variant_id',
      'title',
      'title_en',
      'variant_label',
      'variant_label_en',
      'product_slug',
      'category_code',
      'division_code',
      'storage',
      'return_rule',
      'price_fen',
      'quantity',
      'amount_fen',
      'refunded_quantity',
      'refunded_fen',
    ],
    groups.flatMap(({ orders }) =>
      orders.flatMap(({ id, lines }) =>
        lines.map(({ product, variant, ...line }) => [
          line.id,
          id,
          product.id,
          variant.id,
          product.title,
          product.titleEn,
          variant.label,
          variant.labelEn,
          product.slug,
          product.speciality.category,
          product.enterprise.divisionCode,
          product.speciality.storage,
          product.speciality.returnRule,
          line.priceFen,
          line.quantity,
          line.amountFen,
          line.refundedQuantity,
          line.refundedFen,
        ]),
      ),
    ),
  )
}

/** Payments of no provider: nothing is asked of Stripe about them. */
async function writePayments(client: pg.ClientBase, groups: ReadonlyArray<GroupPlan>): Promise<void> {
  await copyRows(
    client,
    'payment',
    [
      'id',
      'group_id',
      'attempt',
      'provider',
      'method',
      'status',
      'amount_fen',
      'created_at',
      'expires_at',
      'settled_at',
    ],
    groups.map((group) => [
      uuidFor(`payment:${group.id}`),
      group.id,
      1,
      'demonstration',
      group.paidAt ? group.method : null,
      group.paidAt ? 'paid' : 'expired',
      group.totalFen,
      group.placedAt,
      new Date(group.placedAt.getTime() + 31 * minute),
      group.paidAt,
    ]),
  )
}

/** Of every order whose buyer wanted one: its enterprise is asked. */
export async function writeInvoices(client: pg.ClientBase): Promise<void> {
  await client.query(`
    INSERT INTO invoice (id, order_id, enterprise_id, amount_fen, requested_at)
    SELECT md5('invoice:' || o.id)::uuid, o.id, o.enterprise_id, o.total_fen, g.paid_at
    FROM order_group g JOIN shop_order o ON o.group_id = g.id WHERE g.invoice IS NOT NULL`)
}
