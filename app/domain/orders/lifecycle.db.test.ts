import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { giveBackPayment } from '#app/domain/payments/give-back.server.ts'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { lockGroup } from '#app/domain/payments/payment-rows.server.ts'
import { receiveEvent } from '#app/domain/payments/receive-event.server.ts'
import { isBesideOrder } from '#app/domain/payments/refund-rules.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { sweepPayments } from '#app/domain/payments/sweep-payments.server.ts'
import { findOrderDifferences } from '#app/domain/sales/check-orders.server.ts'
import { findRollupDifferences } from '#app/domain/sales/check-rollups.server.ts'
import { findStockDifferences } from '#app/domain/stock/check-stock.server.ts'
import { hour, minute } from '#app/kernel/clock.ts'
import { randomToken } from '#app/kernel/ids.ts'
import { fen } from '#app/kernel/money.ts'
import { sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { checkOut, fillCart, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { refundAmount, refundLines, refundWhole } from '#tests/support/refunds.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { witnessStatuses } from '#tests/support/status-witness.ts'
import { isNightly } from '#tests/support/workers.ts'
import { cancelGroup } from './cancel-group.server.ts'
import {
  canFollow,
  groupTransitions,
  orderTransitions,
  paymentTransitions,
  refundTransitions,
} from './lifecycle.ts'

const database = await useDatabase()
const { db, pool } = database
const finance = await createOrganizer(db, 'finance')
const numRuns = isNightly ? 500 : 30

const tables: Record<string, Record<string, ReadonlyArray<string>>> = {
  order_group: groupTransitions,
  shop_order: orderTransitions,
  payment: paymentTransitions,
  refund: refundTransitions,
}
const witness = await witnessStatuses(database, Object.keys(tables))

type World = ReturnType<typeof shopServices> & {
  variants: Array<Awaited<ReturnType<typeof createVariant>>>
  groupIds: Array<string>
}

async function openWorld(): Promise<World> {
  const variants = [
    await createVariant(db, { free: 6 }),
    await createVariant(db, { free: 4, priceFen: 1_990 }),
  ]
  await witness.forget()
  return { ...shopServices(database), variants, groupIds: [] }
}

const back = (groupId: string) => ({ groupId, key: randomToken(), reason: 'after-sale' as const })

async function listLineIds(groupId: string): Promise<Array<string>> {
  const lines = await db.orderLine.findMany({ where: { order: { groupId } }, orderBy: { id: 'asc' } })
  return lines.map((line) => line.id)
}

/** What is done to a group that was placed, by shoppers, staff and the provider; `size` says how much of it. */
const deeds = {
  open: (world: World, groupId: string) => openPayment(world, groupId),
  async pay({ payments }: World, groupId: string, size: number) {
    const session = payments.findLatest(groupId)
    if (!session || session.isPaid) return
    // Now and then money overtakes the expiry of its session, or is not the amount that was asked for.
    if (session.status === 'open' || size > 4) payments.pay(groupId, size === 9 ? { amountFen: fen(1) } : {})
  },
  async payAtOnce(world: World, groupId: string) {
    const opened = await openPayment(world, groupId)
    if (opened.ok) await deeds.pay(world, groupId, 0)
    await settleGroup(world, groupId)
  },
  settle: (world: World, groupId: string) => settleGroup(world, groupId),
  cancel: (world: World, groupId: string) => cancelGroup(world, groupId),
  /** One order leaves, as the enterprise's page will do it: under the lock of the group. */
  ship: (world: World, groupId: string) =>
    withTransaction(pool, async (tx) => {
      await lockGroup(tx, groupId)
      await tx.$executeRaw`
        WITH sent AS (
          UPDATE shop_order SET status = 'shipped' WHERE id = (
            SELECT id FROM shop_order WHERE group_id = ${groupId}::uuid AND status = 'to-ship' LIMIT 1
          ) RETURNING id
        )
        UPDATE parcel p SET shipped_at = ${world.clock.now()} FROM sent WHERE p.order_id = sent.id`
    }),
  async giveBackUnits(world: World, groupId: string, size: number) {
    const lineIds = await listLineIds(groupId)
    const lineId = lineIds[size % lineIds.length]!
    return await refundLines(world, { ...back(groupId), lines: [{ lineId, quantity: 1 + (size % 3) }] })
  },
  async giveBackAmount(world: World, groupId: string, size: number) {
    return await refundAmount(world, {
      ...back(groupId),
      lineIds: await listLineIds(groupId),
      amountFen: fen(1 + size * 500),
    })
  },
  giveBackAll: (world: World, groupId: string) => refundWhole(world, back(groupId)),
  /** Finance returns what was set aside. */
  async returnPayment(world: World, groupId: string) {
    const payment = await db.payment.findFirst({ where: { groupId, status: 'quarantined' } })
    if (payment) await giveBackPayment(world, finance, payment.id, { reason: '核对过', reference: null })
  },
  async decideRefund(world: World, groupId: string, size: number) {
    const { payments } = world
    const refund = payments
      .listRefunds()
      .find((known) => known.groupId === groupId && known.status !== 'failed')
    if (!refund) return
    payments.settleRefund(refund.refundId, size % 3 === 0 ? 'failed' : 'succeeded')
    const event = {
      id: randomToken(),
      kind: 'refund.updated',
      about: { kind: 'refund', refundId: refund.refundId },
    }
    await receiveEvent(world, JSON.stringify(event), 'signed')
  },
}

/** What happens whatever groups there are. */
const events = {
  async place(world: World, size: number) {
    const items = world.variants.map(({ sku }, index) => ({ sku, quantity: 1 + ((size + index) % 3) }))
    const scope = await fillCart(world, items.slice(size % 2))
    const placed = await placeOrder(world, scope, await checkOut(world, scope))
    if (placed.ok) world.groupIds.push(placed.value.groupId)
  },
  wait: async (world: World, size: number) => world.clock.pass(size * 5 * minute),
  sweep: (world: World) => sweepPayments(world),
  slowBank: async (world: World, size: number) =>
    world.payments.planRefunds(size % 2 === 0 ? 'pending' : 'succeeded'),
}

const size = fc.nat(9)
const step = fc.oneof(
  fc.tuple(fc.constantFrom(...(Object.keys(events) as Array<keyof typeof events>)), size),
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.constantFrom(...(Object.keys(deeds) as Array<keyof typeof deeds>)),
      size,
      fc.nat(4),
    ),
  },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function take(world: World, [kind, much, which]: Step): Promise<void> {
  if (which === undefined) return void (await events[kind as keyof typeof events](world, much))
  const groupId = world.groupIds[which % world.groupIds.length]
  if (groupId) await deeds[kind as keyof typeof deeds](world, groupId, much)
}

/** Rounds of steps that happen at once. */
const history = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 10, maxLength: 15 })

