import { expect, test } from 'vitest'
import { messagesFor } from '#app/messages/messages.server.ts'
import { createPool } from '#app/platform/db.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { formOf } from '#tests/support/forms.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { findClosedStatement } from '../find-statement.server.ts'
import { listAllStatements } from '../list-all-statements.server.ts'
import { markAllPaid, undoPayout } from '../mark-paid.server.ts'
import { writePayouts } from '../payout-file.server.ts'
import { answerAccount, decide } from './decide-account.server.ts'
import { fileAccount } from './file-account.server.ts'
import { findOwnAccounts, listWaitingAccounts } from './find-accounts.server.ts'

// Statements of no order: their sums are not what is tested.
const database = await useDatabase({ poolSize: 20, checksBooks: false })
const { db, pool } = database
const clock = movableClock()
const shop = { pool, clock }
const [city, finance] = [await createOrganizer(db, 'city-organizer'), await createOrganizer(db, 'finance')]

const sound = {
  holder: '敖汉谷语坡农场',
  bank: '中国农业银行敖汉旗支行',
  number: '6228 4800-1234 ５６７８',
  consent: 'on',
}
const accountForm = (changes: Record<string, string> = {}) => formOf({ ...sound, ...changes })

async function open() {
  const { enterpriseId } = await createVariant(db)
  const [owner, partner] = [await createMember(db, enterpriseId), await createMember(db, enterpriseId)]
  const rows = (status: string) => db.bankAccount.findMany({ where: { enterpriseId, status } })
  return { enterpriseId, owner, partner, rows }
}

async function fileOne(seller: Awaited<ReturnType<typeof open>>, number: string): Promise<string> {
  clock.pass(1_000)
  expect(await fileAccount(shop, seller.owner, accountForm({ number }))).toBeNull()
  const [waiting] = await seller.rows('waiting')
  return waiting!.id
}

async function fileConfirmed(seller: Awaited<ReturnType<typeof open>>, number: string): Promise<void> {
  expect(await decide(shop, city, await fileOne(seller, number), null)).toMatchObject({ ok: true })
}

test('an account waits for the city, and money goes to the former one until it is confirmed; owners are told', async () => {
  const seller = await open()
  await fileConfirmed(seller, '62284800000011112222')
  await fileOne(seller, '62284800000033334444')
  expect(await findOwnAccounts(shop, seller.owner)).toMatchObject({
    confirmed: { ending: '2222' },
    waiting: { ending: '4444' },
    returned: null,
  })
  const waiting = (await listWaitingAccounts(shop, city, null)).items.find(
    ({ slug }) => slug === seller.owner.slug,
  )
  expect(waiting).toMatchObject({ number: '62284800000033334444', formerEnding: '2222' })
  clock.pass(1_000)
  const confirm = formOf({ intent: 'confirm', account: waiting!.id })
  expect(await answerAccount(shop, city, confirm)).toEqual({ done: 'confirmed' })
  expect(await answerAccount(shop, city, confirm)).toEqual({ failure: 'changed-meanwhile' })
  expect(await findOwnAccounts(shop, seller.owner)).toMatchObject({
    confirmed: { ending: '4444' },
    waiting: null,
  })
  expect(await seller.rows('replaced')).toMatchObject([{ number: '62284800000011112222' }])
  const told = await db.outboxMessage.findMany({
    where: {
      kind: { startsWith: 'account-' },
      payload: { path: ['to'], equals: seller.partner.staff.staffId },
    },
    orderBy: { id: 'asc' },
  })
  expect(told.map(({ kind }) => kind)).toEqual([
    'account-filed',
    'account-confirmed',
    'account-filed',
    'account-confirmed',
  ])
  const audit = await db.auditEntry.findMany({
    where: { subjectId: seller.owner.slug, action: { contains: 'account' } },
    orderBy: { id: 'asc' },
  })
  expect(audit.map(({ action }) => action)).toEqual([
    'file-account',
    'confirm-account',
    'file-account',
    'confirm-account',
  ])
  expect(JSON.stringify(audit.map(({ after }) => after))).not.toContain('3333')
})

test('what is typed as people type it is kept as digits; the same again files nothing', async () => {
  const seller = await open()
  for (let time = 0; time < 2; time += 1)
    expect(await fileAccount(shop, seller.owner, accountForm())).toBeNull()
  expect(await seller.rows('waiting')).toMatchObject([{ number: '6228480012345678' }])
  expect(await seller.rows('replaced')).toEqual([])
  await fileConfirmed(seller, '62284800999988887777')
  await fileAccount(shop, seller.partner, accountForm({ number: '62284800999988887777' }))
  expect(await seller.rows('waiting')).toEqual([])
})

