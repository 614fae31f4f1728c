import { expect, test } from 'vitest'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { issueInvoice } from '#app/domain/invoices/issue-invoice.server.ts'
import { listInvoices } from '#app/domain/invoices/list-invoices.server.ts'
import { readSnapshot } from '#app/domain/live/read-snapshot.server.ts'
import { findOrderGroup } from '#app/domain/orders/order-views.server.ts'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { findFigure } from '#app/domain/reports/figure-views.server.ts'
import { freezeFigure } from '#app/domain/reports/freeze-figure.server.ts'
import { closePeriod } from '#app/domain/settlements/close-period.server.ts'
import { findStatement } from '#app/domain/settlements/find-statement.server.ts'
import { sumPeriods } from '#app/domain/settlements/list-all-statements.server.ts'
import { writeStatement } from '#app/domain/settlements/statement-file.server.ts'
import { shipParcel } from '#app/domain/shipping/ship-parcel.server.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { fen } from '#app/kernel/money.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { readSheet } from '#app/platform/sheets/read-sheet.server.ts'
import { checkOut, fillCart, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createFair } from '#tests/support/fairs.ts'
import { formOf } from '#tests/support/forms.ts'
import { createVariant } from '#tests/support/goods.ts'
import { refundAmount } from '#tests/support/refunds.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { readMonth } from '#tests/support/statements.ts'

const database = await useDatabase()
const { db } = database
const shop = shopServices(database)
shop.clock.set(new Date('2026-10-15T04:00:00Z'))
const fair = await createFair(db, {
  hasPublicFigure: true,
  startsAt: new Date('2026-10-13T16:00:00Z'),
  endsAt: new Date('2026-10-18T16:00:00Z'),
})

async function open(feeBasisPoints: number) {
  const goods = await createVariant(db)
  const { sku, enterpriseId } = goods
  await db.enterprise.update({ where: { id: enterpriseId }, data: { feeBasisPoints } })
  return { sku, enterpriseId, owner: await createMember(db, enterpriseId) }
}
type Seller = Awaited<ReturnType<typeof open>>

const wanted = { kind: 'personal', title: '赵晓梅', email: null } as const

async function buy(sellers: ReadonlyArray<Seller>) {
  const scope = await fillCart(
    shop,
    sellers.map(({ sku }) => ({ sku, quantity: 2 })),
  )
  const from = { exhibitionId: fair.id, via: 'page', at: shop.clock.now().toISOString() } as const
  const placed = await placeOrder(shop, scope, { ...(await checkOut(shop, scope)), invoice: wanted, from })
  if (!placed.ok) throw new Error(placed.code)
  const { groupId, token } = placed.value
  await openPayment(shop, groupId)
  shop.payments.pay(groupId)
  await settleGroup(shop, groupId)
  return { groupId, token }
}

async function ship({ owner }: Seller, groupId: string) {
  const parcel = await db.parcel.findFirstOrThrow({
    where: { order: { groupId, enterpriseId: owner.enterpriseId } },
  })
  const sent = { parcelId: parcel.id, courier: 'SF' as const, trackingNumber: 'SF1234567890123' }
  expect(await shipParcel(shop, owner, sent)).toMatchObject({ ok: true })
}

async function invoice({ owner }: Seller, number: string) {
  const [asked] = (await listInvoices(shop, owner, 'waiting', null)).items
  const issued = await issueInvoice(shop, owner, {
    id: asked!.id,
    number,
    fileKey: number,
    amountFen: asked!.amountFen,
  })
  expect(issued).toMatchObject({ ok: true })
  return await db.invoice.findUniqueOrThrow({ where: { id: asked!.id }, include: { reversals: true } })
}

/** The last row of the statement's file, in fen: goods, shipping, fee and net. */
async function readFile({ owner }: Seller, period: string): Promise<Array<number>> {
  const found = (await findStatement(shop, owner, period))!
  const read = await readSheet(await writeStatement(shop, found, messagesFor('zh').settlements))
  if (!read.ok) throw new Error(read.code)
  return read.value
    .at(-1)!
    .cells.slice(3)
    .map((cell) => Math.round(Number(cell) * 100))
}

