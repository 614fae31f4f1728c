import { beforeEach, expect, test } from 'vitest'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { appendEntries, correctEntries } from '#app/domain/sales/append-entries.server.ts'
import type { NewEntry } from '#app/domain/sales/sale-entry.ts'
import { randomToken } from '#app/kernel/ids.ts'
import { createPool } from '#app/platform/db.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { placeGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { boothEntry, createFair } from '#tests/support/fairs.ts'
import { formOf } from '#tests/support/forms.ts'
import { createVariant } from '#tests/support/goods.ts'
import { readAll } from '#tests/support/read-all.ts'
import { refundWhole } from '#tests/support/refunds.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { checkCertificate, findCertificate, listCertificates } from './certificate-views.server.ts'
import { issueCertificate, submitCertificate } from './issue-certificate.server.ts'
import { revokeCertificate } from './revoke-certificate.server.ts'

const database = await useDatabase({ seeded: true })
const { db, pool } = database
const services = { pool, clock: { now: () => new Date('2026-11-28T02:00:00Z') } }
const scope = await createOrganizer(db)
const [haidian, chaoyang] = ['110108', '110105']
const goods = await createVariant(db)
const shop = shopServices(database)
let fair = await createFair(db)

beforeEach(async () => {
  fair = await createFair(db)
})

const facts = (changes: object = {}) => ({
  kind: 'district' as const,
  district: haidian,
  organisation: '',
  exhibition: fair.slug,
  startsOn: '2026-11-23',
  endsOn: '2026-11-25',
  ...changes,
})

async function sell(amountFen: number, changes: Partial<NewEntry> & { isClaimed?: boolean } = {}) {
  const { isClaimed, ...entry } = changes
  const where = { exhibitionId: fair.id, enterpriseId: goods.enterpriseId, variantId: goods.id }
  return await withTransaction(pool, (tx) =>
    appendEntries(
      tx,
      new Date('2026-11-24T04:00:00Z'),
      [boothEntry(where, { amountFen, beijingDistrictCode: haidian, ...entry })],
      isClaimed ? undefined : 'payment',
    ),
  )
}

async function issue(changes: object = {}): Promise<string> {
  const issued = await issueCertificate(services, scope, facts(changes))
  if (!issued.ok) throw new Error(issued.code)
  return issued.value
}

const reason = (text: string) => formOf({ reason: text })

test('a certificate is of the verified entries of its district, fair and days, and of no other', async () => {
  await sell(1_000)
  await sell(500, { occurredAt: new Date('2026-11-25T15:59:00Z') })
  // Claimed only; of another district, without one, another fair's, of none, of the day before and the day after.
  await sell(7_000, { isClaimed: true })
  await sell(7_000, { beijingDistrictCode: chaoyang })
  await sell(7_000, { beijingDistrictCode: null })
  await sell(7_000, { exhibitionId: (await createFair(db)).id })
  await sell(7_000, { exhibitionId: null })
  await sell(7_000, { occurredAt: new Date('2026-11-22T15:59:00Z') })
  await sell(7_000, { occurredAt: new Date('2026-11-25T16:00:00Z') })
  const certificate = await findCertificate(services, 'zh', await issue())
  expect(certificate).toMatchObject({ subject: '海淀区', amountFen: 1_500, revokedAt: null })
  expect(certificate?.divisions.map(({ amountFen }) => amountFen)).toEqual([1_500])
})

test('over the demonstration fair each district comes to what the ledger has of it, division by division', async () => {
  const { rows } = await pool.query(`
    SELECT e.beijing_district_code AS district, e.division_code AS division, sum(e.amount_fen)::float8 AS sum
    FROM sale_entry e JOIN sale_verification v ON v.entry_id = e.id JOIN exhibition x ON x.id = e.exhibition_id
    WHERE x.slug = 'beijing-2023-demo' AND e.beijing_district_code IS NOT NULL
    GROUP BY 1, 2 HAVING sum(e.amount_fen) <> 0`)
  const districts = [...new Set<string>(rows.map(({ district }) => district))]
  expect(districts.length).toBeGreaterThan(5)
  for (const district of districts) {
    const days = { startsOn: '2023-11-23', endsOn: '2026-11-28' }
    const code = await issue({ ...days, district, exhibition: 'beijing-2023-demo' })
    const certificate = await findCertificate(services, 'zh', code)
    const expected = rows.filter((row) => row.district === district)
    const sums = Object.fromEntries(expected.map(({ division, sum }) => [division, sum]))
    expect(
      Object.fromEntries(certificate?.divisions.map(({ code, amountFen }) => [code, amountFen]) ?? []),
    ).toEqual(sums)
    expect(certificate?.amountFen).toBe(expected.reduce((all, { sum }) => all + sum, 0))
    expect(certificate?.fair?.isDemonstration).toBe(true)
  }
})

