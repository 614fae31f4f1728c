import { expect, test } from 'vitest'
import { deliverOutbox } from '#app/domain/notifications/deliver-outbox.server.ts'
import { findOrderGroup } from '#app/domain/orders/order-views.server.ts'
import { requestAfterSale } from '#app/domain/orders/request-after-sale.server.ts'
import { day, hour } from '#app/kernel/clock.ts'
import { fen } from '#app/kernel/money.ts'
import { createPool } from '#app/platform/db.server.ts'
import { placePaidGroup, type Shop, shopServices, tally } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { createVariant } from '#tests/support/goods.ts'
import { readAll } from '#tests/support/read-all.ts'
import { shipGroup } from '#tests/support/shipping.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { answerRequest, type RequestAnswer } from './answer-request.server.ts'
import { escalateRequests } from './escalate.server.ts'
import { replyToAnswer, withdrawRequest } from './reply.server.ts'
import { findRequest, listRequests, type RequestItem } from './request-views.server.ts'

const database = await useDatabase()
const shop = shopServices(database)
const { db } = database
const organizer = await createOrganizer(db)

type Kind = 'refund-only' | 'return-and-refund'

/** Two units at 20.00, sent, with 8.00 of shipping; the buyer asks about one. Beside it an order of somebody else's goods. */
async function ask(kind: Kind = 'refund-only') {
  const [goods, other] = [await createVariant(db), await createVariant(db)]
  const items = [goods, other].map(({ sku }) => ({ sku, quantity: 2 }))
  const { groupId, token } = await placePaidGroup(shop, ...items)
  await shipGroup(shop, groupId)
  const line = await db.orderLine.findFirstOrThrow({
    where: { variantId: goods.id },
    include: { order: true },
  })
  const asked = { lineId: line.id, kind, reason: 'damaged' as const, body: '袋子破了，撒了一半', quantity: 1 }
  expect(await requestAfterSale(shop, groupId, { ...asked, photos: ['a1', 'b2'] })).toMatchObject({
    ok: true,
  })
  const { id } = await db.afterSale.findFirstOrThrow({ where: { orderLineId: line.id } })
  const owner = await createMember(db, goods.enterpriseId)
  const neighbour = await createMember(db, other.enterpriseId)
  return { id, groupId, token, owner, neighbour, order: line.order, enterpriseId: goods.enterpriseId }
}
type Asked = Awaited<ReturnType<typeof ask>>

const units: RequestAnswer = { kind: 'refund', basis: { of: 'units' }, text: '抱歉，马上退款' }
const refuse: RequestAnswer = { kind: 'refuse', text: '照片看不出破损' }
const awaitReturn: RequestAnswer = { kind: 'await-return', text: '敖汉旗新惠镇 白云山 13900000000' }

const read = ({ id }: Asked) => db.afterSale.findUniqueOrThrow({ where: { id } })
const refundedOf = async ({ order }: Asked) =>
  (await db.order.findUniqueOrThrow({ where: { id: order.id } })).refundedFen
const ledgerOf = async ({ enterpriseId }: Asked) => {
  const { _sum } = await db.saleEntry.aggregate({
    where: { enterpriseId, kind: 'refund' },
    _sum: { amountFen: true },
  })
  return Number(_sum.amountFen ?? 0)
}

test.each([
  ['the units asked for', { of: 'units' }, 2_000],
  ['an amount', { of: 'amount', amountFen: fen(550) }, 550],
  ['all of the order with its shipping, and nothing of another enterprise’s', { of: 'order' }, 4_800],
] as const)(
  'a refund of %s reaches order, ledger and buyer to the fen (T41)',
  async (_what, basis, amount) => {
    const asked = await ask()
    expect(await answerRequest(shop, asked.owner, asked.id, { ...units, basis })).toMatchObject({ ok: true })
    expect([await refundedOf(asked), await ledgerOf(asked)]).toEqual([amount, -amount])
    const group = (await findOrderGroup(shop, asked.token, 'zh'))!
    expect(group.refundedFen).toBe(amount)
    expect(group.refunds.map((refund) => [refund.reason, refund.status])).toEqual([
      ['after-sale', 'succeeded'],
    ])
    const seen = group.orders.flatMap(({ parcels }) => parcels.flatMap(({ contents }) => contents))
    expect(seen.flatMap(({ line }) => line.afterSales)).toMatchObject([
      { status: 'accepted', answer: units.text },
    ])
  },
)

