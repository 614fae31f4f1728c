import type pg from 'pg'
import { expect, test } from 'vitest'
import { findProduct } from '#app/domain/catalog/find-product.server.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import { after, day } from '#app/kernel/clock.ts'
import { createPool } from '#app/platform/db.server.ts'
import { countWaiting, useDatabase } from '#tests/support/database.ts'
import { soundDraft } from '#tests/support/drafts.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { createShop, listingServices, submitDraft } from '#tests/support/listings.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { acceptListing } from './accept-listing.server.ts'
import { createListing } from './create-listing.server.ts'
import { dropLapsedMarks } from './drop-lapsed-marks.server.ts'
import { submitListing } from './submit-listing.server.ts'

const database = await useDatabase()
const { db, pool } = database
const services = await listingServices({ db, pool })
const { clock } = services
const reading: Reading = { pool, clock, memo: ({ load }) => load() }

const marked = soundDraft({
  certificates: ['green', 'gi'],
  giName: '敖汉小米',
  giAuthorisation: 'GI-2026-001',
})

/** A paper of the enterprise that ends in so many days. */
async function addPaper(enterpriseId: number, kind: string, days: number): Promise<void> {
  const createdAt = clock.now()
  const expiresOn = after(createdAt, days * day)
  await db.enterpriseDocument.create({ data: { enterpriseId, kind, createdAt, expiresOn, fileKeys: ['x'] } })
}

test('marks are submitted with papers that hold, and leave the shop on the day after their last', async () => {
  const { owner } = await createShop(services)
  const { enterpriseId } = owner
  await addPaper(enterpriseId, 'green-food', 3)
  const { id: tried } = await createListing(services, owner, marked)
  expect(await submitListing(services, owner, tried, 1)).toMatchObject({
    code: 'has-problems',
    detail: [{ field: 'certificates', code: 'mark-unproven' }],
  })
  await addPaper(enterpriseId, 'gi-authorisation', 30)
  const id = await submitDraft(services, owner, marked)
  await acceptListing(services, await createOrganizer(db), id, { version: 1, publishAt: null })
  const { product } = await db.listing.findUniqueOrThrow({ where: { id }, include: { product: true } })
  const marksShown = async () => {
    const shown = await findProduct(reading, product!.slug, 'zh')
    return { marks: shown!.certificates, gi: shown!.gi?.authorisation ?? null }
  }
  expect(await marksShown()).toEqual({ marks: ['green', 'gi'], gi: 'GI-2026-001' })

  clock.pass(3 * day)
  expect(await dropLapsedMarks(services)).toBe(0)
  clock.pass(day)
  const dropped = await Promise.all([dropLapsedMarks(services), dropLapsedMarks(services)])
  expect(dropped[0]! + dropped[1]!).toBe(1)
  expect(await marksShown()).toEqual({ marks: ['gi'], gi: 'GI-2026-001' })
  clock.pass(27 * day)
  expect(await dropLapsedMarks(services)).toBe(1)
  expect(await marksShown()).toEqual({ marks: [], gi: null })
  expect(await dropLapsedMarks(services)).toBe(0)
  const entries = await db.auditEntry.findMany({ where: { action: 'drop-mark' }, orderBy: { id: 'asc' } })
  expect(entries.map(({ before }) => before)).toEqual([{ mark: 'green' }, { mark: 'gi' }])
})

test('a paper that was renewed in time keeps the mark', async () => {
  const { owner, variant } = await createShop(services)
  await db.product.update({ where: { id: variant.product.id }, data: { certificates: ['organic'] } })
  await addPaper(owner.enterpriseId, 'organic', 1)
  await addPaper(owner.enterpriseId, 'organic', 400)
  clock.pass(2 * day)
  expect(await dropLapsedMarks(services)).toBe(0)
})

/** Goods with a mark whose paper ended yesterday. */
async function createLapsed() {
  const shop = await createShop(services)
  await db.product.update({ where: { id: shop.variant.product.id }, data: { certificates: ['organic'] } })
  await addPaper(shop.owner.enterpriseId, 'organic', -1)
  return shop
}

/** A new paper comes in between the list of what lapsed and the goods themselves; how many marks go. */
async function renewInBetween(pool: pg.Pool): Promise<number> {
  const { owner, listing, variant } = await createLapsed()
  const holder = await database.pool.connect()
  await holder.query('BEGIN')
  await holder.query('SELECT FROM listing WHERE id = $1 FOR UPDATE', [listing])
  await holder.query('SELECT FROM product WHERE id = $1 FOR UPDATE', [variant.product.id])
  const dropping = dropLapsedMarks({ pool, clock })
  await expect.poll(() => countWaiting(database.ownerUrl)).toBe(1)
  await addPaper(owner.enterpriseId, 'organic', 400)
  await holder.query('COMMIT')
  holder.release()
  return await dropping
}

test('a paper that is renewed while marks are being dropped keeps its mark', async () => {
  expect(await renewInBetween(database.pool)).toBe(0)
})

test('control: without holding the listing the mark is lost to a paper that is there', async () => {
  const pool = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 2 })
  const unmet = editSql(pool, [['FOR UPDATE', '']])
  expect(await renewInBetween(pool)).toBe(1)
  await pool.end()
  expect([...unmet]).toEqual([])
})

test('an enterprise of the demonstration keeps its marks, as it may claim them', async () => {
  const { owner } = await createLapsed()
  await db.enterprise.update({ where: { id: owner.enterpriseId }, data: { isDemonstration: true } })
  expect(await dropLapsedMarks(services)).toBe(0)
})
