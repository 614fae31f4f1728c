import type pg from 'pg'
import { minute } from '#app/kernel/clock.ts'
import { planInvoice } from '../plan/invoices.ts'
import { expiryOf, type GroupPlan } from '../plan/orders.ts'
import { uuidFor } from '../random.ts'
import { copyRecords } from './copy.ts'
import { regionOf } from './region.ts'

type Demonstration = { exhibitionId: number; now: Date }

export async function writeOrders(
  client: pg.ClientBase,
  groups: ReadonlyArray<GroupPlan>,
  { exhibitionId, now }: Demonstration,
): Promise<void> {
  await writeGroups(client, groups, { exhibitionId, now })
  await copyRecords(
    client,
    'shop_order',
    groups.flatMap(({ id, orders }) =>
      orders.map((order) => ({
        id: order.id,
        groupId: id,
        enterpriseId: order.enterprise.id,
        number: order.number,
        status: order.status,
        itemsFen: order.itemsFen,
        shippingFen: order.shippingFen,
        totalFen: order.totalFen,
        refundedFen: order.refundedFen,
        feeBasisPoints: order.enterprise.feeBasisPoints,
      })),
    ),
  )
  await writeLines(client, groups)
  await copyRecords(
    client,
    'parcel',
    groups.flatMap(({ orders }) =>
      orders.flatMap(({ id, parcels }) =>
        parcels.map((parcel) => ({
          id: parcel.id,
          orderId: id,
          storage: parcel.storage,
          shippingFen: parcel.shippingFen,
          courier: parcel.courier,
          trackingNumber: parcel.trackingNumber,
          shippedAt: parcel.shippedAt,
          deliveredAt: parcel.deliveredAt,
        })),
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
  await copyRecords(
    client,
    'order_group',
    groups.map((group) => {
      const invoice = planInvoice(group, now)
      const region = regionOf(group.place.districtCode)
      const lines = group.orders.flatMap(({ lines }) => lines)
      const expiresAt = expiryOf(group)
      return {
        id: group.id,
        number: group.number,
        token: group.token,
        idempotencyKey: group.idempotencyKey,
        shopperId: group.shopper?.id ?? null,
        locale: 'zh',
        status: group.status,
        itemsFen: group.itemsFen,
        shippingFen: group.shippingFen,
        totalFen: group.totalFen,
        refundedFen: group.refundedFen,
        recipient: group.recipient,
        phone: group.phone,
        provinceCode: region.provinceCode,
        cityCode: region.cityCode,
        districtCode: region.districtCode,
        region: region.name,
        street: group.place.street,
        detail: group.place.detail,
        acceptsNoReturn: lines.some(({ product }) => product.speciality.returnRule.startsWith('excluded')),
        isAdult: lines.some(({ product }) => product.speciality.isAlcohol),
        beijingDistrictCode: group.place.beijingDistrictCode,
        exhibitionId: group.isAtFair ? exhibitionId : null,
        placedAt: group.placedAt,
        expiresAt,
        paidAt: group.paidAt,
        closedAt: group.status === 'expired' ? expiresAt : null,
        isDemonstration: true,
        invoice: invoice && JSON.stringify(invoice),
      }
    }),
  )
}

async function writeLines(client: pg.ClientBase, groups: ReadonlyArray<GroupPlan>): Promise<void> {
  await copyRecords(
    client,
    'order_line',
    groups.flatMap(({ orders }) =>
      orders.flatMap(({ id, lines }) =>
        lines.map(({ product, variant, ...line }) => ({
          id: line.id,
          orderId: id,
          productId: product.id,
          variantId: variant.id,
          title: product.title,
          titleEn: product.titleEn,
          variantLabel: variant.label,
          variantLabelEn: variant.labelEn,
          productSlug: product.slug,
          categoryCode: product.speciality.category,
          divisionCode: product.enterprise.divisionCode,
          storage: product.speciality.storage,
          returnRule: product.speciality.returnRule,
          priceFen: line.priceFen,
          quantity: line.quantity,
          amountFen: line.amountFen,
          refundedQuantity: line.refundedQuantity,
          refundedFen: line.refundedFen,
        })),
      ),
    ),
  )
}

/** Payments of no provider: nothing is asked of Stripe about them. */
async function writePayments(client: pg.ClientBase, groups: ReadonlyArray<GroupPlan>): Promise<void> {
  await copyRecords(
    client,
    'payment',
    groups.map((group) => ({
      id: uuidFor(`payment:${group.id}`),
      groupId: group.id,
      attempt: 1,
      provider: 'demonstration',
      method: group.paidAt ? group.method : null,
      status: group.paidAt ? 'paid' : 'expired',
      amountFen: group.totalFen,
      createdAt: group.placedAt,
      expiresAt: new Date(group.placedAt.getTime() + 31 * minute),
      settledAt: group.paidAt,
    })),
  )
}

/** Of every order whose buyer wanted one: its enterprise is asked. */
export async function writeInvoices(client: pg.ClientBase): Promise<void> {
  await client.query(`
    INSERT INTO invoice (id, order_id, enterprise_id, amount_fen, requested_at)
    SELECT md5('invoice:' || o.id)::uuid, o.id, o.enterprise_id, o.total_fen, g.paid_at
    FROM order_group g JOIN shop_order o ON o.group_id = g.id WHERE g.invoice IS NOT NULL`)
}