test('goods come back before the money: address, number of the return, refund', async () => {
  const asked = await ask('return-and-refund')
  await answerRequest(shop, asked.owner, asked.id, awaitReturn)
  expect(await read(asked)).toMatchObject({ status: 'awaiting-return', closedAt: null })
  expect(await refundedOf(asked)).toBe(0)
  const reply = { requestId: asked.id, reply: '顺丰 SF1234567890123' }
  expect(await replyToAnswer(shop, asked.groupId, reply)).toMatchObject({ ok: true })
  expect(await replyToAnswer(shop, asked.groupId, reply)).toMatchObject({ code: 'changed-meanwhile' })
  expect(await answerRequest(shop, asked.owner, asked.id, units)).toMatchObject({ ok: true })
  expect(await refundedOf(asked)).toBe(2_000)
})

test('whoever asked for money only is not asked to send anything back', async () => {
  const asked = await ask('refund-only')
  expect(await answerRequest(shop, asked.owner, asked.id, awaitReturn)).toMatchObject({
    code: 'not-a-return',
  })
})

test('a refusal tells its reason; an objection brings it to the organizers, who may find for the buyer', async () => {
  const asked = await ask()
  await answerRequest(shop, asked.owner, asked.id, refuse)
  await deliverOutbox({
    ...shop,
    env: { ...shop.env, SESSION_SECRET: 'x' },
    sms: { send: async () => undefined },
  })
  expect(
    await db.outboxMessage.count({ where: { kind: 'after-sale-answered', deliveredAt: { not: null } } }),
  ).toBeGreaterThan(0)
  expect(await findRequest(shop, organizer, 'zh', asked.id)).toBeNull()
  await replyToAnswer(shop, asked.groupId, { requestId: asked.id, reply: '照片里看得很清楚' })
  expect(await answerRequest(shop, asked.owner, asked.id, refuse)).toMatchObject({ code: 'already-answered' })
  expect(await findRequest(shop, organizer, 'zh', asked.id)).toMatchObject({
    isEscalated: true,
    isClosed: false,
  })
  expect(await answerRequest(shop, organizer, asked.id, units)).toMatchObject({ ok: true })
  expect(await refundedOf(asked)).toBe(2_000)
})

test('what nobody answers in two days is seen by the organizers; a return that never left is over', async () => {
  const [late, answered, unsent] = [await ask(), await ask(), await ask('return-and-refund')]
  await answerRequest(shop, answered.owner, answered.id, refuse)
  await answerRequest(shop, unsent.owner, unsent.id, awaitReturn)
  await escalateRequests(shop)
  expect((await read(late)).escalatedAt).toBeNull()
  shop.clock.pass(48 * hour)
  await Promise.all([escalateRequests(shop), escalateRequests(shop)])
  const { items } = await listRequests(shop, organizer, 'zh', 'open', null)
  const isSeen = ({ id }: Asked) => items.some((item) => item.id === id)
  expect([late, answered, unsent].map(isSeen)).toEqual([true, false, false])
  expect(await db.auditEntry.count({ where: { action: 'escalate-after-sale', subjectId: late.id } })).toBe(1)
  shop.clock.pass(10 * day)
  await escalateRequests(shop)
  expect((await read(unsent)).status).toBe('not-returned')
  expect(await answerRequest(shop, late.owner, late.id, units)).toMatchObject({ ok: true })
})

test('a return that nobody reported ends with a warning and a word of its own, and is paid back when it arrives', async () => {
  const [asked, sent] = [await ask('return-and-refund'), await ask('return-and-refund')]
  for (const { owner, id } of [asked, sent]) await answerRequest(shop, owner, id, awaitReturn)
  await replyToAnswer(shop, sent.groupId, { requestId: sent.id, reply: 'SF1234567890123' })
  const told = async ({ groupId }: Asked) => {
    const kinds = { in: ['return-due', 'return-ended'] }
    const events = await db.orderEvent.findMany({ where: { groupId, kind: kinds }, orderBy: { id: 'asc' } })
    const payload = { path: ['groupId'], equals: groupId }
    const messages = await db.outboxMessage.findMany({
      where: { kind: kinds, payload },
      orderBy: { id: 'asc' },
    })
    return [events.map(({ kind }) => kind), messages.map(({ kind }) => kind)]
  }
  shop.clock.pass(7 * day)
  await escalateRequests(shop)
  expect(await told(asked)).toEqual([[], []])
  shop.clock.pass(day + hour)
  await Promise.all([escalateRequests(shop), escalateRequests(shop)])
  await escalateRequests(shop)
  expect(await told(asked)).toEqual([['return-due'], ['return-due']])
  shop.clock.pass(2 * day)
  await escalateRequests(shop)
  await escalateRequests(shop)
  const both = ['return-due', 'return-ended']
  expect(await told(asked)).toEqual([both, both])
  expect(await told(sent)).toEqual([[], []])
  expect([(await read(asked)).status, (await read(sent)).status]).toEqual(['not-returned', 'awaiting-return'])
  const reply = { requestId: asked.id, reply: 'SF1234567890124' }
  expect(await replyToAnswer(shop, asked.groupId, reply)).toMatchObject({ code: 'changed-meanwhile' })
  expect(await answerRequest(shop, asked.owner, asked.id, refuse)).toMatchObject({ code: 'already-answered' })
  expect(await answerRequest(shop, asked.owner, asked.id, units)).toMatchObject({ ok: true })
  expect([(await read(asked)).status, await refundedOf(asked)]).toEqual(['accepted', 2_000])
})

