import { describe, expect, test } from 'vitest'
import { answerRequest } from '#app/domain/after-sales/answer-request.server.ts'
import { replyToAnswer } from '#app/domain/after-sales/reply.server.ts'
import { addToCart } from '#app/domain/cart/add-to-cart.server.ts'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { requestAfterSale } from '#app/domain/orders/request-after-sale.server.ts'
import { createDatabase, createPool } from '#app/platform/db.server.ts'
import { checkOut, shopServices } from '#tests/support/checkout.ts'
import { countWaiting, useDatabase, withOwner } from '#tests/support/database.ts'
import { editSql, type SqlEdit } from '#tests/support/edit-sql.ts'
import { createOrderGroup, createVariant } from '#tests/support/goods.ts'
import { peopleServices, randomPhone, signInAs } from '#tests/support/people.ts'
import { createMember } from '#tests/support/staff.ts'
import type { AddressInput } from './address-form.ts'
import { addAddress } from './addresses.server.ts'
import { deleteAccount } from './delete-account.server.ts'
import { addInvoiceTitle } from './invoice-titles.server.ts'
import { renameShopper } from './profile.server.ts'
import type { SignedInScope } from './scope.ts'

const database = await useDatabase()
const { db, ownerUrl } = database
const people = peopleServices(database)
const shop = { ...shopServices(database), clock: people.clock }

/** A shopper with an order that has come, about which one request was made. */
async function createBuyer(request: object = {}) {
  const phone = randomPhone()
  const { scope } = await signInAs(people, phone)
  const goods = await createVariant(db, { free: 9 })
  const { id: groupId, orders } = await createOrderGroup(db, { shopperId: scope.shopperId, goods })
  const lineId = orders[0]!.lines[0]!.id
  const at = people.clock.now()
  const told = { kind: 'refund-only', reason: 'damaged', body: '袋子破了', quantity: 1 }
  const when = { createdAt: at, deadlineAt: at }
  const { id } = await db.afterSale.create({
    data: { ...told, ...when, orderLineId: lineId, enterpriseId: goods.enterpriseId, ...request },
  })
  return { phone, scope, groupId, lineId, requestId: id, enterpriseId: goods.enterpriseId, sku: goods.sku }
}
type Buyer = Awaited<ReturnType<typeof createBuyer>>
type Outcome = { ok: true } | { ok: false; code: string }

const createRefused = () => createBuyer({ status: 'refused', closedAt: people.clock.now(), answer: '没有破' })

const acts: Record<string, (buyer: Buyer) => Promise<Outcome>> = {
  'asks about a line': ({ groupId, lineId }) =>
    requestAfterSale(shop, groupId, {
      ...{ lineId, kind: 'refund-only', reason: 'damaged', body: '又破了一袋', quantity: 1 },
      photos: ['a'.repeat(24)],
    }),
  'objects to a refusal': ({ groupId, requestId }) =>
    replyToAnswer(shop, groupId, { requestId, reply: '照片里看得很清楚' }),
}
const whats = Object.keys(acts)

