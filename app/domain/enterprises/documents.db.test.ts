import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { after, day, shanghaiDay } from '#app/kernel/clock.ts'
import { findPrivatePhoto } from '#app/platform/private-files.server.ts'
import { createSmsOutbox } from '#app/platform/sms.server.ts'
import { applicationFacts, apply, documentForm } from '#tests/support/applications.ts'
import { log } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock, noLimits, randomPhone, testEnv } from '#tests/support/people.ts'
import { createMember, createOrganizer, readLink } from '#tests/support/staff.ts'
import { countTodos } from './count-todos.server.ts'
import { listEnterpriseDocuments } from './document-rows.server.ts'
import { addEnterpriseDocument } from './enterprise-documents.server.ts'
import { listEnterprises } from './enterprise-list.server.ts'
import { findEnterpriseNotices } from './enterprise-notices.server.ts'
import { findOwnPhoto } from './find-photo.server.ts'
import { findOrganizerTodos } from './organizer-todos.server.ts'
import { sweepDrafts } from './sweep-drafts.server.ts'
import { warnOfDocuments } from './warn-documents.server.ts'

const { db, pool } = await useDatabase()
const dataDir = await mkdtemp(path.join(tmpdir(), 'documents-'))
afterAll(() => rm(dataDir, { recursive: true, force: true }))
const clock = movableClock()
const env = { ...testEnv, DATA_DIR: dataDir }
const services = { db, pool, clock, log, env, limits: noLimits, sms: createSmsOutbox(db, clock) }

async function createOwner() {
  const { enterpriseId } = await createVariant(db)
  const owner = await createMember(db, enterpriseId, 'owner')
  const phone = randomPhone()
  await db.staff.update({ where: { id: owner.staff.staffId }, data: { phone } })
  return { owner, phone }
}

async function addLicence(
  owner: Awaited<ReturnType<typeof createOwner>>['owner'],
  days: number,
  replaces = '',
) {
  const expiresOn = shanghaiDay(after(clock.now(), days * day))
  const form = await documentForm({ kind: 'food-licence', expiresOn, replaces })
  return await addEnterpriseDocument(services, owner, form)
}

const countMessages = (phone: string) => db.smsMessage.count({ where: { phone } })

test('owners are warned 30 and 7 days before, and on the day, each once, by however many processes', async () => {
  const { owner, phone } = await createOwner()
  await addLicence(owner, 40)
  const told = []
  let last = ''
  for (let n = 0; n <= 42; n += 1) {
    await Promise.all([warnOfDocuments(services), warnOfDocuments(services), warnOfDocuments(services)])
    if ((await db.outboxMessage.count({ where: { deliveredAt: null } })) > 0) {
      expect(await readLink(services, phone)).toBe(`/enterprise/${owner.slug}/documents`)
      told.push(40 - n)
      last = (await db.smsMessage.findFirstOrThrow({ where: { phone }, orderBy: { id: 'desc' } })).body
    }
    clock.pass(day)
  }
  expect(told).toEqual([30, 7, 0])
  // On the last day, on which it still counts.
  expect(last).toContain('今天到期，明天起失效')
  expect(await countMessages(phone)).toBe(3)
})

test('a warning that nobody could give in time is not given late three times', async () => {
  const { owner, phone } = await createOwner()
  await addLicence(owner, 40)
  clock.pass(50 * day)
  await warnOfDocuments(services)
  await readLink(services, phone)
  expect((await db.smsMessage.findFirstOrThrow({ where: { phone } })).body).toContain('已经到期')
  clock.pass(day)
  expect(await warnOfDocuments(services)).toBe(0)
  expect(await countMessages(phone)).toBe(1)
})

test('a renewal takes the old one’s place: its end warns nobody, and it is kept', async () => {
  const { owner } = await createOwner()
  await addLicence(owner, 20)
  const [old] = await listEnterpriseDocuments(services.db, clock.now(), owner.enterpriseId)
  expect(old).toMatchObject({ kind: 'food-licence', state: 'expiring' })
  const stranger = (await createOwner()).owner
  expect(await addLicence(stranger, 400, old!.id)).toMatchObject({ errors: { photos: 'changed-meanwhile' } })
  expect(await addLicence(owner, 400, old!.id)).toBeNull()
  expect(await addLicence(owner, 400, old!.id)).toMatchObject({ errors: { photos: 'changed-meanwhile' } })
  const now = await listEnterpriseDocuments(services.db, clock.now(), owner.enterpriseId)
  expect(now).toMatchObject([{ state: 'valid' }])
  expect(await warnOfDocuments(services)).toBe(0)
  const photo = { documentId: old!.id, index: 0 }
  expect(await findOwnPhoto(services, owner, photo)).toMatch(/^[0-9a-f]{32}$/)
  expect(await findOwnPhoto(services, stranger, photo)).toBeNull()
  const [entry] = await db.auditEntry.findMany({ where: { action: 'renew-document' } })
  expect(entry).toMatchObject({ staffId: owner.staff.staffId, enterpriseId: owner.enterpriseId })
})

