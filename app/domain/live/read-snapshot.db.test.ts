import { expect, test } from 'vitest'
import { appendEntries, correctEntries, verifyEntries } from '#app/domain/sales/append-entries.server.ts'
import { rebuildRollups } from '#app/domain/sales/rebuild-rollups.server.ts'
import type { NewEntry } from '#app/domain/sales/sale-entry.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { boothEntry, createFair } from '#tests/support/fairs.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { readSnapshot } from './read-snapshot.server.ts'
import { internalSnapshot, publicSnapshot } from './snapshot.ts'

const { db, pool } = await useDatabase()
const clock = movableClock(new Date('2026-11-24T09:00:00Z'))
const shop = { pool, clock }
await db.district.create({ data: { code: '110108', name: '海淀区', nameEn: 'Haidian', sort: 1 } })

async function openFair(changes = { isPublished: true, hasPublicFigure: true }) {
  const fair = await createFair(db, changes)
  const goods = await createVariant(db)
  const where = { exhibitionId: fair.id, enterpriseId: goods.enterpriseId, variantId: goods.id }
  const sell = (changes: Partial<NewEntry> = {}, isVerified = false) =>
    withTransaction(pool, (tx) =>
      appendEntries(tx, clock.now(), [boothEntry(where, changes)], isVerified ? 'payment' : undefined),
    )
  return { fair, goods, sell }
}

