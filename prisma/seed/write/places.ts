import type pg from 'pg'
import { categories } from '../data/categories.ts'
import { districts, divisionTexts } from '../data/divisions.ts'
import type { EnterprisePlan } from '../plan/enterprises.ts'
import { copyRows } from './copy.ts'

/** Districts, divisions and categories. */
export async function writePlaces(client: pg.ClientBase): Promise<void> {
  await copyRows(
    client,
    'district',
    ['code', 'name', 'name_en', 'sort'],
    districts.map(({ code, name, nameEn }, sort) => [code, name, nameEn, sort]),
  )
  await copyRows(
    client,
    'division',
    [
      'code',
      'slug',
      'name',
      'name_en',
      'short_name',
      'pinyin',
      'kind',
      'seat_town',
      'area_km2',
      'tagline',
      'tagline_en',
      'story',
      'story_en',
      'pair_code',
      'sort',
    ],
    divisionTexts.map((division, sort) => [
      division.code,
      division.slug,
      division.name,
      division.nameEn,
      division.shortName,
      division.pinyin,
      division.kind,
      division.seatTown,
      division.areaKm2,
      division.tagline,
      division.taglineEn,
      division.story,
      division.storyEn,
      division.pairCode,
      sort,
    ]),
  )
  const columns = ['code', 'parent_code', 'name', 'name_en', 'icon', 'sort']
  await copyRows(
    client,
    'category',
    columns,
    categories.map(({ code, name, nameEn, icon }, sort) => [code, null, name, nameEn, icon, sort]),
  )
  await copyRows(
    client,
    'category',
    columns,
    categories.flatMap(({ code: parent, children }) =>
      children.map(({ code, name, nameEn, icon }, sort) => [code, parent, name, nameEn, icon, sort]),
    ),
  )
}

export async function writeEnterprises(
  client: pg.ClientBase,
  enterprises: ReadonlyArray<EnterprisePlan>,
): Promise<void> {
  await copyRows(
    client,
    'enterprise',
    [
      'id',
      'slug',
      'name',
      'name_en',
      'kind',
      'division_code',
      'town',
      'credit_code',
      'food_licence',
      'phone',
      'story',
      'story_en',
      'status',
      'is_demonstration',
      'free_shipping_fen',
      'ambient_fee_fen',
      'chilled_fee_fen',
      'frozen_fee_fen',
      'fee_basis_points',
      'opened_at',
    ],
    enterprises.map((each) => [
      each.id,
      each.slug,
      each.name,
      each.nameEn,
      each.kind,
      each.divisionCode,
      each.town,
      each.creditCode,
      each.foodLicence,
      each.phone,
      each.story,
      each.storyEn,
      'active',
      true,
      each.freeShippingFen,
      each.ambientFeeFen,
      each.chilledFeeFen,
      each.frozenFeeFen,
      each.feeBasisPoints,
      new Date(Date.UTC(each.openedYear, 3, 1)),
    ]),
  )
}
