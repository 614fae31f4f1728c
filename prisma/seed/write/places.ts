import type pg from 'pg'
import { categories } from '../data/categories.ts'
import { districts, divisionTexts } from '../data/divisions.ts'
import type { EnterprisePlan } from '../plan/enterprises.ts'
import { copyRecords } from './copy.ts'

/** Districts, divisions and categories. */
export async function writePlaces(client: pg.ClientBase): Promise<void> {
  await copyRecords(
    client,
    'district',
    districts.map(({ code, name, nameEn }, sort) => ({ code, name, nameEn, sort })),
  )
  await copyRecords(
    client,
    'division',
    divisionTexts.map((division, sort) => ({
      code: division.code,
      slug: division.slug,
      name: division.name,
      nameEn: division.nameEn,
      shortName: division.shortName,
      pinyin: division.pinyin,
      kind: division.kind,
      seatTown: division.seatTown,
      areaKm2: division.areaKm2,
      tagline: division.tagline,
      taglineEn: division.taglineEn,
      story: division.story,
      storyEn: division.storyEn,
      pairCode: division.pairCode,
      sort,
    })),
  )
  await copyRecords(
    client,
    'category',
    categories.map(({ code, name, nameEn, icon }, sort) => ({ code, name, nameEn, icon, sort })),
  )
  await copyRecords(
    client,
    'category',
    categories.flatMap(({ code: parentCode, children }) =>
      children.map(({ code, name, nameEn, icon }, sort) => ({ code, parentCode, name, nameEn, icon, sort })),
    ),
  )
}

export async function writeEnterprises(
  client: pg.ClientBase,
  enterprises: ReadonlyArray<EnterprisePlan>,
): Promise<void> {
  await copyRecords(
    client,
    'enterprise',
    enterprises.map((each) => ({
      id: each.id,
      slug: each.slug,
      name: each.name,
      nameEn: each.nameEn,
      kind: each.kind,
      divisionCode: each.divisionCode,
      town: each.town,
      creditCode: each.creditCode,
      foodLicence: each.foodLicence,
      phone: each.phone,
      story: each.story,
      storyEn: each.storyEn,
      status: 'active',
      isDemonstration: true,
      freeShippingFen: each.freeShippingFen,
      ambientFeeFen: each.ambientFeeFen,
      chilledFeeFen: each.chilledFeeFen,
      frozenFeeFen: each.frozenFeeFen,
      feeBasisPoints: each.feeBasisPoints,
      openedAt: new Date(Date.UTC(each.openedYear, 3, 1)),
    })),
  )
}
