import { expect, test } from 'vitest'
import { findOrderGroup } from '#app/domain/orders/order-views.server.ts'
import { submitRefund } from '#app/domain/payments/submit-refund.server.ts'
import { fen } from '#app/kernel/money.ts'
import { createPool } from '#app/platform/db.server.ts'
import { findPrivatePhoto } from '#app/platform/private-files.server.ts'
import { tally } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { formOf } from '#tests/support/forms.ts'
import {
  invoiceRequest,
  issueForm,
  nextNumber,
  openInvoicing,
  orderFen,
  type Seller,
} from '#tests/support/invoicing.ts'
import { samplePaper } from '#tests/support/papers.ts'
import { readAll } from '#tests/support/read-all.ts'
import { refundAmount, refundWhole } from '#tests/support/refunds.ts'
import { findBuyersPaper, findOwnPaper } from './find-paper.server.ts'
import { answerInvoiceForm } from './invoice-forms.server.ts'
import { issueInvoice } from './issue-invoice.server.ts'
import { type InvoiceItem, listInvoices } from './list-invoices.server.ts'
import type { InvoiceStand } from './stands.ts'

const database = await useDatabase({ poolSize: 20 })
const { db } = database
const { shop, dataDir, open, buy } = await openInvoicing(database)

const reverseForm = (id: string, number = nextNumber()) => formOf({ id, intent: 'reverse', number })

const read = (id: string) => db.invoice.findUniqueOrThrow({ where: { id }, include: { reversals: true } })

test('a paid order asks each of its enterprises once, and nobody where none was wanted', async () => {
  const sellers = [await open(), await open()]
  const { invoices } = await buy(sellers)
  expect(invoices.map(({ status, amountFen }) => [status, amountFen])).toEqual([
    ['requested', 2_800],
    ['requested', 2_800],
  ])
  const { items } = await listInvoices(shop, sellers[0]!.owner, 'waiting', null)
  expect(items).toMatchObject([
    { orderNumber: invoices[0]!.order.number, request: invoiceRequest, amountFen: 2_800 },
  ])
  expect((await buy([sellers[0]!], null)).invoices).toEqual([undefined])
})

/** Each of five enterprises issues forty, all of them at once. */
async function issueEverything(services: typeof shop) {
  const sellers = await Promise.all(Array.from({ length: 5 }, open))
  const groups = []
  for (let round = 0; round < 40; round += 1) groups.push(await buy(sellers))
  const asked = groups.flatMap(({ invoices }) =>
    invoices.map(({ id }, index) => ({ id, owner: sellers[index]!.owner })),
  )
  const answers = await Promise.allSettled(
    asked.map(({ id, owner }) =>
      issueInvoice(services, owner, { id, number: nextNumber(), fileKey: id, amountFen: orderFen }),
    ),
  )
  const issued = await db.invoice.findMany({
    where: { enterpriseId: { in: sellers.map((seller) => seller.enterpriseId) }, status: 'issued' },
    orderBy: { sequence: 'asc' },
  })
  const sequences = sellers.map(({ enterpriseId }) =>
    issued.filter((row) => row.enterpriseId === enterpriseId).map((row) => row.sequence),
  )
  return { answers, sequences }
}

const oneToForty = Array.from({ length: 40 }, (_, index) => index + 1)

test('200 issued at once over five enterprises are numbered without a gap, each enterprise for itself (T42)', async () => {
  const { answers, sequences } = await issueEverything(shop)
  expect(answers.filter((answer) => answer.status === 'rejected')).toEqual([])
  expect(sequences).toEqual(Array.from({ length: 5 }, () => oneToForty))
}, 120_000)

test('control: without holding the enterprise two take the same number', async () => {
  const pool = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 20 })
  const unmet = editSql(pool, [['FOR NO KEY UPDATE', '']])
  const { answers } = await issueEverything({ ...shop, pool })
  await pool.end()
  expect([...unmet]).toEqual([])
  expect(answers.filter((answer) => answer.status === 'rejected').length).toBeGreaterThan(0)
}, 120_000)

test('a double click issues one invoice', async () => {
  const seller = await open()
  const { invoices } = await buy([seller])
  const { id } = invoices[0]!
  const issue = () =>
    issueInvoice(shop, seller.owner, { id, number: nextNumber(), fileKey: 'x', amountFen: orderFen })
  expect(tally(await Promise.all([issue(), issue(), issue()]))).toEqual({ done: 1, 'already-issued': 2 })
  expect(await db.outboxMessage.count({ where: { dedupeKey: `invoice-issued:${id}` } })).toBe(1)
})

