import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { addToCart } from '#app/domain/cart/add-to-cart.server.ts'
import { productTag } from '#app/domain/catalog/tags.ts'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import {
  hasOriginal,
  originalFile,
  requestPictures,
  writeAtomically,
} from '#app/platform/pictures/store.server.ts'
import { checkOut, shopEnv } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createOrderGroup, createVariant } from '#tests/support/goods.ts'
import { peopleServices, randomPhone, signInAs } from '#tests/support/people.ts'
import type { AddressInput } from './address-form.ts'
import {
  addAddress,
  editAddress,
  findAddress,
  listAddresses,
  makeDefaultAddress,
  removeAddress,
} from './addresses.server.ts'
import { deleteAccount } from './delete-account.server.ts'
import { exportOwnData } from './export-own-data.server.ts'
import { addFavourite, listFavourites } from './favourites.server.ts'
import { addInvoiceTitle, listInvoiceTitles, removeInvoiceTitle } from './invoice-titles.server.ts'

const database = await useDatabase()
const services = peopleServices(database)
const { db } = services

const home: AddressInput = {
  recipient: '钱小雨',
  phone: '13700137000',
  districtCode: '110108',
  street: '',
  detail: '知春路金丝雀小区 6 号楼 1203',
  postcode: '',
  tag: 'home',
  isDefault: false,
}

const asked = {
  kind: 'refund-only',
  reason: 'damaged',
  body: '袋子破了',
  quantity: 1,
  status: 'refused',
  createdAt: new Date('2026-11-22T02:00:00Z'),
  deadlineAt: new Date('2026-11-24T02:00:00Z'),
  closedAt: new Date('2026-11-23T02:00:00Z'),
}

async function newShopper() {
  const phone = randomPhone()
  return { phone, ...(await signInAs(services, phone)) }
}

describe('addresses', () => {
  test('there is one default at most, however many ask at once', async () => {
    const { scope } = await newShopper()
    await Promise.all(
      Array.from({ length: 8 }, (_, floor) =>
        addAddress(services, scope, { ...home, detail: `${home.detail} ${floor} 层`, isDefault: true }),
      ),
    )
    const addresses = await listAddresses(db, scope)
    expect(addresses).toHaveLength(8)
    expect(addresses.filter((address) => address.isDefault)).toHaveLength(1)
    await Promise.all(addresses.map((address) => makeDefaultAddress(services, scope, address.id)))
    expect((await listAddresses(db, scope)).filter((address) => address.isDefault)).toHaveLength(1)
  })

  test('one that is saved twice at once is one, and keeps its tag', async () => {
    const { scope } = await newShopper()
    await addAddress(services, scope, home)
    await Promise.all([1, 2].map(() => addAddress(services, scope, { ...home, tag: '', isDefault: true })))
    expect(await listAddresses(db, scope)).toMatchObject([{ tag: 'home', isDefault: true }])
  })

  test('another shopper’s address is not there: not to read, edit or remove (T43)', async () => {
    const owner = await newShopper()
    const stranger = await newShopper()
    const added = await addAddress(services, owner.scope, home)
    const id = added.ok ? added.value.id : ''
    expect(await findAddress(db, stranger.scope, id)).toBeNull()
    expect(await editAddress(services, stranger.scope, id, home)).toEqual({ ok: false, code: 'not-found' })
    await removeAddress(services, stranger.scope, id)
    await makeDefaultAddress(services, stranger.scope, id)
    expect(await findAddress(db, owner.scope, id)).toMatchObject({
      recipient: '钱小雨',
      region: '北京市 海淀区',
    })
  })

  test('an id that is none, and a district that is none, are refused', async () => {
    const { scope } = await newShopper()
    expect(await findAddress(db, scope, "1' OR '1'='1")).toBeNull()
    expect(await addAddress(services, scope, { ...home, districtCode: '999999' })).toEqual({
      ok: false,
      code: 'unknown-district',
    })
  })
})

