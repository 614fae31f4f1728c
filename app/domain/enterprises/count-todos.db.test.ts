import { expect, test } from 'vitest'
import { listListings } from '#app/domain/listings/list-listings.server.ts'
import { after, day } from '#app/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createOrderGroup } from '#tests/support/goods.ts'
import { createShop, listingServices } from '#tests/support/listings.ts'
import { createMember } from '#tests/support/staff.ts'
import { countTodos } from './count-todos.server.ts'

const { db, pool } = await useDatabase()
const services = await listingServices({ db, pool })
const nothing = {
  toShip: 0,
  afterSales: 0,
  reviews: 0,
  returned: 0,
  lapsed: 0,
  lowStock: 0,
  documents: 0,
  papers: 0,
  invoices: 0,
  reversals: 0,
  late: { toShip: 0, afterSales: 0 },
}

test('each thing that waits for an enterprise is counted, and nothing of another (T43)', async () => {
  const { orders } = await createOrderGroup(db, { orderStatus: 'to-ship' })
  const { enterpriseId, lines } = orders[0]!
  const { id: orderLineId, productId } = lines[0]!
  const owner = await createMember(db, enterpriseId)
  expect(await countTodos(services, owner)).toEqual({ ...nothing, toShip: 1 })

  const createdAt = services.clock.now()
  const text = { reason: 'damaged', body: '', quantity: 1 }
  const asked = { ...text, kind: 'refund-only', createdAt, deadlineAt: createdAt }
  await db.afterSale.create({ data: { ...asked, orderLineId, enterpriseId } })
  await db.review.create({
    data: { productId, authorName: '赵', rating: 5, body: '好', status: 'published', createdAt },
  })
  await db.listing.create({
    data: {
      enterpriseId,
      title: '退回的小米',
      draft: {},
      status: 'returned',
      createdAt,
      updatedAt: createdAt,
    },
  })
  await db.variant.updateMany({ where: { productId }, data: { lowStockAt: 10 } })
  const ending = (kind: string, date: string) => ({
    enterpriseId,
    kind,
    createdAt,
    expiresOn: new Date(date),
  })
  await db.enterpriseDocument.createMany({
    data: [
      ending('organic', '2026-12-24'),
      ending('green-food', '2026-12-25'),
      { ...ending('gi-authorisation', '2026-11-01'), replacedAt: createdAt },
    ],
  })
  const { id: orderId, totalFen } = orders[0]!
  await db.invoice.create({ data: { orderId, enterpriseId, amountFen: totalFen, requestedAt: createdAt } })
  const everything = {
    toShip: 1,
    afterSales: 1,
    reviews: 1,
    returned: 1,
    lapsed: 0,
    lowStock: 1,
    documents: 1,
    papers: 0,
  }
  const late = { toShip: 0, afterSales: 1 }
  expect(await countTodos(services, owner)).toEqual({ ...everything, invoices: 1, reversals: 0, late })
  const { owner: stranger } = await createShop(services)
  expect(await countTodos(services, stranger)).toEqual(nothing)
})

test('goods whose papers end soon are counted by the rule of the list, and the count leads to them', async () => {
  const { owner, variant, listing } = await createShop(services)
  const today = services.clock.now()
  const { product } = variant
  await db.product.update({ where: { id: product.id }, data: { subcategoryCode: 'meat-lamb' } })
  const addBatch = (code: string, days: number) =>
    db.batch.create({
      data: {
        productId: product.id,
        code,
        producedOn: today,
        expiresOn: after(today, days * day),
        papers: ['quarantine', 'meat-quality'].map((kind) => ({ kind, number: 'CD-1' })),
      },
    })
  const state = 'ending-papers' as const
  const found = async () => {
    const { items } = await listListings(services, owner, { state, category: '', text: '', after: null })
    expect((await countTodos(services, owner)).papers).toBe(items.length)
    return items.map(({ id, papers }) => [id, papers.kind])
  }
  await addBatch('B-1', 7)
  expect(await found()).toEqual([[listing, 'expiring']])
  await addBatch('B-2', 8)
  expect(await found()).toEqual([])
  services.clock.pass(day)
  expect(await found()).toEqual([[listing, 'expiring']])
  services.clock.pass(8 * day)
  expect(await found()).toEqual([[listing, 'expired']])
  await db.product.update({ where: { id: product.id }, data: { status: 'taken-down' } })
  expect(await found()).toEqual([])
})

test('a return counts while its next step is the enterprise’s, and what is over its time is counted by itself', async () => {
  const { orders } = await createOrderGroup(db, { orderStatus: 'to-ship' })
  const { id, enterpriseId, lines } = orders[0]!
  const owner = await createMember(db, enterpriseId)
  const now = services.clock.now()
  await db.order.update({ where: { id }, data: { paidAt: now } })
  const { id: request } = await db.afterSale.create({
    data: {
      ...{ orderLineId: lines[0]!.id, enterpriseId, kind: 'return-and-refund', reason: 'damaged', body: '' },
      ...{ quantity: 1, status: 'awaiting-return', createdAt: now, deadlineAt: after(now, day) },
    },
  })
  const standing = async () => {
    const { toShip, afterSales, late } = await countTodos(services, owner)
    return [toShip, afterSales, late.toShip, late.afterSales]
  }
  expect(await standing()).toEqual([1, 0, 0, 0])
  await db.afterSale.update({ where: { id: request }, data: { repliedAt: now, reply: '顺丰' } })
  expect(await standing()).toEqual([1, 1, 0, 0])
  services.clock.pass(3 * day)
  expect(await standing()).toEqual([1, 1, 1, 1])
})