/** Two acts at once: the first is held up by `held` in its transaction, and goes on when the second is done or waits. */
async function atOnce<A, B>(
  held: string,
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> {
  return await withOwner(ownerUrl, async (holder) => {
    await holder.query('BEGIN')
    await holder.query(held)
    const one = first()
    await expect.poll(() => countWaiting(ownerUrl)).toBe(1)
    let isDone = false
    const other = second().finally(() => {
      isDone = true
    })
    while (!isDone && (await countWaiting(ownerUrl)) < 2);
    await holder.query('COMMIT')
    return await Promise.all([one, other])
  })
}

/** Where an act on an order, and where a deletion waits, each with all its locks. */
const eventsHeld = 'LOCK TABLE order_event IN SHARE MODE'
const addressesHeld = 'LOCK TABLE address IN SHARE MODE'

const outcome = (answer: { ok: true } | { ok: false; code: string }) => answer.ok || answer.code

/** What is left of a person: whether the account lives, what is open, and what of their words and photos is there. */
async function leftOf({ scope, groupId, lineId }: Buyer) {
  const { deletedAt } = await db.shopper.findUniqueOrThrow({ where: { id: scope.shopperId } })
  const { phone } = await db.orderGroup.findUniqueOrThrow({ where: { id: groupId } })
  const requests = await db.afterSale.findMany({ where: { orderLineId: lineId } })
  return {
    isErased: deletedAt !== null && phone === 'deleted',
    open: requests.filter(({ closedAt }) => closedAt === null).length,
    words: requests.filter(({ body, reply, photos }) => body || reply || photos.length > 0).length,
  }
}

const isWaitedFor = [
  'SELECT FROM order_group WHERE shopper_id = $1::uuid ORDER BY id FOR NO KEY UPDATE',
  'SELECT FROM order_group WHERE shopper_id = $1::uuid ORDER BY id',
] as const
const cartIsWaitedFor = [
  'SELECT FROM cart WHERE shopper_id = $1::uuid FOR UPDATE',
  'SELECT FROM cart WHERE shopper_id = $1::uuid',
] as const

/** Closes accounts through connections of its own, on which this piece of the shop's SQL is another. */
async function withEdited<T>(edit: SqlEdit, work: (careless: typeof people) => Promise<T>): Promise<T> {
  const pool = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 2 })
  const unmet = editSql(pool, [edit])
  const own = createDatabase(pool)
  try {
    return await work({ ...people, db: own })
  } finally {
    await own.$disconnect()
    await pool.end()
    expect([...unmet]).toEqual([])
  }
}

async function actThenClose(what: string, buyer: Buyer, services = people) {
  const act = acts[what] ?? (() => Promise.reject(new Error(what)))
  return await atOnce(
    eventsHeld,
    () => act(buyer),
    () => deleteAccount(services, buyer.scope),
  )
}

async function closeThenAct(what: string, buyer: Buyer, services = people) {
  const act = acts[what] ?? (() => Promise.reject(new Error(what)))
  return await atOnce(
    addressesHeld,
    () => deleteAccount(services, buyer.scope),
    () => act(buyer),
  )
}

describe('somebody closes the account, and at once', () => {
  test.each(whats)('%s, a breath before: the request is whole, and the account stays', async (what) => {
    const buyer = await createRefused()
    const answers = await actThenClose(what, buyer)
    expect(answers.map(outcome)).toEqual([true, 'orders-open'])
    const words = what === 'asks about a line' ? 2 : 1
    expect(await leftOf(buyer)).toEqual({ isErased: false, open: 1, words })
  })

  test.each(whats)('%s, a breath after: the account is closed, and nothing is written', async (what) => {
    const buyer = await createRefused()
    const answers = await closeThenAct(what, buyer)
    expect(answers.map(outcome)).toEqual([true, 'account-closed'])
    expect(await leftOf(buyer)).toEqual({ isErased: true, open: 0, words: 0 })
  })

  test.each(whats)(
    'control: %s, and no order is waited for: an erased person has an open request',
    async (what) => {
      await withEdited(isWaitedFor, async (careless) => {
        const [before, after] = [await createRefused(), await createRefused()]
        expect((await actThenClose(what, before, careless)).map(outcome)).toEqual([true, true])
        expect(await leftOf(before)).toMatchObject({ isErased: true, open: 1 })
        expect((await closeThenAct(what, after, careless)).map(outcome)).toEqual([true, true])
        expect(await leftOf(after)).toMatchObject({ isErased: true, open: 1 })
      })
    },
  )

  test('its enterprise refuses the last open request, a breath before: closed, it goes with the account', async () => {
    const buyer = await createBuyer()
    const enterprise = await createMember(db, buyer.enterpriseId)
    const answers = await atOnce(
      eventsHeld,
      () => answerRequest(shop, enterprise, buyer.requestId, { kind: 'refuse', text: '没有破' }),
      () => deleteAccount(people, buyer.scope),
    )
    expect(answers.map(outcome)).toEqual([true, true])
    expect(await leftOf(buyer)).toEqual({ isErased: true, open: 0, words: 0 })
  })
})