test('an expired licence is shown to both sides, and an expired paper of another kind to the organizers', async () => {
  const { owner } = await createOwner()
  const city = await createOrganizer(db)
  await addLicence(owner, 1)
  const filter = { text: owner.slug, division: '', isSuspended: false, isLate: false, after: null } as const
  const find = async (documents: 'expired' | 'expiring') =>
    (await listEnterprises(services, city, { ...filter, documents })).items.map(({ slug }) => slug)
  expect([await find('expired'), await find('expiring')]).toEqual([[], [owner.slug]])
  expect((await findEnterpriseNotices(services, owner)).expired).toEqual([])
  const expired = async () =>
    (await findOrganizerTodos(services, city)).find(({ kind }) => kind === 'expired')?.count ?? 0
  const before = await expired()
  clock.pass(2 * day)
  expect([await find('expired'), await find('expiring')]).toEqual([[owner.slug], []])
  expect((await findEnterpriseNotices(services, owner)).expired).toEqual(['food-licence'])
  expect(await expired()).toBe(before + 1)
})

test('a licence that was added beside the old one instead of renewing it holds for it, twice added or not', async () => {
  const { owner } = await createOwner()
  const city = await createOrganizer(db)
  for (const days of [20, 400, 400]) expect(await addLicence(owner, days)).toBeNull()
  const listed = async (text: string, documents: 'expired' | '') => {
    const filter = { text, documents, division: '', isSuspended: false, isLate: false, after: null }
    return (await listEnterprises(services, city, filter)).items
  }
  const standing = async () => {
    await warnOfDocuments(services)
    const isTold = { payload: { path: ['to'], equals: owner.staff.staffId } }
    const todo = (await findOrganizerTodos(services, city)).find(({ kind }) => kind === 'expired')
    const expired = await listed('', 'expired')
    expect(todo?.count ?? 0).toBe(expired.length)
    const papers = await listEnterpriseDocuments(services.db, clock.now(), owner.enterpriseId)
    return {
      papers: papers.map(({ state }) => state),
      notices: (await findEnterpriseNotices(services, owner)).expired,
      todos: (await countTodos(services, owner)).documents,
      list: (await listed(owner.slug, '')).map(({ documents }) => documents),
      isListedAsExpired: expired.some(({ slug }) => slug === owner.slug),
      messages: await db.outboxMessage.count({ where: isTold }),
    }
  }
  const sound = { notices: [], todos: 0, list: ['valid'], isListedAsExpired: false, messages: 0 }
  expect(await standing()).toEqual({ papers: ['outlived', 'valid', 'valid'], ...sound })
  clock.pass(30 * day)
  expect(await standing()).toEqual({ papers: ['outlived', 'valid', 'valid'], ...sound })
  // When the last one has ended, that is said, and once.
  clock.pass(371 * day)
  expect(await standing()).toEqual({
    papers: ['outlived', 'outlived', 'expired'],
    ...{ notices: ['food-licence'], todos: 1, list: ['expired'], isListedAsExpired: true, messages: 1 },
  })
})

test('a paper of no known kind holds for another only if it has its number', async () => {
  const { owner } = await createOwner()
  const add = async (number: string, days: number) => {
    const expiresOn = shanghaiDay(after(clock.now(), days * day))
    await addEnterpriseDocument(services, owner, await documentForm({ kind: 'other', number, expiresOn }))
  }
  for (const [number, days] of [
    ['', 10],
    ['', 400],
    ['商检-1', 10],
    ['商检-1', 400],
    ['商检-2', 10],
  ] as const)
    await add(number, days)
  expect((await countTodos(services, owner)).documents).toBe(2)
})

test('a paper that has expired already, or has no photo, is not taken', async () => {
  const { owner } = await createOwner()
  expect(await addLicence(owner, -1)).toMatchObject({ errors: { expiresOn: 'already-expired' } })
  const form = await documentForm()
  form.delete('photos')
  expect(await addEnterpriseDocument(services, owner, form)).toMatchObject({
    errors: { photos: 'photos-required' },
  })
})

test('a draft that nobody submitted is forgotten after thirty days, photos and all', async () => {
  const draft = await apply(services, applicationFacts(), { isSubmitted: false })
  const submitted = await apply(services)
  const { fileKeys } = await db.enterpriseDocument.findFirstOrThrow({ where: { applicationId: draft.id } })
  expect(await sweepDrafts(services)).toBe(0)
  expect(await findPrivatePhoto(dataDir, fileKeys[0]!)).not.toBeNull()
  clock.pass(30 * day)
  expect(await sweepDrafts(services)).toBe(1)
  expect(await findPrivatePhoto(dataDir, fileKeys[0]!)).toBeNull()
  expect(await db.enterpriseApplication.count({ where: { id: { in: [draft.id, submitted.id] } } })).toBe(1)
})