test('without a fair it is what was really bought: nothing of demonstration fairs, nor of demonstration enterprises', async () => {
  const days = { exhibition: '', startsOn: '2023-11-01', endsOn: '2026-11-28', district: '110116' }
  const bought = await pool.query(
    'SELECT count(*)::int AS count FROM sale_entry WHERE beijing_district_code = $1 AND exhibition_id IS NULL',
    [days.district],
  )
  expect(bought.rows[0].count, 'orders of the demonstration outside of fairs').toBeGreaterThan(0)
  expect(await issueCertificate(services, scope, facts(days))).toMatchObject({ code: 'nothing-verified' })
  await sell(1_000, { exhibitionId: null, beijingDistrictCode: days.district })
  expect((await findCertificate(services, 'zh', await issue(days)))?.amountFen).toBe(1_000)
})

test('what was corrected after the days was not bought in them', async () => {
  await sell(1_000)
  const [wrong] = await sell(9_000)
  if (!wrong) throw new Error('nothing was appended')
  const later = new Date('2026-11-27T04:00:00Z')
  await withTransaction(pool, (tx) => correctEntries(tx, later, [wrong.id], { by: 'test', note: '录错' }))
  expect((await findCertificate(services, 'zh', await issue()))?.amountFen).toBe(1_000)
})

/** Pieces of 20.00 with 8.00 of shipping, ordered on the fair and paid at that moment. */
async function buyOnline(at: string, quantity: number): Promise<string> {
  shop.clock.set(new Date(at))
  const { groupId } = await placeGroup(shop, { sku: goods.sku, quantity })
  const where = { exhibitionId: fair.id, beijingDistrictCode: haidian }
  await db.orderGroup.update({ where: { id: groupId }, data: where })
  await openPayment(shop, groupId)
  shop.payments.pay(groupId)
  await settleGroup(shop, groupId)
  return groupId
}

async function giveBack(groupId: string, at: string): Promise<void> {
  shop.clock.set(new Date(at))
  const given = await refundWhole(shop, { groupId, key: at, reason: 'goodwill' })
  if (!given.ok) throw new Error(given.code)
}

test('what was given back of the days’ orders was not bought, whenever it came back; other refunds are none of theirs', async () => {
  const earlier = await buyOnline('2026-11-22T04:00:00Z', 1)
  const returned = await buyOnline('2026-11-24T04:00:00Z', 3)
  await buyOnline('2026-11-25T04:00:00Z', 2)
  await giveBack(earlier, '2026-11-25T05:00:00Z')
  await giveBack(returned, '2026-11-27T04:00:00Z')
  expect((await findCertificate(services, 'zh', await issue()))?.amountFen).toBe(4_800)
})

test('of a platform, too, refunds go with their sale', async () => {
  const platform = { channel: 'livestream', source: 'import', tender: null } as const
  const back = { ...platform, kind: 'refund', quantity: 0 } as const
  const number = `douyin:${randomToken()}`
  await sell(3_000, { ...platform, externalRef: number })
  await sell(-500, { ...back, externalRef: `${number}:refund:1` })
  await sell(-200, { ...back, externalRef: `${number}:refund:2` })
  expect((await findCertificate(services, 'zh', await issue()))?.amountFen).toBe(2_300)
})

test('the amount stays as it was issued, whatever is sold afterwards and whoever writes', async () => {
  await sell(1_000)
  const code = await issue()
  expect(await issue()).toBe(code)
  await sell(200)
  expect((await findCertificate(services, 'zh', code))?.amountFen).toBe(1_000)
  expect(await issueCertificate(services, scope, facts())).toMatchObject({ code: 'already-issued' })
  await expect(
    pool.query(`UPDATE purchase_certificate SET amount_fen = 1 WHERE code = '${code}'`),
  ).rejects.toThrow(/permission denied/)
  await revokeCertificate(services, scope, code, reason('金额有误'))
  const second = await issue()
  expect((await findCertificate(services, 'zh', second))?.signedFen).toBe(0)
  expect(second).not.toBe(code)
  expect((await findCertificate(services, 'zh', second))?.amountFen).toBe(1_200)
})

async function issueAtOnce(on: typeof services): Promise<number> {
  await sell(1_000)
  await Promise.all(Array.from({ length: 6 }, () => issueCertificate(on, scope, facts())))
  return await db.purchaseCertificate.count({ where: { exhibitionId: fair.id } })
}

test('six who issue the same at once make one', async () => {
  expect(await issueAtOnce(services)).toBe(1)
})

