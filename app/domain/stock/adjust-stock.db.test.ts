import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { placeGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { formOf } from '#tests/support/forms.ts'
import { createVariant } from '#tests/support/goods.ts'
import { createMember } from '#tests/support/staff.ts'
import { adjustStock } from './adjust-stock.server.ts'
import { changeStock } from './change-stock.server.ts'
import { listStock } from './list-stock.server.ts'
import { moveStock } from './move-stock.server.ts'
import { openStock } from './open-stock.server.ts'
import { setLowStock } from './set-low-stock.server.ts'
import type { StockAdjustment, StockMove } from './stock-act.ts'

const database = await useDatabase()
const { db } = database
const shop = shopServices(database)

async function open(free = 50) {
  const variant = await createVariant(db, { free })
  const owner = await createMember(db, variant.enterpriseId)
  const adjust = (changes: Partial<StockAdjustment>) =>
    adjustStock(shop, owner, variant.articleNumber, { ...received, key: randomUUID(), ...changes })
  const heaps = (stockPool = 'online') =>
    db.stock.findUniqueOrThrow({ where: { variantId_pool: { variantId: variant.id, pool: stockPool } } })
  return { ...variant, owner, adjust, heaps }
}

const received: StockAdjustment = {
  pool: 'online',
  act: 'received',
  quantity: 10,
  seen: 0,
  note: '',
  key: '',
}
const move = (changes: Partial<StockMove> = {}): StockMove => ({
  from: 'online',
  to: 'exhibition',
  quantity: 20,
  note: '',
  key: randomUUID(),
  ...changes,
})

test('a seller who writes off forty of fifty, one by one, while thirty buy loses nobody a unit (T10)', async () => {
  const { sku, adjust, heaps } = await open(50)
  async function writeOff(): Promise<number> {
    let gone = 0
    for (let n = 0; n < 40; n += 1) if ((await adjust({ act: 'spoiled', quantity: 1 })).ok) gone += 1
    return gone
  }
  const [gone, ...bought] = await Promise.all([
    writeOff(),
    ...Array.from({ length: 30 }, () =>
      placeGroup(shop, { sku, quantity: 1 }).then(
        () => 1,
        () => 0,
      ),
    ),
  ])
  const held = bought.reduce<number>((sum, one) => sum + one, 0)
  expect(gone + held).toBe(50)
  expect(await heaps()).toMatchObject({ free: 0, held, sold: 0 })
})

test('what happened stands in the history, with who, why and when', async () => {
  const { owner, articleNumber, adjust } = await open(8)
  await adjust({ quantity: 12, note: '新米到库' })
  await adjust({ act: 'used', quantity: 2 })
  expect(await adjust({ act: 'counted', quantity: 15, seen: 18 })).toMatchObject({ value: { delta: -3 } })
  const stock = await openStock(shop, owner, articleNumber, null)
  expect(stock).toMatchObject({ pools: [{ pool: 'online', free: 15, held: 0, sold: 0 }] })
  expect(stock?.movements.items).toMatchObject([
    { delta: -3, reason: 'counted', note: null },
    { delta: -2, reason: 'used' },
    { delta: 12, reason: 'received', note: '新米到库', by: owner.staff.name },
    { delta: 8, reason: 'initial' },
  ])
  const audit = await db.auditEntry.findMany({ where: { subjectId: articleNumber }, orderBy: { id: 'asc' } })
  expect(audit.map(({ action, after }) => [action, after])).toEqual(
    [20, 18, 15].map((free, index) => [
      'adjust-stock',
      { pool: 'online', free, act: ['received', 'used', 'counted'][index] },
    ]),
  )
})

test('units that somebody pays for, or has bought, cannot be taken away', async () => {
  const { sku, adjust, heaps } = await open(5)
  await placeGroup(shop, { sku, quantity: 4 })
  expect(await adjust({ act: 'spoiled', quantity: 2 })).toMatchObject({
    code: 'not-enough',
    detail: { count: 1 },
  })
  expect(await adjust({ act: 'counted', quantity: 3, seen: 5 })).toMatchObject({ code: 'not-enough' })
  expect(await adjust({ act: 'counted', quantity: 4, seen: 5 })).toMatchObject({ value: { delta: -1 } })
  expect(await heaps()).toMatchObject({ free: 0, held: 4 })
})

test('who counted while a colleague recorded something is told (T10)', async () => {
  const { adjust, heaps } = await open(50)
  const [came, counted] = await Promise.all([
    adjust({ quantity: 10 }),
    adjust({ act: 'counted', quantity: 48, seen: 50 }),
  ])
  expect(came.ok).toBe(true)
  if (counted.ok) expect(await heaps()).toMatchObject({ free: 58 })
  else {
    expect(counted).toMatchObject({ code: 'changed', detail: { count: 60 } })
    expect(await heaps()).toMatchObject({ free: 60 })
  }
})

test('a form that is sent ten times at once is one movement, and another under its key is refused', async () => {
  const { adjust, heaps } = await open(0)
  const key = randomUUID()
  const sent = await Promise.all(Array.from({ length: 10 }, () => adjust({ key })))
  expect(sent.every(({ ok }) => ok)).toBe(true)
  expect(await heaps()).toMatchObject({ free: 10 })
  expect(await adjust({ key, quantity: 11 })).toMatchObject({ code: 'form-used' })
})

test('units are kept for a fair and brought back; the shop sells what is left to it', async () => {
  const { owner, sku, articleNumber, heaps } = await open(25)
  const there = move()
  expect(await moveStock(shop, owner, articleNumber, there)).toMatchObject({ ok: true })
  expect(await moveStock(shop, owner, articleNumber, there)).toMatchObject({ ok: true })
  expect([await heaps(), await heaps('exhibition')]).toMatchObject([{ free: 5 }, { free: 20 }])
  expect(await moveStock(shop, owner, articleNumber, move({ quantity: 6 }))).toMatchObject({
    code: 'not-enough',
    detail: { count: 5 },
  })
  // A cart holds no more than the shop has.
  await placeGroup(shop, { sku, quantity: 6 })
  expect(await heaps()).toMatchObject({ free: 0, held: 5 })
  const back = move({ from: 'exhibition', to: 'online' })
  expect(await moveStock(shop, owner, articleNumber, back)).toMatchObject({ ok: true })
  expect([await heaps(), await heaps('exhibition')]).toMatchObject([{ free: 20, held: 5 }, { free: 0 }])
})

test('two who move in opposite directions do not wait for each other for ever (T05)', async () => {
  const { owner, articleNumber, heaps } = await open(40)
  await moveStock(shop, owner, articleNumber, move())
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      moveStock(
        shop,
        owner,
        articleNumber,
        index % 2 ? move({ quantity: 1 }) : move({ from: 'exhibition', to: 'online', quantity: 1 }),
      ),
    ),
  )
  expect([await heaps(), await heaps('exhibition')]).toMatchObject([{ free: 20 }, { free: 20 }])
})

