import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { adjustStock } from '#app/domain/stock/adjust-stock.server.ts'
import { setLowStock } from '#app/domain/stock/set-low-stock.server.ts'
import { createPool } from '#app/platform/db.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { soundDraft } from '#tests/support/drafts.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { begin, check, csvOf, importServices, jobOf } from '#tests/support/imports.ts'
import { createShop, recordOf } from '#tests/support/listings.ts'
import { deadlock, endOfAudit, runBehind } from '#tests/support/locks.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { acceptListing } from './accept-listing.server.ts'
import { applyBulk } from './bulk/apply-bulk.server.ts'
import { runImports } from './import/run-imports.server.ts'
import { saveListing } from './save-listing.server.ts'
import { submitListing } from './submit-listing.server.ts'

// Stock, product, variants, and the audit log last: each act has locked what it can before the log's end is free.
const database = await useDatabase()
const { db, pool, url, ownerUrl } = database
const services = await importServices(database)

test('a change is accepted while its enterprise counts the goods', async () => {
  const { owner, listing: id, variant } = await createShop(services)
  const reviewer = await createOrganizer(db)
  const { published, version } = await recordOf(services, owner, id)
  const draft = soundDraft({ variants: published?.variants ?? [] })
  await saveListing(services, owner, id, { version, draft })
  await submitListing(services, owner, id, version + 1)
  const received = { pool: 'online', act: 'received', quantity: 5, seen: 10, note: '' } as const
  const both = await runBehind(
    ownerUrl,
    endOfAudit,
    () => acceptListing(services, reviewer, id, { version: version + 1, publishAt: null }),
    () => adjustStock(services, owner, variant.articleNumber, { ...received, key: randomUUID() }),
  )
  expect(both).toMatchObject([{ value: { isPublished: true } }, { value: { delta: 5 } }])
})

/** Prices of two sizes go down while somebody says when the second is short. */
async function priceMeanwhile(through: pg.Pool) {
  const { owner, listing, variant } = await createShop(services)
  const { enterpriseId } = owner
  const articleNumber = `${variant.articleNumber}-2`
  await db.variant.create({
    data: {
      productId: variant.product.id,
      enterpriseId,
      sku: `${variant.sku}-2`,
      articleNumber,
      label: '2kg',
      labelEn: '2kg',
      priceFen: 3_900,
      position: 1,
    },
  })
  const seen = new Map([
    [variant.articleNumber, 2_000],
    [articleNumber, 3_900],
  ])
  const order = { key: randomUUID(), kind: 'price', ids: [listing], percent: -10, seen } as const
  const category = { categoryCode: '', subcategoryCode: '' }
  await runBehind(
    ownerUrl,
    endOfAudit,
    () => applyBulk({ pool: through, clock: services.clock }, owner, { ...order, category }),
    () => setLowStock(services, owner, articleNumber, 3),
  )
  const both = await db.variant.findMany({ where: { productId: variant.product.id }, orderBy: { id: 'asc' } })
  return both.map(({ priceFen, lowStockAt }) => [priceFen, lowStockAt])
}

test('prices are changed together while one of their sizes is', async () => {
  expect(await priceMeanwhile(pool)).toEqual([
    [1_800, 5],
    [3_510, 3],
  ])
})

test('control: without locking all sizes before the first they wait for each other', async () => {
  const careless = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: 2 })
  const unmet = editSql(careless, [['ORDER BY v.id FOR NO KEY UPDATE OF p, v', 'ORDER BY v.id']])
  await expect(priceMeanwhile(careless)).rejects.toMatchObject(deadlock)
  await careless.end()
  expect([...unmet]).toEqual([])
})

test('stock and price come from a file while somebody changes the same goods', async () => {
  const { owner, variant } = await createShop(services)
  const line = { 'variant.sku': variant.articleNumber, 'variant.stock': '12', 'variant.priceFen': '25' }
  const id = await check(services, owner, csvOf([line]))
  await begin(services, owner, id)
  await runBehind(
    ownerUrl,
    endOfAudit,
    () => runImports(services),
    () => setLowStock(services, owner, variant.articleNumber, 3),
  )
  expect(await jobOf(services, owner, id)).toMatchObject({ status: 'done', changedRows: 1, faultyRows: 0 })
})
