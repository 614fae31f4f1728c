import { expect, test } from 'vitest'
import { appendEntries, verifyEntries } from '#app/domain/sales/append-entries.server.ts'
import { findAttribution } from '#app/domain/sales/find-attribution.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { boothEntry, createFair } from '#tests/support/fairs.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { findExhibition } from './find-exhibition.server.ts'
import { findRunningFair } from './find-running-fair.server.ts'
import { listExhibitions } from './list-exhibitions.server.ts'

const { db, pool } = await useDatabase()
const services = { pool, clock: movableClock() }
const now = services.clock.now()
const goods = await createVariant(db)

/** Sells for 20 yuan at a fair's booth, claimed. */
async function sell(exhibitionId: number) {
  const entry = boothEntry({ exhibitionId, enterpriseId: goods.enterpriseId, variantId: goods.id })
  const [appended] = await withTransaction(pool, (tx) => appendEntries(tx, now, [entry]))
  return appended!.id
}

async function liveFigureOf(slug: string) {
  return (await findExhibition(services, slug, 'zh'))?.live ?? null
}

test('a fair that is only prepared is nobody’s to see, and no order counts for it (404)', async () => {
  const { slug, id } = await createFair(db, { isPublished: false, hasPublicFigure: true })
  expect(await findExhibition(services, slug, 'zh')).toBeNull()
  expect(await findRunningFair(services, 'zh')).toBeNull()
  expect(await listExhibitions(services, 'zh')).toEqual([])
  expect(await findAttribution(services, [{ fair: slug, via: 'qr-code' }])).toBeUndefined()
  await db.exhibition.update({ where: { id }, data: { isPublished: true } })
  expect(await findExhibition(services, slug, 'zh')).toMatchObject({ slug, state: 'running' })
  expect(await findAttribution(services, [{ fair: slug, via: 'qr-code' }])).toMatchObject({
    exhibitionId: id,
  })
})

test('the public figure counts what is verified, and only where the organizers show it', async () => {
  const [open, closed] = [
    await createFair(db, { hasPublicFigure: true }),
    await createFair(db, { hasPublicFigure: false }),
  ]
  const ids = [await sell(open.id), await sell(open.id), await sell(closed.id)]
  expect(await liveFigureOf(open.slug)).toBeNull()
  const verified = [ids[0]!, ids[2]!]
  await withTransaction(pool, (tx) => verifyEntries(tx, now, verified, { rule: 'day-close', by: 'test' }))
  expect(await liveFigureOf(open.slug)).toMatchObject({ salesFen: 2_000, signedFen: 0, totalFen: 2_000 })
  expect(await liveFigureOf(closed.slug)).toBeNull()
})
