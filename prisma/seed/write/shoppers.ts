import type pg from 'pg'
import { consentVersion } from '#app/domain/people/consents.server.ts'
import type { GroupPlan } from '../plan/orders.ts'
import type { ShopperPlan } from '../plan/shoppers.ts'
import { uuidFor } from '../random.ts'
import { copyRows } from './copy.ts'
import { regionOf } from './region.ts'

export async function writeShoppers(
  client: pg.ClientBase,
  shoppers: ReadonlyArray<ShopperPlan>,
): Promise<void> {
  await copyRows(
    client,
    'shopper',
    ['id', 'phone', 'name', 'is_demonstration', 'created_at'],
    shoppers.map(({ id, phone, name, createdAt }) => [id, phone, name, true, createdAt]),
  )
  await copyRows(
    client,
    'address',
    [
      'id',
      'shopper_id',
      'recipient',
      'phone',
      'province_code',
      'city_code',
      'district_code',
      'street',
      'detail',
      'tag',
      'is_default',
      'created_at',
    ],
    shoppers.map(({ id, addressId, name, phone, place, createdAt }) => {
      const region = regionOf(place.districtCode)
      return [
        addressId,
        id,
        name,
        phone,
        region.provinceCode,
        region.cityCode,
        region.districtCode,
        place.street,
        place.detail,
        'home',
        true,
        createdAt,
      ]
    }),
  )
  await copyRows(
    client,
    'consent',
    ['id', 'shopper_id', 'purpose', 'version', 'is_given', 'recorded_at'],
    shoppers.map(({ id, createdAt }) => [
      uuidFor(`consent:${id}`),
      id,
      'privacy',
      consentVersion,
      true,
      createdAt,
    ]),
  )
}

/** The two demonstration accounts like what they bought first. */
export async function writeFavourites(
  client: pg.ClientBase,
  groups: ReadonlyArray<GroupPlan>,
): Promise<void> {
  const liked = groups.slice(0, 8).flatMap(({ shopper, orders, placedAt }) => {
    const line = orders[0]?.lines[0]
    return shopper && line ? [{ shopperId: shopper.id, productId: line.product.id, placedAt }] : []
  })
  const once = new Map(liked.map((each) => [`${each.shopperId}/${each.productId}`, each]))
  await copyRows(
    client,
    'favourite',
    ['shopper_id', 'product_id', 'created_at'],
    [...once.values()].map(({ shopperId, productId, placedAt }) => [shopperId, productId, placedAt]),
  )
}
