import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { sqlOn } from '#app/platform/sql.server.ts'
import { contractPaper } from '#tests/support/contracts.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createFair } from '#tests/support/fairs.ts'
import { formOf } from '#tests/support/forms.ts'
import { createVariant } from '#tests/support/goods.ts'
import { keptFiles } from '#tests/support/kept-files.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { changeContract, submitContract } from './contract-forms.server.ts'
import { type ContractFilter, findContract, listContracts, sumContracts } from './contract-views.server.ts'
import { fulfilContract } from './fulfil-contract.server.ts'

const { db, pool } = await useDatabase()
const dataDir = await mkdtemp(path.join(tmpdir(), 'contracts-'))
afterAll(() => rm(dataDir, { recursive: true, force: true }))
const now = new Date('2026-11-24T04:00:00Z')
const services = { pool, clock: { now: () => now }, env: { DATA_DIR: dataDir } }
const seller = await createVariant(db)
const { slug: enterprise } = await db.enterprise.findUniqueOrThrow({ where: { id: seller.enterpriseId } })
const recorder = await createOrganizer(db)
const verifier = await createOrganizer(db, 'finance')
const noFilter = { fair: '', kind: '', status: '', text: '', after: null } as const
let fair = await createFair(db)

beforeEach(async () => {
  fair = await createFair(db)
})

const paper = (changes: Record<string, string> = {}, scan?: null) =>
  contractPaper(enterprise, { exhibition: fair.slug, ...changes }, scan)

async function record(changes: Record<string, string> = {}, scan?: null): Promise<string> {
  const submitted = await submitContract(services, recorder, paper(changes, scan))
  if ('state' in submitted) throw new Error(JSON.stringify(submitted.state.errors))
  return submitted.id
}

async function act(id: string, scope: typeof recorder, intent: 'verify' | 'cancel', reason = '双方协商解除') {
  const contract = await findContract(services, 'zh', id)
  const form = formOf({ seen: contract?.scanSha256 ?? '', reason })
  return await changeContract(services, scope, id, { intent, form })
}

/** Claimed and verified together, and the verified alone. */
async function signed() {
  const [sums] = await sqlOn(pool).$queryRaw<Array<{ all: number; verified: number }>>`
    SELECT COALESCE(sum(amount_fen), 0)::float8 AS all, COALESCE(sum(verified_fen), 0)::float8 AS verified
    FROM sale_rollup WHERE exhibition_id = ${fair.id} AND channel = 'contract' AND dimension = 'all' AND grain = 'total'`
  return sums
}

test('a contract is claimed by one and verified by another; only then it is public (T77)', async () => {
  const id = await record()
  expect(await signed()).toEqual({ all: 2_000_000, verified: 0 })
  expect(await act(id, recorder, 'verify')).toMatchObject({ isDone: false, failure: 'own-contract' })
  expect(await signed()).toEqual({ all: 2_000_000, verified: 0 })
  expect(await act(id, verifier, 'verify')).toMatchObject({ isDone: true })
  expect(await act(id, verifier, 'verify')).toMatchObject({ isDone: true })
  expect(await signed()).toEqual({ all: 2_000_000, verified: 2_000_000 })
  const audits = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
  expect(audits.map(({ action }) => action)).toEqual(['record-contract', 'verify-contract'])
})

test('the database, too, refuses a second look by the same eyes (T77)', async () => {
  const id = await record()
  const data = { status: 'verified', verifiedBy: recorder.staff.staffId, verifiedAt: now }
  await expect(db.contract.update({ where: { id }, data })).rejects.toThrow(/contract_eyes/)
})

test('nobody verifies what has no scan, or another scan than the one that was read', async () => {
  const id = await record({}, null)
  expect(await act(id, verifier, 'verify')).toMatchObject({ failure: 'scan-needed' })
  const form = formOf({ scan: paper().get('scan') as File })
  expect(await changeContract(services, recorder, id, { intent: 'scan', form })).toMatchObject({
    isDone: true,
  })
  const stale = formOf({ seen: 'of another file' })
  expect(await changeContract(services, verifier, id, { intent: 'verify', form: stale })).toMatchObject({
    failure: 'changed-meanwhile',
  })
  expect(await act(id, verifier, 'verify')).toMatchObject({ isDone: true })
})

test('a cancelled contract is taken out by a correction, once, and its record stays (T74)', async () => {
  const id = await record()
  await act(id, verifier, 'verify')
  const answers = await Promise.all([1, 2, 3].map(() => act(id, verifier, 'cancel')))
  expect(answers.filter(({ isDone }) => isDone)).toHaveLength(1)
  expect(await signed()).toEqual({ all: 0, verified: 0 })
  const entries = await db.saleEntry.findMany({ where: { contractId: id }, orderBy: { id: 'asc' } })
  expect(entries.map(({ kind, amountFen }) => [kind, Number(amountFen)])).toEqual([
    ['sale', 2_000_000],
    ['correction', -2_000_000],
  ])
})

const sumReal = async (filter: ContractFilter) => (await sumContracts(services, filter)).real

