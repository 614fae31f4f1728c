import { expect, test } from 'vitest'
import { createPool } from '#app/platform/db.server.ts'
import { writeWorkbook } from '#app/platform/sheets/write-sheet.server.ts'
import { countWaiting, useDatabase, withOwner } from '#tests/support/database.ts'
import { soundDraft, soundVariant } from '#tests/support/drafts.ts'
import { editSql, type SqlEdit } from '#tests/support/edit-sql.ts'
import { check, csvOf, faultsOf, importServices, jobOf } from '#tests/support/imports.ts'
import { createShop, type ListingServices, recordOf, submitDraft } from '#tests/support/listings.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { acceptListing } from './accept-listing.server.ts'
import { exportSheet } from './import/export-listings.server.ts'
import { saveListing } from './save-listing.server.ts'
import { submitListing } from './submit-listing.server.ts'

const database = await useDatabase()
const services = await importServices(database)
const { db } = services
const reviewer = await createOrganizer(db, 'division-reviewer', '150430')

/** Goods under this number, the only ones that their enterprise lists. */
async function publish(number: string, priceFen = 1_990) {
  const { owner, listing } = await createShop(services)
  await db.listing.delete({ where: { id: listing } })
  const variants = [soundVariant({ sku: number, priceFen })]
  const id = await submitDraft(services, owner, soundDraft({ variants }))
  expect(await acceptListing(services, reviewer, id, { version: 1, publishAt: null })).toMatchObject({
    ok: true,
  })
  const { productId } = await recordOf(services, owner, id)
  const variant = await db.variant.findFirstOrThrow({ where: { productId: productId ?? 0 } })
  return { owner, id, variant }
}

test('two enterprises publish under one number; the shop knows their goods by handles that nobody typed', async () => {
  const [one, other] = [await publish('001'), await publish('001')]
  expect([one.variant.articleNumber, other.variant.articleNumber]).toEqual(['001', '001'])
  expect(one.variant.sku).toMatch(/^CF-\w{8}$/)
  expect(other.variant.sku).not.toBe(one.variant.sku)
  expect((await recordOf(services, one.owner, one.id)).published?.variants).toMatchObject([{ sku: '001' }])

  const unnumbered = await publish('')
  expect(unnumbered.variant.articleNumber).toBe(unnumbered.variant.sku)
})

test('what they export comes back without a change, and a price in a file is that of their own goods', async () => {
  const [one, other] = [await publish('XM-500', 1_990), await publish('XM-500', 2_990)]
  for (const { owner } of [one, other]) {
    const bytes = await writeWorkbook(await exportSheet(services, owner, 'zh'))
    const job = await check(services, owner, new File([new Uint8Array(bytes)], '商品.xlsx'))
    expect(await faultsOf(services, job)).toEqual([])
    const preview = { created: 0, changed: 0, unchanged: 1 }
    expect((await jobOf(services, owner, job)).columns.preview).toEqual(preview)
  }
  const job = await check(
    services,
    other.owner,
    csvOf([{ 'variant.sku': 'XM-500', 'variant.priceFen': '19.90' }]),
  )
  expect((await jobOf(services, other.owner, job)).columns.preview).toMatchObject({ created: 0, changed: 1 })
})

test('a variant is found again by its number, and a change of it leaves its handle as it was', async () => {
  const { owner, id, variant } = await publish('LP-1')
  const { version } = await recordOf(services, owner, id)
  const variants = [soundVariant({ sku: 'LP-1', label: '改了名字', initialStock: null })]
  await saveListing(services, owner, id, { version, draft: soundDraft({ variants }) })
  await submitListing(services, owner, id, version + 1)
  await acceptListing(services, reviewer, id, { version: version + 1, publishAt: null })
  const stored = await db.variant.findMany({ where: { productId: variant.productId } })
  expect(stored).toMatchObject([{ id: variant.id, sku: variant.sku, label: '改了名字', isActive: true }])
})

test('a variant is its product’s enterprise’s, and one that the version before writes is numbered by its handle', async () => {
  const [one, other] = [await publish('DB-1'), await publish('DB-1')]
  const { productId, enterpriseId } = one.variant
  const move = { where: { id: one.variant.id }, data: { enterpriseId: other.variant.enterpriseId } }
  await expect(
    db.variant.updateMany({ ...move, data: { ...move.data, articleNumber: 'DB-2' } }),
  ).rejects.toThrow('variant_product_id_enterprise_id_fkey')
  await db.$executeRaw`
    INSERT INTO variant (product_id, sku, label, label_en, price_fen) VALUES (${productId}, 'OLD-1', '旧', '', 100)`
  expect(await db.variant.findUnique({ where: { sku: 'OLD-1' } })).toMatchObject({
    articleNumber: 'OLD-1',
    enterpriseId,
  })
})

type Raced = { services: ListingServices; url: string; ownerUrl: string }

/** Two listings of one enterprise bring one number, and are accepted at once, both held up while they look for others. */
async function acceptBoth({ services: own, url, ownerUrl }: Raced, edits: ReadonlyArray<SqlEdit>) {
  const { owner } = await createShop(own)
  const by = await createOrganizer(own.db, 'division-reviewer', '150430')
  const draft = soundDraft({ variants: [soundVariant({ sku: 'TWICE' })] })
  const ids = [await submitDraft(own, owner, draft), await submitDraft(own, owner, draft)]
  const pool = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: 2 })
  const unmet = editSql(pool, edits)
  const holder = await own.pool.connect()
  await holder.query('BEGIN')
  await holder.query('LOCK TABLE category IN ACCESS EXCLUSIVE MODE')
  const accepting = ids.map((id) =>
    acceptListing({ pool, clock: own.clock }, by, id, { version: 1, publishAt: null }).then(
      (accepted) => (accepted.ok ? 'published' : JSON.stringify(accepted)),
      (error: { code?: string }) => error.code,
    ),
  )
  await expect.poll(() => countWaiting(ownerUrl)).toBe(2)
  await holder.query('COMMIT')
  holder.release()
  const said = await Promise.all(accepting)
  await pool.end()
  expect([...unmet]).toEqual([])
  const where = { articleNumber: 'TWICE', enterpriseId: owner.enterpriseId }
  return { said: said.sort(), numbered: await own.db.variant.count({ where }) }
}

const turns: SqlEdit = [`pg_advisory_xact_lock(hashtext('article-numbers'), $1::int)`, '$1::int']
const taken = JSON.stringify({
  ok: false,
  code: 'has-problems',
  detail: [{ field: 'variants.0.sku', code: 'sku-taken' }],
})
const raced = { services, ...database }

test('of two listings that bring one number at once one is published, and of the other it is said why not', async () => {
  expect(await acceptBoth(raced, [])).toEqual({ said: ['published', taken], numbered: 1 })
})

test('without taking turns the second is an error: the database does not hold one number twice', async () => {
  const { said, numbered } = await acceptBoth(raced, [turns])
  expect([said, numbered]).toEqual([['23505', 'published'], 1])
})

const bare = await useDatabase()
const bareServices = await importServices(bare)

test('negative control: without its index, either, one number is published twice', async () => {
  await withOwner(bare.ownerUrl, (owner) =>
    owner.query('DROP INDEX variant_article_number_enterprise_id_key'),
  )
  expect(await acceptBoth({ services: bareServices, ...bare }, [turns])).toEqual({
    said: ['published', 'published'],
    numbered: 2,
  })
})
