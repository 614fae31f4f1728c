import { expect, test } from 'vitest'
import { findProduct } from '#app/domain/catalog/find-product.server.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import { after, day } from '#app/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { soundDraft } from '#tests/support/drafts.ts'
import { createShop, listingServices, submitDraft } from '#tests/support/listings.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { acceptListing } from './accept-listing.server.ts'
import { createListing } from './create-listing.server.ts'
import { dropLapsedMarks } from './drop-lapsed-marks.server.ts'
import { submitListing } from './submit-listing.server.ts'

const { db, pool } = await useDatabase()
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
