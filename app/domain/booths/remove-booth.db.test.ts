import { afterAll, expect, test } from 'vitest'
import { removeBooth } from '#app/domain/exhibitions/booths.server.ts'
import { createPool } from '#app/platform/db.server.ts'
import { createBooth, phoneSale, type TestBooth } from '#tests/support/booths.ts'
import { shopServices } from '#tests/support/checkout.ts'
import { countWaiting, useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { watchSteps } from '#tests/support/steps.ts'
import { recordSales } from './record-sales.server.ts'
import { voidSale } from './void-sale.server.ts'

const database = await useDatabase({ poolSize: 12 })
const { db } = database
const shop = shopServices(database)
const now = new Date('2026-11-24T10:00:00Z')
shop.clock.set(now)
const staff = await createOrganizer(db, 'exhibition-staff')
const city = await createOrganizer(db)
const bare = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 4 })
const unmet = editSql(bare, [['FOR KEY SHARE OF b', '']])
afterAll(() => bare.end())

type Pool = Pick<typeof shop, 'pool'>

const sell = (booth: TestBooth, { pool }: Pool = shop, sale = phoneSale(booth)) =>
  recordSales({ ...shop, pool }, staff, { sentAt: now.toISOString(), sales: [sale] })
const remove = ({ fair, enterprise }: TestBooth, { pool }: Pool = shop) =>
  removeBooth({ ...shop, pool }, city, fair, { enterprise: enterprise.slug, was: 'A01' })

/** What stands in the end: a sale without its booth can be neither closed nor taken back. */
async function standing({ fair, enterprise }: TestBooth) {
  const where = { exhibitionId: fair.id, enterpriseId: enterprise.id }
  return { booths: await db.exhibitionBooth.count({ where }), sales: await db.saleEntry.count({ where }) }
}

/** `second` comes in before the statement of `first` that has `where` in it, and waits or is done before it goes on. */
async function between<First, Second>(
  { pool }: Pool,
  where: string,
  first: (services: Pool) => Promise<First>,
  second: (services: Pool) => Promise<Second>,
): Promise<[First, Second | undefined]> {
  let other: Promise<Second> | undefined
  const watched = watchSteps({ ...shop, pool }, async (_step, what) => {
    if (other || !what.includes(where)) return
    other = second({ pool })
    await Promise.race([other, expect.poll(() => countWaiting(database.ownerUrl)).toBe(1)])
  })
  return [await first(watched), await other]
}

test('a booth that sold something stays, whatever became of the sale (0016)', async () => {
  const booth = await createBooth(db)
  const unsold = await createBooth(db, { fair: booth.fair })
  const sale = phoneSale(booth)
  await sell(booth, shop, sale)
  expect(await remove(booth)).toBe('has-sales')
  const key = { exhibitionId: booth.fair.id, enterpriseId: booth.enterprise.id }
  expect(await voidSale(shop, staff, key, { ref: sale.ref, reason: '拿错了' })).toMatchObject({ ok: true })
  expect(await remove(booth)).toBe('has-sales')
  expect(await db.auditEntry.count({ where: { action: 'remove-booth' } })).toBe(0)
  expect(await remove(unsold)).toBe('removed')
})

test('a booth whose first sale is arriving waits for it, and stays', async () => {
  const booth = await createBooth(db)
  const [sold, removed] = await between(
    shop,
    'sale_entry',
    (s) => sell(booth, s),
    (s) => remove(booth, s),
  )
  expect([sold[0]?.outcome, removed]).toEqual(['accepted', 'has-sales'])
  expect(await standing(booth)).toEqual({ booths: 1, sales: 1 })
})

test('a sale that arrives while its booth is removed waits, and is refused', async () => {
  const booth = await createBooth(db)
  const [removed, sold] = await between(
    shop,
    'DELETE FROM exhibition_booth',
    (s) => remove(booth, s),
    (s) => sell(booth, s),
  )
  expect([removed, sold?.[0]]).toMatchObject(['removed', { outcome: 'refused', reason: 'unknown-booth' }])
  expect(await standing(booth)).toEqual({ booths: 0, sales: 0 })
})

test('negative control: without holding the booth, its sale is recorded though it is gone', async () => {
  const [early, late] = [await createBooth(db), await createBooth(db)]
  const open = { pool: bare }
  await between(
    open,
    'sale_entry',
    (s) => sell(early, s),
    (s) => remove(early, s),
  )
  await between(
    open,
    'DELETE FROM exhibition_booth',
    (s) => remove(late, s),
    (s) => sell(late, s),
  )
  expect([await standing(early), await standing(late)]).toEqual(Array(2).fill({ booths: 0, sales: 1 }))
  expect(unmet).toEqual(new Set())
})
