import type pg from 'pg'
import { expect, test } from 'vitest'
import { countTodos } from '#app/domain/enterprises/count-todos.server.ts'
import { suspendEnterprise } from '#app/domain/enterprises/suspend-enterprise.server.ts'
import { day, hour } from '#app/kernel/clock.ts'
import { createPool } from '#app/platform/db.server.ts'
import { countWaiting, useDatabase } from '#tests/support/database.ts'
import { soundDraft } from '#tests/support/drafts.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { formOf } from '#tests/support/forms.ts'
import { createDivision } from '#tests/support/goods.ts'
import { createShop, listingServices, recordOf, submitDraft } from '#tests/support/listings.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { acceptListing } from './accept-listing.server.ts'
import { barListing, liftBar } from './bar-listing.server.ts'
import { listListings } from './list-listings.server.ts'
import { publishScheduled } from './publish-scheduled.server.ts'
import { parseQueueQuery } from './queue-query.ts'
import { reviewListing } from './review-listing.server.ts'
import { findPublished, listSubmissions } from './review-queue.server.ts'
import { saveListing } from './save-listing.server.ts'
import { submitListing } from './submit-listing.server.ts'
import { publishAgain, takeDown } from './take-down.server.ts'
import { takeDownLapsed } from './take-down-lapsed.server.ts'

const database = await useDatabase()
const { db } = database
const services = await listingServices(database)
const { clock } = services
const reviewer = await createOrganizer(db, 'division-reviewer', '150430')
await createDivision(db, '150429', 'ningcheng')
const elsewhere = await createOrganizer(db, 'division-reviewer', '150429')
const reason = '标签上的产地和检验报告不一致'

/** Goods on sale with a change that waits for its review. */
async function createWaiting() {
  const shop = await createShop(services)
  const { owner, listing: id } = shop
  const { published, version } = await recordOf(services, owner, id)
  const draft = soundDraft({ variants: published?.variants ?? [], title: '改了名字的黄小米' })
  await saveListing(services, owner, id, { version, draft })
  await submitListing(services, owner, id, version + 1)
  return { ...shop, id, version: version + 1 }
}

test('what its owner took down does not come back with a change that waited, nor when its hour comes', async () => {
  const waiting = await createWaiting()
  expect(await takeDown(services, waiting.owner, waiting.id)).toMatchObject({ ok: true })
  expect(await recordOf(services, waiting.owner, waiting.id)).toMatchObject({
    shelf: 'taken-down',
    status: 'draft',
  })
  expect(
    await acceptListing(services, reviewer, waiting.id, { version: waiting.version, publishAt: null }),
  ).toMatchObject({ code: 'not-submitted' })

  const scheduled = await createWaiting()
  const publishAt = new Date(clock.now().getTime() + hour)
  await acceptListing(services, reviewer, scheduled.id, { version: scheduled.version, publishAt })
  await takeDown(services, scheduled.owner, scheduled.id)
  clock.pass(2 * hour)
  expect(await publishScheduled(services)).toBe(0)
  const { shelf, draft } = await recordOf(services, scheduled.owner, scheduled.id)
  expect([shelf, draft?.title]).toEqual(['taken-down', '改了名字的黄小米'])
})

/** A reviewer accepts, held up after the listing was read, while the owner takes it down; how it stands then. */
async function takeDownMeanwhile(pool: pg.Pool): Promise<string> {
  const { owner, id, version } = await createWaiting()
  const racing = { pool, clock }
  const holder = await database.pool.connect()
  await holder.query('BEGIN')
  await holder.query('LOCK TABLE category IN ACCESS EXCLUSIVE MODE')
  const accepting = acceptListing(racing, reviewer, id, { version, publishAt: null })
  await expect.poll(() => countWaiting(database.ownerUrl)).toBe(1)
  let isDown = false
  const taking = takeDown(racing, owner, id).then(() => {
    isDown = true
  })
  await expect.poll(async () => isDown || (await countWaiting(database.ownerUrl)) === 2).toBe(true)
  await holder.query('COMMIT')
  holder.release()
  await Promise.all([accepting, taking])
  return (await recordOf(services, owner, id)).shelf
}