test('whoever mistyped a contract cancels it while nobody has verified it; what others recorded is not theirs to', async () => {
  const clerk = await createOrganizer(db, 'exhibition-staff')
  const other = await createOrganizer(db, 'exhibition-staff')
  const submitted = await submitContract(services, clerk, paper())
  if ('state' in submitted) throw new Error('refused')
  expect(await act(submitted.id, other, 'cancel')).toMatchObject({ failure: 'not-yours' })
  expect(await signed()).toEqual({ all: 2_000_000, verified: 0 })
  expect(await act(submitted.id, clerk, 'cancel')).toMatchObject({ isDone: true })
  expect(await signed()).toEqual({ all: 0, verified: 0 })

  const again = await submitContract(services, clerk, paper({ title: '第二份' }))
  if ('state' in again) throw new Error('refused')
  await act(again.id, verifier, 'verify')
  expect(await act(again.id, clerk, 'cancel')).toMatchObject({ failure: 'not-yours' })
  expect(await act(again.id, verifier, 'cancel')).toMatchObject({ isDone: true })
})

test('intents and investments stand beside, never inside any sum of sales', async () => {
  await record({ kind: 'intent', amount: '35.37亿', enterprise: '', division: '150430' })
  await record({ kind: 'investment', amount: '1.2亿', enterprise: '', division: '150430' })
  await record({ kind: 'framework', amount: '860000.50' })
  expect(await signed()).toEqual({ all: 86_000_050, verified: 0 })
  expect(await sumReal({ ...noFilter, fair: fair.slug })).toEqual({
    signedFen: 86_000_050,
    verifiedFen: 0,
    intentFen: 353_700_000_000,
    investmentFen: 12_000_000_000,
    paidFen: 0,
  })
  const all = { ...noFilter, fair: fair.slug }
  expect(await sumReal({ ...all, kind: 'intent' })).toMatchObject({
    signedFen: 0,
    intentFen: 353_700_000_000,
  })
  expect(await sumReal({ ...all, status: 'verified' })).toMatchObject({
    signedFen: 0,
    intentFen: 0,
  })
  const [found] = (await listContracts(services, 'zh', { ...all, kind: 'framework' })).items
  const byNumber = { ...noFilter, text: found?.number ?? 'nothing' }
  expect(await sumReal(byNumber)).toMatchObject({
    signedFen: found?.amountFen,
    investmentFen: 0,
  })
})

test('contracts of a demonstration are said to be of one, and stand in no real sum', async () => {
  const { enterpriseId } = seller
  await record({ amount: '100' })
  await db.exhibition.update({ where: { id: fair.id }, data: { isDemonstration: true } })
  const { items } = await listContracts(services, 'zh', { ...noFilter, fair: fair.slug, after: null })
  expect(items.map(({ isDemonstration }) => isDemonstration)).toEqual([true])
  const sums = await sumContracts(services, { ...noFilter, fair: fair.slug })
  expect([sums.real, sums.demonstration?.signedFen]).toEqual([null, 10_000])
  // Outside of fairs its enterprise says it.
  await db.contract.updateMany({ where: { exhibitionId: fair.id }, data: { exhibitionId: null } })
  const id = items[0]?.id ?? ''
  expect((await findContract(services, 'zh', id))?.isDemonstration).toBe(false)
  await db.enterprise.update({ where: { id: enterpriseId }, data: { isDemonstration: true } })
  expect((await findContract(services, 'zh', id))?.isDemonstration).toBe(true)
  await db.enterprise.update({ where: { id: enterpriseId }, data: { isDemonstration: false } })
})

test('hundreds of 亿 are stored, summed and listed to the fen (T42b)', async () => {
  const amounts = ['353.7亿', '353.700000001亿', '0.01']
  for (const amount of amounts) await record({ amount, kind: 'framework' })
  const exact = 35_370_000_000_00 + 35_370_000_000_10 + 1
  expect(await signed()).toEqual({ all: exact, verified: 0 })
  const { items } = await listContracts(services, 'zh', { ...noFilter, fair: fair.slug })
  expect(items.map(({ amountFen }) => amountFen)).toEqual([1, 35_370_000_000_10, 35_370_000_000_00])
  expect(JSON.parse(JSON.stringify(items))).toEqual(items)
})

test('a form sent twice at once records one contract, and keeps one scan', async () => {
  const key = crypto.randomUUID()
  const before = await keptFiles(dataDir)
  const answers = await Promise.all([1, 2, 3].map(() => submitContract(services, recorder, paper({ key }))))
  expect(new Set(answers.map((answer) => ('id' in answer ? answer.id : 'refused')))).toEqual(new Set([key]))
  expect(await signed()).toEqual({ all: 2_000_000, verified: 0 })
  expect(await keptFiles(dataDir)).toHaveLength(before.length + 1)
})

