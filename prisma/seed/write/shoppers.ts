import type pg from 'pg'
import { consentVersion } from '#app/domain/people/consents.server.ts'
import type { GroupPlan } from '../plan/orders.ts'
import type { ShopperPlan } from '../plan/shoppers.ts'
import { uuidFor } from '../random.ts'
import { copyRecords } from './copy.ts'
import { regionOf } from './region.ts'

export async function writeShoppers(
  client: pg.ClientBase,
  shoppers: ReadonlyArray<ShopperPlan>,
): Promise<void> {
  await copyRecords(
    client,
    'shopper',
    shoppers.map(({ id, phone, name, createdAt }) => ({ id, phone, name, isDemonstration: true, createdAt })),
  )
  await copyRecords(
    client,
    'address',
    shoppers.map(({ id, addressId, name, phone, place, createdAt }) => {
      const region = regionOf(place.districtCode)
      return {
        id: addressId,
        shopperId: id,
        recipient: name,
        phone,
        provinceCode: region.provinceCode,
        cityCode: region.cityCode,
        districtCode: region.districtCode,
        street: place.street,
        detail: place.detail,
        tag: 'home',
        isDefault: true,
        createdAt,
      }
    }),
  )
  await copyRecords(
    client,
    'consent',
    shoppers.map(({ id, createdAt }) => ({
      id: uuidFor(`consent:${id}`),
      shopperId: id,
      purpose: 'privacy',
      version: consentVersion,
      isGiven: true,
      recordedAt: createdAt,
    })),
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
  await copyRecords(
    client,
    'favourite',
    [...once.values()].map(({ shopperId, productId, placedAt }) => ({
      shopperId,
      productId,
      createdAt: placedAt,
    })),
  )
}