test.each(['refund-only', 'return-and-refund'] as const)(
  'what the enterprise refuses too late (%s), the buyer may bring back to the organizers once',
  async (kind) => {
    const asked = await ask(kind)
    if (kind === 'return-and-refund') {
      await answerRequest(shop, asked.owner, asked.id, awaitReturn)
      await replyToAnswer(shop, asked.groupId, { requestId: asked.id, reply: 'SF1234567890123' })
    }
    shop.clock.pass(11 * day)
    await escalateRequests(shop)
    expect(await findRequest(shop, organizer, 'zh', asked.id)).not.toBeNull()
    expect(await answerRequest(shop, asked.owner, asked.id, refuse)).toMatchObject({ ok: true })
    const objection = { requestId: asked.id, reply: '照片里看得很清楚' }
    expect(await replyToAnswer(shop, asked.groupId, objection)).toMatchObject({ ok: true })
    expect(await replyToAnswer(shop, asked.groupId, objection)).toMatchObject({ code: 'changed-meanwhile' })
    expect(await answerRequest(shop, asked.owner, asked.id, refuse)).toMatchObject({
      code: 'already-answered',
    })
    const open = { isEscalated: true, isClosed: false, status: 'refused' }
    expect(await findRequest(shop, organizer, 'zh', asked.id)).toMatchObject(open)
    expect(await answerRequest(shop, organizer, asked.id, units)).toMatchObject({ ok: true })
    expect(await refundedOf(asked)).toBe(2_000)
  },
)

/** As often as it is swept: the moment of the first time, and one row in the audit. */
async function sweepTwice(services: Pick<Shop, 'pool' | 'clock'>, asked: Asked) {
  shop.clock.pass(49 * hour)
  await escalateRequests(services)
  const { escalatedAt } = await read(asked)
  shop.clock.pass(hour)
  await escalateRequests(services)
  const again = (await read(asked)).escalatedAt
  const rows = await db.auditEntry.count({ where: { action: 'escalate-after-sale', subjectId: asked.id } })
  return { isOnce: escalatedAt?.getTime() === again?.getTime(), rows }
}

test('an unanswered request escalates once, at the time at which it did', async () => {
  expect(await sweepTwice(shop, await ask())).toEqual({ isOnce: true, rows: 1 })
})

test('without its guard it would escalate with every sweep', async () => {
  const pool = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 2 })
  const unmet = editSql(pool, [['AND escalated_at IS NULL', '']])
  expect(await sweepTwice({ ...shop, pool }, await ask())).toEqual({ isOnce: false, rows: 2 })
  await pool.end()
  expect([...unmet]).toEqual([])
})

test('after an objection the organizers may refuse for good: nothing follows it', async () => {
  const asked = await ask()
  await answerRequest(shop, asked.owner, asked.id, refuse)
  await replyToAnswer(shop, asked.groupId, { requestId: asked.id, reply: '照片里看得很清楚' })
  const final: RequestAnswer = { kind: 'refuse', text: '双方照片都看过，运输中没有破损' }
  expect(await answerRequest(shop, organizer, asked.id, final)).toMatchObject({ ok: true })
  const closed = await read(asked)
  expect(closed).toMatchObject({ status: 'refused', answer: final.text })
  expect(closed.closedAt).not.toBeNull()
  for (const who of [organizer, asked.owner])
    expect(await answerRequest(shop, who, asked.id, units)).toMatchObject({ code: 'already-answered' })
  const again = { requestId: asked.id, reply: '还是不同意' }
  expect(await replyToAnswer(shop, asked.groupId, again)).toMatchObject({ code: 'changed-meanwhile' })
  expect([await refundedOf(asked), await ledgerOf(asked)]).toEqual([0, 0])
})