describe('somebody closes the account and places an order at once', () => {
  /** A shopper who confirms the checkout. */
  async function createOrdering() {
    const phone = randomPhone()
    const { scope } = await signInAs(people, phone)
    const { sku, id } = await createVariant(db, { free: 9 })
    await addToCart(people, scope, { sku, quantity: 1 })
    const command = await checkOut(shop, scope)
    return {
      scope,
      stockHeld: `SELECT FROM stock WHERE variant_id = ${id} FOR UPDATE`,
      place: () => placeOrder(shop, scope, { ...command, delivery: { ...command.delivery, phone } }),
      /** Of each order whether its buyer can be reached. */
      ordersOf: async () => {
        const orders = await db.orderGroup.findMany({ where: { shopperId: scope.shopperId } })
        return orders.map((order) => order.phone === phone)
      },
    }
  }

  test('the order a breath before: it has its buyer, and the account stays', async () => {
    const { scope, stockHeld, place, ordersOf } = await createOrdering()
    const answers = await atOnce(stockHeld, place, () => deleteAccount(people, scope))
    expect([answers.map(outcome), await ordersOf()]).toEqual([[true, 'orders-open'], [true]])
  })

  test('the order a breath after: there is no cart any more', async () => {
    const { scope, place, ordersOf } = await createOrdering()
    const answers = await atOnce(addressesHeld, () => deleteAccount(people, scope), place)
    expect([answers.map(outcome), await ordersOf()]).toEqual([[true, 'empty-cart'], []])
  })

  test('control: no cart is waited for: an order that awaits payment has lost its buyer', async () => {
    await withEdited(cartIsWaitedFor, async (careless) => {
      const { scope, stockHeld, place, ordersOf } = await createOrdering()
      const answers = await atOnce(stockHeld, place, () => deleteAccount(careless, scope))
      expect([answers.map(outcome), await ordersOf()]).toEqual([[true, true], [false]])
    })
  })
})

describe('somebody closes the account and tells more about themselves at once', () => {
  const told = '李金丝雀'
  const home: AddressInput = {
    ...{ recipient: told, phone: '13700137000', districtCode: '110108', detail: '知春路 6 号楼 1203' },
    ...{ street: '', postcode: '', tag: 'home', isDefault: false },
  }
  const tales: Record<string, (services: typeof people, scope: SignedInScope) => Promise<unknown>> = {
    'an address': (services, scope) => addAddress(services, scope, home),
    'an invoice title': (services, scope) =>
      addInvoiceTitle(services, scope, { kind: 'personal', name: told, creditCode: null }),
    'a name': ({ db: own }, scope) => renameShopper(own, scope, told),
  }

  /** A breath after the closing; how much of it is kept. */
  async function tellMeanwhile(what: string, services: typeof people) {
    const { scope } = await signInAs(people, randomPhone())
    const [deleted] = await atOnce(
      addressesHeld,
      () => deleteAccount(people, scope),
      async () => tales[what]?.(services, scope),
    )
    expect(deleted.ok).toBe(true)
    const { shopperId } = scope
    const { name } = await db.shopper.findUniqueOrThrow({ where: { id: shopperId } })
    const addresses = await db.address.count({ where: { shopperId } })
    return addresses + (await db.invoiceTitle.count({ where: { shopperId } })) + (name === null ? 0 : 1)
  }

  test.each(Object.keys(tales))('%s, a breath after: nothing of it is kept', async (what) => {
    expect(await tellMeanwhile(what, people)).toBe(0)
  })

  test('control: without a look at whether it is closed, an address is kept of nobody', async () => {
    const edit = ['AND deleted_at IS NULL FOR NO KEY UPDATE', 'FOR NO KEY UPDATE'] as const
    expect(await withEdited(edit, (careless) => tellMeanwhile('an address', careless))).toBe(1)
  })
})
