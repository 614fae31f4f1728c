import { expect, test } from 'vitest'
import { readInvoiceRequest } from '#app/domain/orders/invoice.ts'
import { findOrderGroup } from '#app/domain/orders/order-views.server.ts'
import { day } from '#app/kernel/clock.ts'
import { createPool } from '#app/platform/db.server.ts'
import { placeGroup, tally } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { invoiceRequest, issueForm, nextNumber, openInvoicing, orderFen } from '#tests/support/invoicing.ts'
import { readAll } from '#tests/support/read-all.ts'
import { refundWhole } from '#tests/support/refunds.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { askInvoice } from './ask-invoice.server.ts'
import { answerInvoiceForm } from './invoice-forms.server.ts'
import { issueInvoice } from './issue-invoice.server.ts'
import { listInvoices } from './list-invoices.server.ts'
import { listWaitingInvoices } from './list-waiting.server.ts'

const database = await useDatabase({ poolSize: 20 })
const { db } = database
const { shop, open, buy } = await openInvoicing(database)

const personal = { kind: 'personal', title: '赵晓梅', email: null } as const
const invoicesOf = (groupId: string) =>
  db.invoice.findMany({ where: { order: { groupId } }, orderBy: { enterpriseId: 'asc' } })

test('who asked for none at the checkout asks afterwards, each enterprise once, and changes it until it is issued', async () => {
  const sellers = [await open(), await open()]
  const [first] = sellers
  const { groupId, token } = await buy(sellers, null)
  expect((await findOrderGroup(shop, token, 'zh'))!.askRefusal).toBeNull()
  expect(await askInvoice(shop, groupId, personal)).toMatchObject({ ok: true })
  expect((await invoicesOf(groupId)).map((row) => [row.status, row.amountFen])).toEqual([
    ['requested', 2_800],
    ['requested', 2_800],
  ])
  expect(await askInvoice(shop, groupId, { ...invoiceRequest, email: 'a@b.cn' })).toMatchObject({ ok: true })
  // A blank address, of a page that does not show the one that was given, keeps it.
  expect(await askInvoice(shop, groupId, invoiceRequest)).toMatchObject({ ok: true })
  const { items } = await listInvoices(shop, first!.owner, 'waiting', null)
  expect(items.map(({ request }) => request)).toEqual([{ ...invoiceRequest, email: 'a@b.cn' }])

  expect(await answerInvoiceForm(shop, first!.owner, issueForm(items[0]!.id))).toEqual({ done: 'issued' })
  const before = await invoicesOf(groupId)
  expect(await askInvoice(shop, groupId, personal)).toEqual({ ok: false, code: 'already-issued' })
  expect(await askInvoice(shop, groupId, null)).toEqual({ ok: false, code: 'already-issued' })
  expect(await invoicesOf(groupId)).toEqual(before)
  expect((await findOrderGroup(shop, token, 'zh'))!.askRefusal).toBe('already-issued')
})

test('who wants none any more has asked for none; then for one again', async () => {
  const seller = await open()
  const { groupId, token } = await buy([seller])
  expect(await askInvoice(shop, groupId, null)).toMatchObject({ ok: true })
  expect(await invoicesOf(groupId)).toEqual([])
  expect((await findOrderGroup(shop, token, 'zh'))!.invoice).toBeNull()
  expect(await askInvoice(shop, groupId, personal)).toMatchObject({ ok: true })
  expect(await invoicesOf(groupId)).toHaveLength(1)
})

test('whoever issues what the buyer has changed meanwhile is told, and issues nothing', async () => {
  const seller = await open()
  const { groupId, invoices } = await buy([seller])
  await askInvoice(shop, groupId, personal)
  expect(await answerInvoiceForm(shop, seller.owner, issueForm(invoices[0]!.id))).toMatchObject({
    form: { errors: { number: 'not-found' } },
  })
  expect((await invoicesOf(groupId)).map((row) => row.status)).toEqual(['requested'])
})

test('for 180 days after the payment, for what was kept, and not before it is paid', async () => {
  const seller = await open()
  const unpaid = await placeGroup(shop, { sku: seller.sku, quantity: 1 })
  expect(await askInvoice(shop, unpaid.groupId, personal)).toEqual({ ok: false, code: 'not-paid' })
  const refunded = await buy([seller], null)
  await refundWhole(shop, { groupId: refunded.groupId, key: 'all', reason: 'goodwill' })
  expect(await askInvoice(shop, refunded.groupId, personal)).toEqual({ ok: false, code: 'nothing-kept' })

  const { groupId } = await buy([seller], null)
  shop.clock.pass(180 * day)
  expect(await askInvoice(shop, groupId, personal)).toMatchObject({ ok: true })
  shop.clock.pass(1)
  expect(await askInvoice(shop, groupId, invoiceRequest)).toEqual({ ok: false, code: 'too-late' })
  expect(await db.orderGroup.findUnique({ where: { id: groupId } })).toMatchObject({ invoice: personal })
})

/** An enterprise issues while the buyer asks for another title: twenty times over. */
async function issueWhileAsking(services: Pick<typeof shop, 'pool' | 'clock'>) {
  const seller = await open()
  const outcomes = []
  for (let round = 0; round < 20; round += 1) {
    const { groupId, invoices } = await buy([seller])
    const { id } = invoices[0]!
    const answers = await Promise.all([
      issueInvoice(services, seller.owner, { id, number: nextNumber(), fileKey: id, amountFen: orderFen }),
      askInvoice(services, groupId, personal),
    ])
    const { invoice } = await db.orderGroup.findUniqueOrThrow({ where: { id: groupId } })
    const [row] = await invoicesOf(groupId)
    const isOld = readInvoiceRequest(invoice)?.kind === invoiceRequest.kind
    outcomes.push({ answers: tally(answers), isSound: (row!.status === 'issued') === isOld })
  }
  return outcomes
}

test('of issuing and asking otherwise at once one is done: nothing is issued to a title that nobody read', async () => {
  for (const { answers, isSound } of await issueWhileAsking(shop)) {
    expect(answers.done).toBe(1)
    expect(isSound).toBe(true)
  }
})

test('control: where the group is not held, what was issued says another title than its order', async () => {
  const pool = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 10 })
  const unmet = editSql(pool, [
    ['FROM order_group WHERE id = $1::uuid FOR NO KEY UPDATE', 'FROM order_group WHERE id = $1::uuid'],
  ])
  const outcomes = await issueWhileAsking({ ...shop, pool })
  await pool.end()
  expect([...unmet]).toEqual([])
  expect(outcomes.filter(({ answers, isSound }) => answers.done !== 1 || !isSound).length).toBeGreaterThan(0)
})

test('finance reads what waits at all enterprises, the oldest first, each on one page (T89)', async () => {
  const finance = await createOrganizer(db, 'finance')
  const [seller, other] = [await open(), await open()]
  const bought: Array<string> = []
  for (let count = 0; count < 33; count += 1) {
    shop.clock.pass(1_000)
    bought.push((await buy([count % 2 ? seller : other])).invoices[0]!.id)
  }
  const done = await buy([seller])
  await issueInvoice(shop, seller.owner, {
    id: done.invoices[0]!.id,
    number: nextNumber(),
    fileKey: 'x',
    amountFen: orderFen,
  })
  const listed = await readAll((after) => listWaitingInvoices(shop, finance, after))
  const ids = listed.map(({ id }) => id)
  expect(ids.slice(-33)).toEqual(bought)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).not.toContain(done.invoices[0]!.id)
})