test('an owner who takes goods down while a reviewer accepts their change finds them down', async () => {
  expect(await takeDownMeanwhile(database.pool)).toBe('taken-down')
})

test('control: without holding the listing the change brings them back', async () => {
  const pool = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 3 })
  const unmet = editSql(pool, [
    ['SELECT FROM listing WHERE id = $1::uuid FOR UPDATE', 'SELECT FROM listing WHERE id = $1::uuid'],
  ])
  expect(await takeDownMeanwhile(pool)).toBe('on-sale')
  await pool.end()
  expect([...unmet]).toEqual([])
})

test('organizers take one product down: it stays so until a change of it was reviewed, and its owner is told', async () => {
  const { owner, id, version } = await createWaiting()
  expect(await barListing(services, elsewhere, id, reason)).toMatchObject({ code: 'not-found' })
  expect(await barListing(services, reviewer, id, reason)).toMatchObject({ ok: true })
  expect(await barListing(services, reviewer, id, reason)).toMatchObject({ code: 'changed' })
  expect(await recordOf(services, owner, id)).toMatchObject({
    shelf: 'taken-down',
    status: 'draft',
    barReason: reason,
  })
  expect(await publishAgain(services, owner, id)).toMatchObject({ code: 'barred' })
  expect(await db.outboxMessage.findMany({ where: { kind: 'listing-barred' } })).toMatchObject([
    { payload: { to: owner.staff.staffId, path: `/enterprise/${owner.slug}/listings/${id}` } },
  ])
  expect(await db.auditEntry.findFirst({ where: { subjectId: id, action: 'bar-listing' } })).toMatchObject({
    reason,
    enterpriseId: owner.enterpriseId,
    before: { stand: 'on-sale' },
  })
  const barred = parseQueueQuery(new URLSearchParams('state=barred'))
  const listed = async (scope: typeof reviewer) =>
    (await findPublished(services, scope, barred)).items.map((item) => item.id)
  expect([await listed(reviewer), await listed(elsewhere)]).toEqual([[id], []])

  await submitListing(services, owner, id, version)
  await acceptListing(services, reviewer, id, { version, publishAt: null })
  expect(await recordOf(services, owner, id)).toMatchObject({ shelf: 'on-sale', barReason: null })
})

test('goods taken down by mistake may be published again by their owner, and nobody lifts it for themselves', async () => {
  const { owner, listing: id } = await createShop(services)
  await barListing(services, reviewer, id, reason)
  await db.membership.create({
    data: {
      staffId: reviewer.staff.staffId,
      enterpriseId: owner.enterpriseId,
      role: 'editor',
      createdAt: clock.now(),
    },
  })
  expect(await liftBar(services, reviewer, id, '看错了报告')).toMatchObject({ code: 'own-submission' })
  await db.membership.deleteMany({ where: { staffId: reviewer.staff.staffId } })
  expect(await liftBar(services, reviewer, id, '看错了报告')).toMatchObject({ ok: true })
  expect(await publishAgain(services, owner, id)).toMatchObject({ ok: true })
})

test('goods of a suspended enterprise that were taken down stay down when it is reinstated', async () => {
  const { owner, listing: id, variant } = await createShop(services)
  const city = await createOrganizer(db)
  await suspendEnterprise(services, city, { slug: owner.slug, reason })
  await barListing(services, city, id, reason)
  expect(await db.product.findUnique({ where: { id: variant.product.id } })).toMatchObject({
    status: 'taken-down',
  })
})

test('comments that were written are not dropped with an acceptance: it is asked once', async () => {
  const { id, owner, version } = await createWaiting()
  const send = (fields: Record<string, string>) =>
    reviewListing(services, reviewer, id, formOf({ version, ...fields }))
  const comment = { 'comment.title': '请写明品种' }
  expect(await send({ intent: 'accept', ...comment })).toMatchObject({
    failure: 'comments-unsent',
    typed: comment,
  })
  expect(await recordOf(services, owner, id)).toMatchObject({ status: 'submitted' })
  expect(await send({ intent: 'accept-unsaid', ...comment })).toEqual({ done: 'accepted' })
  expect(await send({ intent: 'bar', reason: '无' })).toMatchObject({
    failure: 'reason-needed',
    bar: { errors: { reason: 'reason-needed' } },
  })
  expect(await send({ intent: 'bar', reason })).toEqual({ done: 'barred' })
})