test('who asked may take it back while nobody has answered for good, once; it is over for everybody', async () => {
  const asked = await ask()
  expect(await withdrawRequest(shop, asked.groupId, asked.id)).toMatchObject({ ok: true })
  expect(await withdrawRequest(shop, asked.groupId, asked.id)).toMatchObject({ code: 'changed-meanwhile' })
  expect(await read(asked)).toMatchObject({ status: 'withdrawn' })
  expect((await read(asked)).closedAt).not.toBeNull()
  expect(await answerRequest(shop, asked.owner, asked.id, units)).toMatchObject({ code: 'already-answered' })
  expect((await listRequests(shop, asked.owner, 'zh', 'open', null)).items).toEqual([])
  const settled = await ask()
  await answerRequest(shop, settled.owner, settled.id, units)
  expect(await withdrawRequest(shop, settled.groupId, settled.id)).toMatchObject({
    code: 'changed-meanwhile',
  })
  expect(await refundedOf(settled)).toBe(2_000)
})

test('a request of another enterprise does not exist, neither to read nor to answer (T43, T44)', async () => {
  const asked = await ask()
  expect(await findRequest(shop, asked.neighbour, 'zh', asked.id)).toBeNull()
  expect((await listRequests(shop, asked.neighbour, 'zh', 'open', null)).items).toEqual([])
  expect(await answerRequest(shop, asked.neighbour, asked.id, units)).toMatchObject({ code: 'not-found' })
  expect(await withdrawRequest(shop, (await ask()).groupId, asked.id)).toMatchObject({
    code: 'changed-meanwhile',
  })
  expect((await read(asked)).status).toBe('requested')
})

test('of several answers at once one counts, with one refund and one row in the audit (T106)', async () => {
  const asked = await ask()
  const answers = [units, refuse, { ...units, basis: { of: 'order' } as const }, refuse]
  const given = await Promise.all(answers.map((answer) => answerRequest(shop, asked.owner, asked.id, answer)))
  expect(tally(given)).toEqual({ done: 1, 'already-answered': 3 })
  const { refundId, answeredBy } = await read(asked)
  expect(await db.refund.count({ where: { groupId: asked.groupId } })).toBe(refundId ? 1 : 0)
  const entries = await db.auditEntry.findMany({
    where: { action: 'answer-after-sale', subjectId: asked.id },
  })
  expect(entries.map(({ staffId }) => staffId)).toEqual([answeredBy])
})

test('more than is left is refused, and the request stays open', async () => {
  const asked = await ask()
  const tooMuch = { ...units, basis: { of: 'amount', amountFen: fen(4_001) } } as const
  expect(await answerRequest(shop, asked.owner, asked.id, tooMuch)).toMatchObject({ code: 'too-much' })
  expect(await read(asked)).toMatchObject({ status: 'requested', answer: null })
})

const listAll = (scope: Parameters<typeof listRequests>[1], stand: 'open' | 'closed') =>
  readAll((after) => listRequests(shop, scope, 'zh', stand, after))

test('however many pages a list has, each request is on one: the most urgent first, of what is over the newest (T89)', async () => {
  const asked = await ask()
  await database.pool.query(
    `INSERT INTO after_sale SELECT made.* FROM after_sale a, generate_series(1, 90) n, jsonb_populate_record(a, jsonb_build_object(
       'id', md5('many' || n), 'deadline_at', a.deadline_at + n / 3 * interval '1 hour', 'created_at', a.created_at + n / 3 * interval '1 hour',
       'escalated_at', a.created_at, 'closed_at', CASE WHEN n % 2 = 0 THEN a.created_at END)) made
     WHERE a.id = $1`,
    [asked.id],
  )
  const isOf = ({ orderNumber }: RequestItem) => orderNumber === asked.order.number
  for (const scope of [asked.owner, organizer]) {
    const open = (await listAll(scope, 'open')).filter(isOf)
    const closed = (await listAll(scope, 'closed')).filter(isOf)
    expect([open.length, closed.length]).toEqual([scope === organizer ? 45 : 46, 45])
    expect(new Set([...open, ...closed].map(({ id }) => id)).size).toBe(open.length + closed.length)
    expect(open).toEqual([...open].sort((a, b) => a.deadlineAt.getTime() - b.deadlineAt.getTime()))
    expect(closed).toEqual([...closed].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()))
  }
})