test('goods that run low are listed, by the threshold of each', async () => {
  const { owner, articleNumber } = await open(6)
  const query = { state: 'low' as const, text: '', after: null }
  expect((await listStock(shop, owner, query)).items).toEqual([])
  const answer = await changeStock(
    shop,
    owner,
    articleNumber,
    formOf({ intent: 'threshold', lowStockAt: '6' }),
  )
  expect(answer).toMatchObject({ isDone: true })
  expect((await listStock(shop, owner, query)).items).toMatchObject([
    { articleNumber, free: 6, lowStockAt: 6 },
  ])
})

test('another enterprise sees and moves nothing (T43)', async () => {
  const { articleNumber, heaps } = await open(9)
  const { owner: stranger } = await open()
  const attempts = [
    await adjustStock(shop, stranger, articleNumber, { ...received, key: randomUUID() }),
    await moveStock(shop, stranger, articleNumber, move({ quantity: 1 })),
    await setLowStock(shop, stranger, articleNumber, 1),
  ]
  expect(attempts.map((attempt) => attempt.ok || attempt.code)).toEqual(Array(3).fill('not-found'))
  expect(await openStock(shop, stranger, articleNumber, null)).toBeNull()
  expect((await listStock(shop, stranger, { state: null, text: articleNumber, after: null })).items).toEqual(
    [],
  )
  expect(await heaps()).toMatchObject({ free: 9 })
})