/** Looks at what is this world's: an earlier history must not be blamed on this one. */
async function expectSoundBooks({ variants }: World) {
  const stock = await findStockDifferences(sqlOn(pool))
  expect(stock.filter(({ variantId }) => variants.some(({ id }) => id === variantId))).toEqual([])
  const enterpriseIds = variants.map(({ enterpriseId }) => enterpriseId)
  const rollups = await findRollupDifferences(sqlOn(pool))
  expect(
    rollups.filter(({ dimension, key }) => dimension === 'enterprise' && enterpriseIds.includes(+key)),
  ).toEqual([])
  const orders = await findOrderDifferences(sqlOn(pool))
  expect(orders.filter(({ enterpriseId }) => enterpriseIds.includes(enterpriseId))).toEqual([])
}

async function expectLegalStates() {
  const changes = await witness.listChanges()
  expect(changes.filter(({ table, from, to }) => !canFollow(tables[table]!, from, to))).toEqual([])
}

/** Time passes, the provider decides what it had left open, and the sweep follows. */
async function settleEverything(world: World) {
  const { payments } = world
  payments.planRefunds('succeeded')
  for (const refund of payments.listRefunds()) {
    if (refund.status === 'pending') payments.settleRefund(refund.refundId, 'succeeded')
  }
  for (const _ of [1, 2]) {
    world.clock.pass(2 * hour)
    await sweepPayments(world)
  }
}

const sumOf = (amounts: ReadonlyArray<number>) => amounts.reduce((sum, amount) => sum + amount, 0)

/** Nothing is left hanging, and the provider keeps of each group what the shop thinks it was paid. */
async function expectSettled({ payments, groupIds }: World) {
  const groups = await db.orderGroup.findMany({
    where: { id: { in: groupIds } },
    include: { payments: true, holds: true, refunds: true },
  })
  for (const { id, status, totalFen, refundedFen, payments: attempts, holds, refunds } of groups) {
    expect(['awaiting-payment', 'refunding']).not.toContain(status)
    if (status === 'quarantined') continue
    const isPaid = attempts.some((attempt) => attempt.status === 'paid')
    const returned = payments
      .listRefunds()
      .filter((refund) => refund.groupId === id && refund.status !== 'failed')
    const beside = refunds.filter(
      ({ reason, status }) => isBesideOrder(reason as never) && status === 'succeeded',
    )
    const isGivenBack = (attempt: { id: string }) => beside.some(({ paymentId }) => paymentId === attempt.id)
    const receivedFen = sumOf(attempts.map((attempt) => attempt.receivedFen ?? 0))
    const owedFen = sumOf(attempts.filter((each) => !isGivenBack(each)).map((each) => each.receivedFen ?? 0))
    const keptFen = (isPaid ? totalFen : 0) + receivedFen - sumOf(returned.map((refund) => refund.amountFen))
    expect(keptFen).toBe((isPaid ? totalFen - refundedFen : 0) + owedFen)
    expect(keptFen).toBeGreaterThanOrEqual(0)
    expect(holds.map((hold) => hold.status)).not.toContain('held')
  }
}

test.each(Object.entries(tables))(
  'the database knows the same states of %s as its table',
  async (table, transitions) => {
    const [constraint] = await db.$queryRaw<[{ text: string }]>`
    SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = ${`${table}_status`}`
    const states = [...constraint.text.matchAll(/'([^']+)'::text/g)].map((match) => match[1])
    expect(states.sort()).toEqual(Object.keys(transitions).sort())
  },
)

test('whatever happens in whatever order, states follow the tables and no fen and no unit is lost (T06, T36)', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (rounds) => {
      const world = await openWorld()
      await events.place(world, 1)
      await deeds.payAtOnce(world, world.groupIds[0]!)
      for (const round of rounds) await Promise.all(round.map((next) => take(world, next)))
      await expectLegalStates()
      await expectSoundBooks(world)
      await settleEverything(world)
      await expectLegalStates()
      await expectSoundBooks(world)
      await expectSettled(world)
    }),
    { numRuns },
  )
}, 600_000)