test('a form says which field is wrong, and nothing is recorded', async () => {
  const count = await db.contract.count()
  await record({ number: 'HT-1' })
  const refusals: Array<[Record<string, string>, Record<string, string>]> = [
    [{ amount: '很多' }, { amount: 'not-an-amount' }],
    [{ amount: '1001亿' }, { amount: 'not-an-amount' }],
    [{ enterprise: '', division: '150430' }, { enterprise: 'seller-needed' }],
    [{ enterprise: 'nobody' }, { enterprise: 'seller-unknown' }],
    [{ buyerCode: '91350100M000100Y40' }, { buyerCode: 'bad-credit-code' }],
    [{ signedOn: '2026-11-25' }, { signedOn: 'signed-in-future' }],
    [{ signedOn: '2026-11-22' }, { signedOn: 'outside-the-fair' }],
    [{ number: 'HT-1' }, { number: 'number-taken' }],
  ]
  for (const [changes, errors] of refusals)
    expect(await submitContract(services, recorder, paper(changes))).toMatchObject({ state: { errors } })
  const image = paper()
  image.set('scan', new File(['<html>'], 'x.pdf'))
  expect(await submitContract(services, recorder, image)).toMatchObject({
    state: { errors: { scan: 'not-a-paper' } },
  })
  expect(await db.contract.count()).toBe(count + 1)
})

test('what was paid tomorrow is refused as such, at its date', async () => {
  const id = await record()
  await act(id, verifier, 'verify')
  const form = formOf({ key: crypto.randomUUID(), kind: 'payment', amount: '100', on: '2026-11-25' })
  const answer = await changeContract(services, recorder, id, { intent: 'fulfil', form })
  expect(answer).toMatchObject({ isDone: false, form: { errors: { on: 'fulfilled-in-future' } } })
})

test('money comes in until the contract is paid, and never more, however many record it at once', async () => {
  const id = await record()
  const part = (key: string, amount: number) =>
    fulfilContract(services, recorder, id, {
      key,
      kind: 'payment',
      amount: amount as never,
      on: '2026-11-24',
      note: '',
    })
  expect(await part(crypto.randomUUID(), 100)).toMatchObject({ code: 'changed-meanwhile' })
  await act(id, verifier, 'verify')
  const key = crypto.randomUUID()
  expect([await part(key, 1_500_000), await part(key, 1_500_000)]).toMatchObject([{ ok: true }, { ok: true }])
  const rest = await Promise.all([1, 2, 3].map(() => part(crypto.randomUUID(), 500_000)))
  expect(rest.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await part(crypto.randomUUID(), 1)).toMatchObject({ code: 'too-much', detail: { leftFen: 0 } })
  expect(await findContract(services, 'zh', id)).toMatchObject({ paidFen: 2_000_000, deliveredFen: 0 })
  // What is fulfilled was signed before: it is no second sale.
  expect(await signed()).toEqual({ all: 2_000_000, verified: 2_000_000 })
})

test('a payment that was mistyped is taken back once, with a reason, and the right one has room', async () => {
  const [id, elsewhere] = [await record(), await record()]
  for (const each of [id, elsewhere]) await act(each, verifier, 'verify')
  const submit = (intent: 'fulfil' | 'correct', values: Record<string, string>, contract = id) =>
    changeContract(services, recorder, contract, { intent, form: formOf(values) })
  const pay = (amount: string, on: string) =>
    submit('fulfil', { key: crypto.randomUUID(), kind: 'payment', amount, on })
  expect(await pay('1.8万', '2026-11-23')).toMatchObject({ isDone: true })
  expect(await pay('1.2万', '2026-11-24')).toMatchObject({
    isDone: false,
    form: { errors: { amount: 'too-much' } },
  })
  const part = (await findContract(services, 'zh', id))?.fulfilments[0]?.id ?? ''
  expect(await submit('correct', { part, reason: ' ' })).toMatchObject({
    form: { errors: { reason: 'reason-needed' } },
  })
  const correction = { part, reason: '多打了一位' }
  expect(await submit('correct', correction, elsewhere)).toMatchObject({ failure: 'changed-meanwhile' })
  const answers = await Promise.all([1, 2, 3].map(() => submit('correct', correction)))
  expect(answers.map(({ isDone }) => isDone)).toEqual([true, true, true])
  expect(await pay('1.2万', '2026-11-24')).toMatchObject({ isDone: true })
  const contract = await findContract(services, 'zh', id)
  expect(contract).toMatchObject({
    paidFen: 1_200_000,
    fulfilments: [
      { amountFen: 1_800_000, isCorrected: true, isCorrection: false },
      { amountFen: -1_800_000, isCorrected: false, isCorrection: true, note: '多打了一位', on: '2026-11-23' },
      { amountFen: 1_200_000, isCorrected: false, isCorrection: false },
    ],
  })
  // A correction stands: what it took back is recorded anew.
  const standing = { part: contract?.fulfilments[1]?.id ?? '', reason: '再来一次' }
  expect(await submit('correct', standing)).toMatchObject({ failure: 'changed-meanwhile' })
  const audits = await db.auditEntry.findMany({ where: { subjectId: id, action: 'correct-fulfilment' } })
  expect(audits).toMatchObject([{ reason: '多打了一位', after: { amountFen: -1_800_000 } }])
})