test('the paper is what was uploaded, byte for byte, also after the order has changed (T42)', async () => {
  const seller = await open()
  const { groupId, token, invoices } = await buy([seller])
  const { id, order } = invoices[0]!
  const bytes = samplePaper('原样')
  expect(await answerInvoiceForm(shop, seller.owner, issueForm(id, nextNumber(), bytes))).toEqual({
    done: 'issued',
  })
  const download = async () => {
    const papers = [
      await findBuyersPaper(shop, { token, orderNumber: order.number }),
      await findOwnPaper(shop, seller.owner, id),
    ]
    return await Promise.all(papers.map((paper) => findPrivatePhoto(dataDir, paper!.fileKey)))
  }
  expect(await download()).toEqual([Buffer.from(bytes), Buffer.from(bytes)])
  await refundWhole(shop, { groupId, key: 'all', reason: 'goodwill' })
  expect(await download()).toEqual([Buffer.from(bytes), Buffer.from(bytes)])
  const group = await findOrderGroup(shop, token, 'zh')
  expect(group!.orders[0]!.invoice).toMatchObject({ status: 'issued' })
})

test('no refund of an invoiced order without its red-letter record, for which the enterprise finds a number (T42)', async () => {
  const sellers = [await open(), await open()]
  const [seller, other] = sellers as [Seller, Seller]
  const { groupId, invoices } = await buy(sellers)
  const [own, neighbours] = invoices
  for (const [index, { owner }] of sellers.entries())
    await answerInvoiceForm(shop, owner, issueForm(invoices[index]!.id))
  const { id: lineId } = await db.orderLine.findFirstOrThrow({ where: { orderId: own!.orderId } })
  const command = { groupId, key: 'part', reason: 'goodwill' as const }
  await refundAmount(shop, { ...command, lineIds: [lineId], amountFen: fen(700) })
  const { reversals } = await read(own!.id)
  expect(reversals).toMatchObject([{ amountFen: 700, number: null }])
  expect((await read(neighbours!.id)).reversals).toEqual([])

  const due = await listInvoices(shop, seller.owner, 'reversal', null)
  expect(due.items.map((item) => item.id)).toEqual([own!.id])
  const [reversal] = reversals
  expect(await answerInvoiceForm(shop, other.owner, reverseForm(reversal!.id))).toMatchObject({
    form: { errors: { number: 'changed-meanwhile' } },
  })
  expect(await answerInvoiceForm(shop, seller.owner, reverseForm(reversal!.id))).toEqual({ done: 'reversed' })
  expect((await listInvoices(shop, seller.owner, 'reversal', null)).items).toEqual([])

  await refundWhole(shop, { ...command, key: 'rest' })
  expect((await read(own!.id)).reversals.map((row) => row.amountFen)).toEqual([700, 2_100])
  expect((await read(neighbours!.id)).reversals.map((row) => row.amountFen)).toEqual([2_800])
})

test('an invoice is for what is kept: nothing under refund is invoiced, nor reversed afterwards', async () => {
  const seller = await open()
  const { groupId, invoices } = await buy([seller])
  const { id, orderId } = invoices[0]!
  const { id: lineId } = await db.orderLine.findFirstOrThrow({ where: { orderId } })
  shop.payments.planRefunds('pending')
  const refund = { groupId, key: 'part', reason: 'goodwill' as const, lineIds: [lineId], amountFen: fen(800) }
  const asked = await refundAmount(shop, refund)
  shop.payments.planRefunds('succeeded')
  // Whoever had the page open from before made the paper out for too much: nothing is recorded, and the page says for how much.
  const stale = await answerInvoiceForm(shop, seller.owner, issueForm(id))
  expect(stale).toMatchObject({ isOvertaken: true, form: { id, errors: { amountFen: 'amount-changed' } } })
  expect(stale.form?.values.number).toMatch(/^\d{20}$/)
  const [shown] = (await listInvoices(shop, seller.owner, 'waiting', null)).items
  expect(shown).toMatchObject({ id, amountFen: 2_000 })
  const form = issueForm(id, nextNumber(), samplePaper(id), shown!.amountFen)
  expect(await answerInvoiceForm(shop, seller.owner, form)).toEqual({ done: 'issued' })
  expect(await read(id)).toMatchObject({ amountFen: 2_000, reversals: [] })
  const { providerRefundId } = await db.refund.findFirstOrThrow({ where: { groupId } })
  shop.payments.settleRefund(providerRefundId!, 'succeeded')
  if (asked.ok) await submitRefund(shop, asked.value.refundId)
  expect((await read(id)).reversals).toEqual([])
})