test('eight clicks on the heart at once are one favourite', async () => {
  const { scope } = await newShopper()
  const { slug } = await createVariant(db)
  const added = await Promise.all(Array.from({ length: 8 }, () => addFavourite(services, scope, slug)))
  expect(added.every(Boolean)).toBe(true)
  expect(await listFavourites(db, scope, 'zh')).toHaveLength(1)
})

test('the same invoice title twice at once is one; a stranger cannot remove it', async () => {
  const owner = await newShopper()
  const stranger = await newShopper()
  const title = { kind: 'company' as const, name: '某某食堂', creditCode: '91150430MA0A1B2C24' }
  await Promise.all(Array.from({ length: 4 }, () => addInvoiceTitle(services, owner.scope, title)))
  const titles = await listInvoiceTitles(db, owner.scope)
  expect(titles).toHaveLength(1)
  await removeInvoiceTitle(db, stranger.scope, titles[0]!.id)
  expect(await listInvoiceTitles(db, owner.scope)).toHaveLength(1)
})

describe('one’s own data (T94)', () => {
  test('the export holds mine and nobody else’s', async () => {
    const me = await newShopper()
    const other = await newShopper()
    await addAddress(services, me.scope, home)
    await addAddress(services, other.scope, { ...home, recipient: '孙别人' })
    await createOrderGroup(db, { shopperId: me.scope.shopperId, recipient: '钱小雨', status: 'paid' })
    await createOrderGroup(db, { shopperId: other.scope.shopperId, recipient: '孙别人', status: 'paid' })
    const own = JSON.stringify(await exportOwnData(services, me.scope))
    expect(own).toContain(me.phone)
    expect(own).toContain('金丝雀')
    expect(own).not.toContain('孙别人')
    expect(own).not.toContain(other.phone)
  })

  test('deletion forgets the person everywhere and keeps the order’s figures', async () => {
    const { scope, phone, token } = await newShopper()
    const { sku, slug } = await createVariant(db, { free: 9 })
    await addAddress(services, scope, { ...home, recipient: '李金丝雀' })
    await addInvoiceTitle(services, scope, { kind: 'personal', name: '李金丝雀', creditCode: null })
    await addFavourite(services, scope, slug)
    await addToCart(services, scope, { sku, quantity: 1 })
    const group = await createOrderGroup(db, {
      shopperId: scope.shopperId,
      recipient: '李金丝雀',
      phone,
      status: 'refunded',
      orderStatus: 'refunded',
    })
    expect(await deleteAccount(services, scope)).toMatchObject({ ok: true })

    expect(await findCanary(phone)).toEqual([])
    expect(await findCanary('李金丝雀')).toEqual([])
    expect(await db.session.count({ where: { shopperId: scope.shopperId } })).toBe(0)
    expect(await listFavourites(db, scope, 'zh')).toEqual([])
    const kept = await db.orderGroup.findUniqueOrThrow({ where: { id: group.id } })
    expect([kept.totalFen, kept.districtCode, kept.shopperId]).toEqual([
      group.totalFen,
      '110108',
      scope.shopperId,
    ])
    expect(token).toBeTruthy()
  })

  test('an order that is placed meanwhile is kept with its buyer, or was not placed', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { scope, phone } = await newShopper()
      const { sku } = await createVariant(db, { free: 9 })
      await addToCart(services, scope, { sku, quantity: 1 })
      const command = await checkOut(services, scope)
      const [placed, deleted] = await Promise.all([
        placeOrder({ ...services, env: shopEnv }, scope, {
          ...command,
          delivery: { ...command.delivery, phone },
        }),
        deleteAccount(services, scope),
      ])
      const outcome = { placed: placed.ok || placed.code, deleted: deleted.ok || deleted.code }
      expect([
        { placed: true, deleted: 'orders-open' },
        { placed: 'empty-cart', deleted: true },
      ]).toContainEqual(outcome)
      expect(await db.orderGroup.count({ where: { shopperId: scope.shopperId, phone } })).toBe(
        placed.ok ? 1 : 0,
      )
    }
  })

  test('their photos of after-sales go and nobody else’s, and the name goes from the product’s page', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'photos-'))
    const own = { ...services, env: { DATA_DIR: dataDir } }
    const [one, other] = [await newShopper(), await newShopper()]
    const goods = await createVariant(db)
    const { id: productId, slug } = goods.product
    const keys = ['a'.repeat(24), 'b'.repeat(24)]
    for (const [index, { scope }] of [one, other].entries()) {
      const { shopperId } = scope
      const photos = keys.slice(index, index + 1)
      await writeAtomically(originalFile(requestPictures(dataDir), photos[0]!), Buffer.from('photo'))
      const review = { productId, shopperId, authorName: '钱**', rating: 5, body: '很好' }
      await db.review.create({ data: { ...review, createdAt: services.clock.now() } })
      const { orders } = await createOrderGroup(db, { shopperId, goods })
      const orderLineId = orders[0]!.lines[0]!.id
      await db.afterSale.create({
        data: { ...asked, orderLineId, enterpriseId: goods.enterpriseId, photos },
      })
    }
    const isKept = () => Promise.all(keys.map((key) => hasOriginal(requestPictures(dataDir), key)))
    const publish = vi.spyOn(pg.Client.prototype, 'query')
    await deleteAccount(own, one.scope)
    expect(await isKept()).toEqual([false, true])
    expect(JSON.stringify(publish.mock.calls)).toContain(productTag(slug))
    await deleteAccount(own, other.scope)
    expect(await isKept()).toEqual([false, false])
    await rm(dataDir, { recursive: true })
  })

  test('the same number can open a new account, which knows nothing of the old one', async () => {
    const { scope, phone } = await newShopper()
    await deleteAccount(services, scope)
    const again = await signInAs(services, phone)
    expect(again.scope.shopperId).not.toBe(scope.shopperId)
  })

  test('it is refused while goods or money are on their way', async () => {
    const { scope, phone } = await newShopper()
    await createOrderGroup(db, { shopperId: scope.shopperId, status: 'paid', orderStatus: 'to-ship' })
    expect(await deleteAccount(services, scope)).toEqual({ ok: false, code: 'orders-open' })
    expect(await db.shopper.count({ where: { phone } })).toBe(1)
  })

  test('it is refused while the organizers look at a refusal again, and what was written about it stays', async () => {
    const { scope } = await newShopper()
    const goods = await createVariant(db)
    const group = { shopperId: scope.shopperId, status: 'paid', orderStatus: 'completed', goods }
    const { orders } = await createOrderGroup(db, group)
    const { id: orderLineId } = orders[0]!.lines[0]!
    const objection = { reply: '照片里看得很清楚', escalatedAt: asked.closedAt, closedAt: null }
    const { id } = await db.afterSale.create({
      data: { ...asked, ...objection, orderLineId, enterpriseId: goods.enterpriseId },
    })
    expect(await deleteAccount(services, scope)).toEqual({ ok: false, code: 'orders-open' })
    expect(await db.afterSale.findUniqueOrThrow({ where: { id } })).toMatchObject({
      body: asked.body,
      reply: objection.reply,
    })
    await db.afterSale.update({ where: { id }, data: { closedAt: asked.closedAt } })
    expect(await deleteAccount(services, scope)).toMatchObject({ ok: true })
  })
})

/** Every table that still holds the text, read as its owner would. */
async function findCanary(text: string): Promise<Array<string>> {
  const tables = await db.$queryRaw<Array<{ name: string }>>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\_prisma%'`
  const found: Array<string> = []
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<Array<unknown>>(
      `SELECT 1 FROM "${name}" t WHERE t::text LIKE '%' || $1 || '%' LIMIT 1`,
      text,
    )
    if (rows.length > 0) found.push(name)
  }
  return found
}