test('the public sees verified sales only, the organizers all, and each the sum of its parts', async () => {
  const { fair, goods, sell } = await openFair()
  await db.division.update({ where: { code: '150430' }, data: { pairCode: '110108' } })
  await sell({ amountFen: 700, beijingDistrictCode: '110108' }, true)
  const [claimed] = await sell({ amountFen: 9_000_000_000 })
  const shown = publicSnapshot.parse(await readSnapshot(shop, fair.id, 'public'))
  expect(shown.figures).toEqual({ salesFen: 700, signedFen: 0, totalFen: 700 })
  expect(shown.lastSales.map(({ amountFen }) => amountFen)).toEqual([700])
  expect(shown.enterprises).toMatchObject([{ amountFen: 700 }])
  expect(shown.flows).toMatchObject([{ isPaired: true, amountFen: 700 }])
  expect(JSON.stringify(shown)).not.toContain('900000')

  const all = internalSnapshot.parse(await readSnapshot(shop, fair.id, 'internal'))
  expect(all.figures.totalFen).toBe(9_000_000_700)
  expect(all.verified.totalFen).toBe(700)
  expect(all.lastSales.map(({ isVerified }) => isVerified).sort()).toEqual([false, true])
  for (const parts of [all.channels, all.divisions, all.enterprises, all.products, all.categories])
    expect(parts.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(9_000_000_700)
  // At noon in Shanghai.
  expect(all.hours).toMatchObject({ day: '2026-11-24' })
  expect(all.hours.amountFen.map((amount, hour) => amount && hour).filter(Boolean)).toEqual([12])

  await withTransaction(pool, (tx) =>
    verifyEntries(tx, clock.now(), [claimed!.id], { rule: 'day-close', by: 'test' }),
  )
  const later = publicSnapshot.parse(await readSnapshot(shop, fair.id, 'public'))
  expect(later.figures.totalFen).toBe(9_000_000_700)
  expect(later.enterprises[0]?.slug).toBe(
    (await db.enterprise.findUniqueOrThrow({ where: { id: goods.enterpriseId } })).slug,
  )
})

const readIds = async (fairId: number) => [
  (await readSnapshot(shop, fairId, 'public'))?.id,
  (await readSnapshot(shop, fairId, 'internal'))?.id,
]

test('the id grows with each entry that this audience sees, a correction too', async () => {
  const { fair, sell } = await openFair()
  const ids = async () => (await readIds(fair.id)).map((id) => id?.split('-', 2).join('-'))
  expect(await ids()).toEqual(['20261124-0', '20261124-0'])
  const [sold] = await sell()
  expect(await ids()).toEqual(['20261124-0', '20261124-1'])
  await withTransaction(pool, (tx) =>
    verifyEntries(tx, clock.now(), [sold!.id], { rule: 'day-close', by: 'test' }),
  )
  expect(await ids()).toEqual(['20261124-1', '20261124-2'])
  expect(await ids()).toEqual(['20261124-1', '20261124-2'])
  await withTransaction(pool, (tx) =>
    correctEntries(tx, clock.now(), [sold!.id], { by: 'test', note: 'twice' }),
  )
  expect(await ids()).toEqual(['20261124-2', '20261124-4'])
  const after = await readSnapshot(shop, fair.id, 'internal')
  expect([after?.figures.totalFen, after?.lastSales]).toEqual([0, []])
})

test('the id changes with a name, a target or a sum that was mended, and with nothing that is not told', async () => {
  const { fair, goods, sell } = await openFair()
  await sell({}, true)
  const seen = [await readIds(fair.id)]
  expect(await readIds(fair.id)).toEqual(seen[0])
  const change = async (work: Promise<unknown>) => {
    await work
    seen.push(await readIds(fair.id))
  }
  await change(
    db.exhibition.update({
      where: { id: fair.id },
      data: { name: '赤峰好物进北京（第二届）', version: { increment: 1 } },
    }),
  )
  await change(db.enterprise.update({ where: { id: goods.enterpriseId }, data: { name: '改了名的企业' } }))
  await change(
    db.saleRollup.updateMany({
      where: { exhibitionId: fair.id, dimension: 'all', grain: 'total' },
      data: { amountFen: { increment: 1 }, verifiedFen: { increment: 1 } },
    }),
  )
  for (const audience of [0, 1]) {
    const ids = seen.map((pair) => pair[audience])
    expect(new Set(ids).size).toBe(4)
    expect(ids.map((id) => id?.split('-')[2])).toEqual(['1', '2', '2', '2'])
  }
  clock.pass(1_000)
  expect(await readIds(fair.id)).toEqual(seen.at(-1))
  await pool.query('DELETE FROM sale_rollup WHERE exhibition_id = $1', [fair.id])
  await rebuildRollups(shop)
  expect(await readIds(fair.id)).toEqual(seen[2])
})

test('hours are those of the Shanghai day, to the millisecond (T86)', async () => {
  const { fair, sell } = await openFair()
  await sell({ amountFen: 100, occurredAt: new Date('2026-11-24T15:59:59.999Z') })
  await sell({ amountFen: 10, occurredAt: new Date('2026-11-24T16:00:00.000Z') })
  const hoursAt = async (instant: string) =>
    (await readSnapshot({ pool, clock: movableClock(new Date(instant)) }, fair.id, 'internal'))?.hours
  const before = await hoursAt('2026-11-24T15:59:59.999Z')
  expect([before?.day, before?.amountFen[23], before?.amountFen[0]]).toEqual(['2026-11-24', 100, 0])
  const after = await hoursAt('2026-11-24T16:00:00.000Z')
  expect([after?.day, after?.amountFen[23], after?.amountFen[0]]).toEqual(['2026-11-25', 0, 10])
  // A fair that is over shows its last day.
  expect((await hoursAt('2027-03-01T00:00:00Z'))?.day).toBe('2026-11-27')
})

test('a fair that is prepared, or whose figures are not for everybody, has none for them', async () => {
  for (const changes of [
    { isPublished: false, hasPublicFigure: true },
    { isPublished: true, hasPublicFigure: false },
  ]) {
    const { fair } = await openFair(changes)
    expect(await readSnapshot(shop, fair.id, 'public')).toBeNull()
    expect(await readSnapshot(shop, fair.id, 'internal')).not.toBeNull()
  }
  expect(await readSnapshot(shop, 0, 'internal')).toBeNull()
})

/** Every name of a field in the public snapshot, wherever it stands. */
function fieldsOf(value: unknown): Array<string> {
  if (typeof value !== 'object' || value === null) return []
  const own = Array.isArray(value) ? [] : Object.keys(value)
  return [...own, ...Object.values(value).flatMap(fieldsOf)]
}

test('the public snapshot has these fields, and nothing about a person (T84)', async () => {
  const { fair, sell } = await openFair()
  await sell({ recordedBy: 'somebody', note: 'a note', beijingDistrictCode: '110108' }, true)
  const snapshot = await readSnapshot(shop, fair.id, 'public')
  expect(publicSnapshot.safeParse(snapshot).success).toBe(true)
  expect([...new Set(fieldsOf(snapshot))].sort()).toEqual(
    [
      ...[
        'amountFen',
        'asOf',
        'at',
        'categories',
        'channel',
        'channels',
        'code',
        'counts',
        'day',
        'district',
      ],
      ...['districts', 'divisionCode', 'divisions', 'enterprises', 'exhibition', 'figures', 'flows', 'hours'],
      ...[
        'id',
        'isDemonstration',
        'isPaired',
        'lastSales',
        'name',
        'nameEn',
        'product',
        'products',
        'salesFen',
      ],
      ...['signedFen', 'slug', 'totalFen'],
    ].sort(),
  )
  expect(Object.keys(snapshot?.lastSales[0] ?? {}).sort()).toEqual([
    'amountFen',
    'at',
    'channel',
    'divisionCode',
    'product',
  ])
})