test.each([
  [{ holder: '' }, { holder: 'account-holder' }],
  [{ bank: ' ' }, { bank: 'account-bank' }],
  [{ number: '1234567' }, { number: 'account-number' }],
  [{ number: '6228O80012345678' }, { number: 'account-number' }],
  [{ number: '1'.repeat(33) }, { number: 'account-number' }],
  [{ consent: '' }, { consent: 'account-consent' }],
])('with %o the form comes back as it was typed', async (changes, errors) => {
  const seller = await open()
  expect(await fileAccount(shop, seller.owner, accountForm(changes))).toEqual({
    values: { ...sound, ...changes },
    errors,
  })
  expect(await seller.rows('waiting')).toEqual([])
})

test('it is returned with a reason, which its owner reads until the next one is filed', async () => {
  const seller = await open()
  const account = await fileOne(seller, '62284800000055556666')
  const refused = await answerAccount(shop, city, formOf({ intent: 'return', account, reason: '不对' }))
  expect(refused).toMatchObject({ id: account, form: { errors: { reason: 'reason-needed' } } })
  clock.pass(1_000)
  const reason = '电话里说没有换过账户'
  expect(await answerAccount(shop, city, formOf({ intent: 'return', account, reason }))).toEqual({
    done: 'returned',
  })
  expect(await findOwnAccounts(shop, seller.owner)).toMatchObject({
    confirmed: null,
    waiting: null,
    returned: { ending: '6666', reason },
  })
  await fileOne(seller, '62284800000055556667')
  expect((await findOwnAccounts(shop, seller.owner)).returned).toBeNull()
})

test('nobody confirms an account that they filed themselves', async () => {
  const seller = await open()
  const account = await fileOne(seller, '62284800000077778888')
  const both = { ...city, staff: seller.owner.staff }
  expect(await decide(shop, both, account, null)).toMatchObject({ code: 'own-account' })
  expect(await seller.rows('waiting')).toHaveLength(1)
})

test('the bank’s list has the confirmed account, whole; who takes it is noted; a paid statement keeps its end', async () => {
  const [seller, without] = [await open(), await open()]
  await fileConfirmed(seller, '62284800000012340000')
  await fileOne(seller, '62284800000099999999')
  const close = async (enterpriseId: number) => {
    const sums = { itemsFen: 100, shippingFen: 0, refundsFen: 0, feeFen: 0, netFen: 100 }
    const closed = { closedAt: clock.now(), closedBy: finance.staff.staffId }
    return (await db.statement.create({ data: { enterpriseId, period: '2026-10', ...sums, ...closed } })).id
  }
  const ids = [await close(seller.enterpriseId), await close(without.enterpriseId)]
  const file = new TextDecoder().decode(await writePayouts(shop, finance, ids, messagesFor('zh'), 'csv'))
  const [first, second] = file.trim().split('\r\n').slice(1)
  expect(first).toContain('62284800000012340000')
  expect(second).toContain(',,,,')
  expect(
    await db.auditEntry.count({ where: { action: 'export-payouts', staffId: finance.staff.staffId } }),
  ).toBe(1)
  const listed = await listAllStatements(shop, finance, { period: '', paid: 'unpaid', after: null })
  expect(ids.map((id) => listed.items.find((item) => item.id === id)?.accountEnding)).toEqual(['0000', null])
  const paidTo = async () => (await findClosedStatement(shop, finance, ids[0]!))?.statement.paidTo
  const { paidAt } = await markAllPaid(shop, finance, { ids, direction: 'pay', reference: 'HD20261103' })
  expect(await paidTo()).toBe(`${sound.bank} 0000`)
  await undoPayout(shop, finance, paidAt)
  expect(await paidTo()).toBeNull()
})

/** Two owners file, and the city confirms, all at once, several times. */
async function changeAtOnce(services: typeof shop) {
  const seller = await open()
  const account = await fileOne(seller, '62284800000000000001')
  const file = (number: number) =>
    fileAccount(
      services,
      number % 2 ? seller.owner : seller.partner,
      accountForm({ number: `6228480000000000${number}` }),
    )
  const outcomes = await Promise.allSettled([
    ...Array.from({ length: 6 }, (_, index) => file(1_001 + index)),
    decide(services, city, account, null),
    decide(services, city, account, '电话里说没有换过账户'),
  ])
  const decided = await db.auditEntry.count({
    where: { subjectId: seller.owner.slug, action: { in: ['confirm-account', 'return-account'] } },
  })
  return { failed: outcomes.filter(({ status }) => status === 'rejected').length, decided, seller }
}

test('of changes at once one account waits at the end, and one that waited was decided once or not at all', async () => {
  const { failed, decided, seller } = await changeAtOnce(shop)
  expect(failed).toBe(0)
  expect(await seller.rows('waiting')).toHaveLength(1)
  expect(decided).toBeLessThanOrEqual(1)
})

test('control: without the lock the database refuses what would be a second one', async () => {
  const bare = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 10 })
  const unmet = editSql(bare, [['FOR NO KEY UPDATE', '']])
  const { failed, seller } = await changeAtOnce({ ...shop, pool: bare })
  await bare.end()
  expect([...unmet]).toEqual([])
  expect(failed).toBeGreaterThan(0)
  expect((await seller.rows('waiting')).length).toBeLessThanOrEqual(1)
})