test('reviewers narrow their list to an enterprise, a division, new goods, and those whose papers end', async () => {
  const { owner, id, variant } = await createWaiting()
  clock.pass(hour)
  const fresh = await submitDraft(services, owner)
  const city = await createOrganizer(db)
  const found = async (search: string, scope = city) => {
    const query = parseQueueQuery(new URLSearchParams(`enterprise=${owner.slug}&${search}`))
    const list = query.state === 'waiting' ? listSubmissions : findPublished
    return (await list(services, scope, query)).items.map((item) => item.id)
  }
  expect(await found('')).toEqual([id, fresh])
  expect(await found('kind=new')).toEqual([fresh])
  expect(await found('kind=change')).toEqual([id])
  expect(await found('division=150429')).toEqual([])
  expect(await found('division=150430', elsewhere)).toEqual([])
  expect(await found('q=改了名字')).toEqual([id])
  expect(await found('state=published')).toEqual([id])
  expect(await found(`state=published&q=https://shop.example/en/products/${variant.slug}?from=card`)).toEqual(
    [id],
  )
  expect(await found('kind=ending-papers')).toEqual([])
  await db.product.update({ where: { id: variant.product.id }, data: { subcategoryCode: 'meat-lamb' } })
  const papers = [{ kind: 'quarantine', number: 'A', issuer: '所', issuedOn: '2026-11-20', expiresOn: null }]
  const producedOn = new Date('2026-11-20')
  const { id: batch } = await db.batch.create({
    data: {
      productId: variant.product.id,
      code: `Q-${id}`,
      producedOn,
      expiresOn: new Date('2027-06-01'),
      papers,
    },
  })
  expect(await found('kind=ending-papers')).toEqual([])
  await db.batch.update({
    where: { id: batch },
    data: { expiresOn: new Date(clock.now().getTime() + 3 * day) },
  })
  expect(await found('kind=ending-papers')).toEqual([id])
})

test('goods that went with their papers are a thing to do, and its owner is told once a day', async () => {
  const { owner, id, variant } = await createWaiting()
  const other = await createShop(services)
  await db.product.updateMany({
    where: { enterpriseId: owner.enterpriseId },
    data: { subcategoryCode: 'meat-lamb' },
  })
  await db.batch.create({
    data: {
      productId: variant.product.id,
      code: `L-${id}`,
      producedOn: clock.now(),
      expiresOn: new Date('2026-11-01'),
      papers: [],
    },
  })
  expect((await countTodos(services, owner)).lapsed).toBe(0)
  expect(await takeDownLapsed(services)).toBe(1)
  const lapsed = { state: 'lapsed' as const, category: '', text: '', after: null }
  const listed = async (scope: typeof owner) =>
    (await listListings(services, scope, lapsed)).items.map((item) => item.id)
  // Its change waits for a reviewer: nothing is left to do.
  expect([(await countTodos(services, owner)).lapsed, await listed(owner)]).toEqual([0, []])
  await db.listing.update({ where: { id }, data: { status: 'draft' } })
  expect([(await countTodos(services, owner)).lapsed, await listed(owner)]).toEqual([1, [id]])
  expect([(await countTodos(services, other.owner)).lapsed, await listed(other.owner)]).toEqual([0, []])
  const messages = () => db.outboxMessage.count({ where: { kind: 'goods-lapsed' } })
  expect(await messages()).toBe(1)
  await db.product.update({ where: { id: variant.product.id }, data: { status: 'published' } })
  await takeDownLapsed(services)
  expect(await messages(), 'the same day').toBe(1)
  clock.pass(31 * day)
  expect((await countTodos(services, owner)).lapsed, 'a month later').toBe(0)
})