/** The press figure of the fair as its report shows it. */
async function freeze(): Promise<number> {
  const form = formOf({ key: timeOrderedId(shop.clock.now()), label: '闭幕', cutOff: '2026-10-19T00:00' })
  const frozen = await freezeFigure(shop, await createOrganizer(db), fair, form)
  if (!frozen.ok) throw new Error(JSON.stringify(frozen.detail.errors))
  const figure = await findFigure(shop, fair.id, frozen.value.id, { after: null, locale: 'zh' })
  return figure!.salesFen + figure!.signedFen
}

async function ledgerOf({ enterpriseId }: Seller): Promise<number> {
  const { _sum } = await db.saleEntry.aggregate({ where: { enterpriseId }, _sum: { amountFen: true } })
  return Number(_sum.amountFen)
}

test('three enterprises, one cart, paid, two shipped, one refunded in part, invoiced, settled, frozen: one figure (T108)', async () => {
  const sellers = [await open(0), await open(500), await open(333)]
  const [, second] = sellers as [Seller, Seller, Seller]
  const { groupId, token } = await buy(sellers)
  for (const seller of sellers.slice(0, 2)) await ship(seller, groupId)
  const before = await invoice(second, '24112000000000000001')
  expect(before.amountFen).toBe(4_800)

  const { id: lineId } = await db.orderLine.findFirstOrThrow({
    where: { order: { groupId, enterpriseId: second.enterpriseId } },
  })
  await refundAmount(shop, {
    groupId,
    key: 'part',
    reason: 'goodwill',
    lineIds: [lineId],
    amountFen: fen(777),
  })
  const { reversals } = await db.invoice.findUniqueOrThrow({
    where: { id: before.id },
    include: { reversals: true },
  })
  shop.clock.set(new Date('2026-11-02T04:00:00Z'))
  const finance = await createOrganizer(db, 'finance')
  expect(await closePeriod(shop, finance, '2026-10')).toMatchObject({ ok: true })

  // 20.00 twice and 8.00 of shipping each; the second keeps 32.23 of goods, of which 5 % are 161.15 fen.
  const shown = (await findOrderGroup(shop, token, 'zh'))!
  const expected = [
    { keptFen: 4_800, feeFen: 0 },
    { keptFen: 4_023, feeFen: 161 },
    { keptFen: 4_800, feeFen: 133 },
  ]
  for (const [index, seller] of sellers.entries()) {
    const { keptFen, feeFen } = expected[index]!
    const order = await db.order.findFirstOrThrow({ where: { groupId, enterpriseId: seller.enterpriseId } })
    const onScreen = shown.orders.find(({ number }) => number === order.number)!
    const { statement, lines } = await readMonth(shop, seller.owner, '2026-10')
    expect({
      order: order.totalFen - order.refundedFen,
      screen: onScreen.totalFen - onScreen.refundedFen,
      ledger: await ledgerOf(seller),
      statement: statement.itemsFen + statement.shippingFen - statement.refundsFen,
      lines: lines.reduce((sum, line) => sum + line.itemsFen + line.shippingFen, 0),
      net: statement.netFen + feeFen,
    }).toEqual({
      order: keptFen,
      screen: keptFen,
      ledger: keptFen,
      statement: keptFen,
      lines: keptFen,
      net: keptFen,
    })
    expect(await readFile(seller, '2026-10')).toEqual([keptFen - 800, 800, 0 - feeFen, keptFen - feeFen])
  }
  expect(before.amountFen - reversals.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(4_023)

  const provided = shop.payments.findLatest(groupId)!.amountFen
  const returned = shop.payments.listRefunds().reduce((sum, refund) => sum + refund.amountFen, 0)
  const [total] = await sumPeriods(shop, finance)
  expect(provided - returned).toBe(13_623)
  expect(total!.netFen + total!.feeFen).toBe(13_623)
  expect(shown.totalFen - shown.refundedFen).toBe(13_623)
  expect(await freeze()).toBe(13_623)
  expect((await readSnapshot(shop, fair.id, 'public'))?.figures.totalFen).toBe(13_623)
})
