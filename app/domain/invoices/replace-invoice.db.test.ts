import { expect, test } from 'vitest'
import { createPool } from '#app/platform/db.server.ts'
import { findPrivatePhoto } from '#app/platform/private-files.server.ts'
import { tally } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { formOf } from '#tests/support/forms.ts'
import { issueForm, nextNumber, openInvoicing, type Seller } from '#tests/support/invoicing.ts'
import { samplePaper } from '#tests/support/papers.ts'
import { findBuyersPaper, findOwnPaper } from './find-paper.server.ts'
import { answerInvoiceForm } from './invoice-forms.server.ts'
import { listInvoices } from './list-invoices.server.ts'
import { replaceInvoice } from './replace-invoice.server.ts'

const database = await useDatabase({ poolSize: 20 })
const { db } = database
const { shop, dataDir, open, buy } = await openInvoicing(database)

/** One that was issued, with a number and a file of its own. */
async function issue(seller: Seller) {
  const { token, invoices } = await buy([seller])
  const { id, order } = invoices[0]!
  const number = nextNumber()
  expect(await answerInvoiceForm(shop, seller.owner, issueForm(id, number, samplePaper('旧')))).toEqual({
    done: 'issued',
  })
  return { id, token, orderNumber: order.number, number }
}

type Change = { number: string; version?: number; paper?: Uint8Array; reason?: string }
function replaceForm(id: string, { number, version = 1, paper, reason = '传错了文件' }: Change): FormData {
  const form = formOf({ id, number, version, reason, intent: 'replace' })
  if (paper) form.set('paper', new File([new Uint8Array(paper)], 'right.pdf'))
  return form
}
const bytesOf = async (paper: { fileKey: string } | null) => await findPrivatePhoto(dataDir, paper!.fileKey)
const told = (id: string) =>
  db.outboxMessage.count({ where: { dedupeKey: { startsWith: `invoice-replaced:${id}` } } })

test('the right paper takes the place of a wrong one, which stays in the history; the buyer is told again', async () => {
  const seller = await open()
  const { id, token, orderNumber, number } = await issue(seller)
  const right = { number: nextNumber(), paper: samplePaper('新') }
  expect(await answerInvoiceForm(shop, seller.owner, replaceForm(id, right))).toEqual({ done: 'replaced' })

  const own = await findOwnPaper(shop, seller.owner, id)
  expect(await findBuyersPaper(shop, { token, orderNumber })).toEqual(own)
  expect(own!.number).toBe(right.number)
  expect(await bytesOf(own)).toEqual(Buffer.from(right.paper))
  const old = await findOwnPaper(shop, seller.owner, id, 1)
  expect(old!.number).toBe(number)
  expect(await bytesOf(old)).toEqual(Buffer.from(samplePaper('旧')))
  expect(await findOwnPaper(shop, seller.owner, id, 2)).toBeNull()
  expect(await told(id)).toBe(1)

  const { items } = await listInvoices(shop, seller.owner, 'issued', null)
  const replacement = { version: 1, number, reason: '传错了文件', replacedBy: seller.owner.staff.name }
  expect(items).toMatchObject([{ version: 2, sequence: 1, replacements: [replacement] }])
  const audit = await db.auditEntry.findMany({ where: { action: 'replace-invoice', subjectId: id } })
  expect(audit).toMatchObject([
    { before: { number, version: 1 }, after: { number: right.number, version: 2 }, reason: '传错了文件' },
  ])
})

test('a mistyped number is mended without another file, and again; the buyer is told each time', async () => {
  const seller = await open()
  const { id } = await issue(seller)
  const before = await findOwnPaper(shop, seller.owner, id)
  for (const version of [1, 2]) {
    const mended = replaceForm(id, { number: nextNumber(), version })
    expect(await answerInvoiceForm(shop, seller.owner, mended)).toEqual({ done: 'replaced' })
  }
  expect((await findOwnPaper(shop, seller.owner, id))!.fileKey).toBe(before!.fileKey)
  expect(await told(id)).toBe(2)
})

test.each([
  ['without a reason', { reason: ' ' }, { reason: 'reason-needed' }],
  ['with a number of 13 digits', { number: '1234567890123' }, { number: 'invoice-number' }],
  ['by a picture', { paper: new Uint8Array([0xff, 0xd8, 0xff]) }, { paper: 'not-a-paper' }],
  ['by the version that is not there', { version: 7 }, { number: 'replaced-meanwhile' }],
] as const)('%s nothing is replaced, and the field says so', async (_what, change, errors) => {
  const seller = await open()
  const { id } = await issue(seller)
  const answer = await answerInvoiceForm(
    shop,
    seller.owner,
    replaceForm(id, { number: nextNumber(), ...change }),
  )
  expect(answer).toMatchObject({ form: { id, errors } })
  expect(await db.invoice.findUnique({ where: { id } })).toMatchObject({ version: 1 })
  expect(await told(id)).toBe(0)
})

test('neither by itself, nor by the number of another order, nor by another enterprise, nor before it is issued', async () => {
  const [seller, stranger] = [await open(), await open()]
  const [{ id, number }, other] = [await issue(seller), await issue(seller)]
  const waiting = (await buy([seller])).invoices[0]!
  const refusals = [
    [seller, id, number, 'nothing-changed'],
    [seller, id, other.number, 'number-taken'],
    [stranger, id, nextNumber(), 'replaced-meanwhile'],
    [seller, waiting.id, nextNumber(), 'replaced-meanwhile'],
  ] as const
  for (const [{ owner }, of, to, code] of refusals)
    expect(await answerInvoiceForm(shop, owner, replaceForm(of, { number: to }))).toMatchObject({
      form: { errors: { number: code } },
    })
  expect(await findOwnPaper(shop, stranger.owner, id, 1)).toBeNull()
  expect(await db.invoiceReplacement.count({ where: { invoiceId: { in: [id, waiting.id] } } })).toBe(0)
})

/** Four clerks who looked at the same paper send another one each. */
async function replaceAtOnce(services: Pick<typeof shop, 'pool' | 'clock'>) {
  const seller = await open()
  const { id } = await issue(seller)
  const replace = { id, version: 1, fileKey: null, reason: '号码填错' }
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      replaceInvoice(services, seller.owner, { ...replace, number: nextNumber() }),
    ),
  )
  return { id, answers }
}

test('of four who replace one paper at once one does, and the others are told', async () => {
  const { id, answers } = await replaceAtOnce(shop)
  expect(tally(answers)).toEqual({ done: 1, 'replaced-meanwhile': 3 })
  expect(await db.invoiceReplacement.count({ where: { invoiceId: id } })).toBe(1)
  expect(await told(id)).toBe(1)
})

test('control: without the version each takes the place of one that nobody looked at', async () => {
  const pool = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 10 })
  const unmet = editSql(pool, [['AND version =', 'AND 0 <']])
  const { id, answers } = await replaceAtOnce({ ...shop, pool })
  await pool.end()
  expect([...unmet]).toEqual([])
  expect(tally(answers)).toEqual({ done: 4 })
  expect(await db.invoiceReplacement.count({ where: { invoiceId: id } })).toBe(4)
})

test('what was replaced cannot be changed', async () => {
  await expect(shop.pool.query('UPDATE invoice_replacement SET reason = reason')).rejects.toThrow(
    'permission denied',
  )
})