test('a refund that failed takes back no invoice; an order that was refunded whole gets none', async () => {
  const seller = await open()
  const { groupId, invoices } = await buy([seller])
  const { id } = invoices[0]!
  await answerInvoiceForm(shop, seller.owner, issueForm(id))
  shop.payments.planRefunds('failed')
  await refundWhole(shop, { groupId, key: 'fails', reason: 'goodwill' })
  shop.payments.planRefunds('succeeded')
  expect((await read(id)).reversals).toEqual([])

  const second = await buy([seller])
  await refundWhole(shop, { groupId: second.groupId, key: 'all', reason: 'goodwill' })
  expect(await answerInvoiceForm(shop, seller.owner, issueForm(second.invoices[0]!.id))).toMatchObject({
    form: { errors: { number: 'nothing-kept' } },
  })
  expect((await listInvoices(shop, seller.owner, 'waiting', null)).items).toEqual([])
})

test.each([
  ['a number of 13 digits', '1234567890123', samplePaper(), { number: 'invoice-number' }],
  ['no number', '', samplePaper(), { number: 'invoice-number' }],
  ['a picture', '12345678', new Uint8Array([0xff, 0xd8, 0xff]), { paper: 'not-a-paper' }],
  ['no file', '12345678', new Uint8Array(), { paper: 'paper-required' }],
  ['16 MB', '12345678', new Uint8Array(16 * 1024 * 1024), { paper: 'too-large' }],
])('%s is refused, and says so at its field', async (_what, number, paper, errors) => {
  const seller = await open()
  const { invoices } = await buy([seller])
  const { id } = invoices[0]!
  expect(await answerInvoiceForm(shop, seller.owner, issueForm(id, number, paper))).toMatchObject({
    form: { id, errors },
  })
  expect((await read(id)).status).toBe('requested')
})

test('one number is on one invoice; spaces in it are nothing', async () => {
  const seller = await open()
  const [first, second] = [await buy([seller]), await buy([seller])]
  const number = '24112 00000 99999 99999'
  expect(await answerInvoiceForm(shop, seller.owner, issueForm(first.invoices[0]!.id, number))).toEqual({
    done: 'issued',
  })
  expect((await read(first.invoices[0]!.id)).number).toBe('24112000009999999999')
  expect(
    await answerInvoiceForm(shop, seller.owner, issueForm(second.invoices[0]!.id, number)),
  ).toMatchObject({
    form: { errors: { number: 'number-taken' } },
  })
})

test('another’s invoice does not exist: neither for an enterprise nor behind another order’s link (T44)', async () => {
  const [seller, stranger] = [await open(), await open()]
  const [bought, others] = [await buy([seller]), await buy([stranger])]
  const { id, order } = bought.invoices[0]!
  expect(await answerInvoiceForm(shop, stranger.owner, issueForm(id))).toMatchObject({
    form: { errors: { number: 'not-found' } },
  })
  await answerInvoiceForm(shop, seller.owner, issueForm(id))
  expect(await findOwnPaper(shop, stranger.owner, id)).toBeNull()
  expect(await findBuyersPaper(shop, { token: others.token, orderNumber: order.number })).toBeNull()
  expect(await findBuyersPaper(shop, { token: bought.token, orderNumber: order.number })).not.toBeNull()
})

test('however many pages a list has, each invoice is on one: who waits longest first, of the issued the newest (T89)', async () => {
  const seller = await open()
  const bought: Array<string> = []
  for (let count = 0; count < 22; count += 1) bought.push((await buy([seller])).invoices[0]!.id)
  expect((await listAll(seller, 'waiting')).map(({ id }) => id).sort()).toEqual([...bought].sort())
  for (const [index, id] of bought.entries())
    await answerInvoiceForm(
      shop,
      seller.owner,
      issueForm(id, `2411200000777770${String(index).padStart(4, '0')}`),
    )
  const sequences = (await listAll(seller, 'issued')).map(({ sequence }) => sequence)
  expect(sequences).toEqual(Array.from(bought, (_, index) => bought.length - index))
})

function listAll({ owner }: Seller, stand: InvoiceStand): Promise<Array<InvoiceItem>> {
  return readAll((after) => listInvoices(shop, owner, stand, after))
}

test('an invoice is found by the number of its order and by a part of its title, in its own list and enterprise only', async () => {
  const [seller, other] = [await open(), await open()]
  const { invoices } = await buy([seller, other])
  await buy([seller], { ...invoiceRequest, title: '赤峰某超市' } as unknown as typeof invoiceRequest)
  const { id, order } = invoices[0]!
  const find = async (text: string, stand: InvoiceStand = 'waiting') =>
    (await listInvoices(shop, seller.owner, stand, null, text)).items.map((item) => item.id)
  expect(await find(order.number.toLowerCase())).toEqual([id])
  expect(await find('某食堂')).toEqual([id])
  expect(await find('某食堂', 'issued')).toEqual([])
  expect(await find('某超市')).toHaveLength(1)
  expect(await find(invoices[1]!.order.number)).toEqual([])
})
