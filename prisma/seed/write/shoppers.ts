import type pg from 'pg'
import { consentVersion } from '#app/domain/people/consents.server.ts'
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