test('control: without the lock they make more', async () => {
  const bare = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 10 })
  const unmet = editSql(bare, [["pg_advisory_xact_lock(hashtext('purchase-certificate'), 0)", '1']])
  // Every connection is open before the first round, and a round in which nobody met nobody proves nothing.
  await Promise.all(Array.from({ length: 6 }, () => bare.query('SELECT 1')))
  let made = 1
  for (let rounds = 0; made === 1 && rounds < 20; rounds += 1) {
    fair = await createFair(db)
    made = await issueAtOnce({ ...services, pool: bare })
  }
  await bare.end()
  expect([...unmet]).toEqual([])
  expect(made).toBeGreaterThan(1)
})

test('an organisation is certified what its verified contracts come to', async () => {
  const organisation = `海淀区第一食堂 ${fair.slug}`
  const { divisionCode } = await db.enterprise.findUniqueOrThrow({ where: { id: goods.enterpriseId } })
  const contract = async (buyer: string) => {
    const { id } = await db.contract.create({
      data: {
        number: randomToken(),
        exhibitionId: fair.id,
        kind: 'purchase',
        title: '敖汉小米采购',
        buyer,
        enterpriseId: goods.enterpriseId,
        divisionCode,
        amountFen: 1n,
        signedOn: new Date('2026-11-24'),
        recordedBy: scope.staff.staffId,
        recordedAt: services.clock.now(),
      },
    })
    return { channel: 'contract', contractId: id, beijingDistrictCode: null, tender: null } as const
  }
  await sell(2_000_000, await contract(organisation))
  await sell(7_000_000, { ...(await contract(organisation)), isClaimed: true })
  await sell(7_000_000, await contract('另一家食堂'))
  const signed = await contract('海淀区商务局')
  await sell(600_000, { ...signed, beijingDistrictCode: haidian })
  await sell(1_000)
  // What was signed stands beside what was bought, on the certificate of a district, too.
  expect(await findCertificate(services, 'zh', await issue())).toMatchObject({
    amountFen: 601_000,
    signedFen: 600_000,
  })
  const code = await issue({ kind: 'organisation', district: '', organisation })
  expect(await findCertificate(services, 'zh', code)).toMatchObject({
    subject: organisation,
    amountFen: 2_000_000,
    signedFen: 2_000_000,
  })
})

test('whoever checks is told that it is revoked, not why; each step is in the audit', async () => {
  await sell(1_000)
  const code = await issue()
  expect(await checkCertificate(services, 'zh', code)).toMatchObject({ code, revokedAt: null })
  expect(await revokeCertificate(services, scope, code, reason(''))).toMatchObject({
    errors: { reason: 'reason-needed' },
  })
  expect(await revokeCertificate(services, scope, code, reason('重复开具'))).toBeNull()
  expect(await revokeCertificate(services, scope, code, reason('再撤一次'))).toBeNull()
  const checked = await checkCertificate(services, 'en', code)
  expect(checked).toMatchObject({ subject: 'Haidian', revokedAt: services.clock.now() })
  expect(JSON.stringify(checked)).not.toContain('重复开具')
  expect((await findCertificate(services, 'zh', code))?.revokeReason).toBe('重复开具')
  const audits = await db.auditEntry.findMany({ where: { subjectId: code }, orderBy: { id: 'asc' } })
  expect(audits.map(({ action, reason }) => [action, reason])).toEqual([
    ['issue-certificate', null],
    ['revoke-certificate', '重复开具'],
  ])
})

test('a code that nothing was issued with is nothing', async () => {
  expect(await checkCertificate(services, 'zh', 'KX7M2R9TBD4W')).toBeNull()
})

test('a form is refused with its reason beside the field', async () => {
  const submit = async (changes: object) => {
    const answer = await submitCertificate(services, scope, formOf(facts(changes)))
    return 'state' in answer ? answer.state.errors : answer
  }
  expect(await submit({})).toEqual({ startsOn: 'nothing-verified' })
  expect(await submit({ endsOn: '2026-11-29' })).toEqual({ endsOn: 'ends-in-future' })
  expect(await submit({ endsOn: '2026-11-22' })).toEqual({ endsOn: 'ends-before-start' })
  expect(await submit({ district: '' })).toEqual({ district: 'needed' })
  expect(await submit({ district: '999999' })).toEqual({ district: 'district-unknown' })
  expect(await submit({ exhibition: 'nowhere' })).toEqual({ exhibition: 'fair-unknown' })
  expect(await submit({ kind: 'organisation', organisation: '没有这家' })).toEqual({
    organisation: 'organisation-unknown',
  })
})

test('the list turns its pages without losing or repeating one', async () => {
  const listed = await readAll((after) => listCertificates(services, 'zh', after))
  const codes = listed.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.length).toBe(await db.purchaseCertificate.count())
})
