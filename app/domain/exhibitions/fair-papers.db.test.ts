import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findPrivatePhoto } from '#app/platform/private-files.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { fairPaper, createFair as insertFair } from '#tests/support/fairs.ts'
import { formOf } from '#tests/support/forms.ts'
import { keptFiles } from '#tests/support/kept-files.ts'
import { movableClock } from '#tests/support/people.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { addCoverage, listCoverage, removeCoverage } from './coverage.server.ts'
import { addDocument, findDocument, listDocuments, removeDocument } from './documents.server.ts'
import { findFair } from './fair-record.server.ts'

const { db, pool } = await useDatabase({ poolSize: 20 })
const dataDir = await mkdtemp(path.join(tmpdir(), 'fairs-'))
afterAll(() => rm(dataDir, { recursive: true, force: true }))
const services = { pool, clock: movableClock(), env: { DATA_DIR: dataDir } }
const city = await createOrganizer(db)

async function openFair() {
  const { slug } = await insertFair(db)
  return (await findFair(services, slug))!
}

test('coverage takes https links only, and is of its own fair', async () => {
  const [fair, elsewhere] = [await openFair(), await openFair()]
  const report = { outlet: '演示日报', title: '赤峰好物进京', publishedOn: '2026-11-24' }
  const add = (url: string, key: string = crypto.randomUUID()) =>
    addCoverage(services, city, fair, formOf({ ...report, key, url }))
  for (const url of ['http://example.com/a', 'javascript:alert(1)', 'example.com', 'https://'])
    expect(await add(url), url).toMatchObject({ errors: { url: 'https-link-needed' } })
  expect([await add('https://example.com/a?b=1'), await add('')]).toEqual([null, null])
  const { items } = await listCoverage(services, fair, null)
  expect(items.map(({ url }) => url).sort()).toEqual(['https://example.com/a?b=1', null])
  await removeCoverage(services, city, elsewhere, items[0]!.id)
  expect((await listCoverage(services, fair, null)).items).toHaveLength(2)
  await removeCoverage(services, city, fair, items[0]!.id)
  expect((await listCoverage(services, fair, null)).items).toHaveLength(1)
})

test('documents are kept byte for byte with their hash, of their own fair, and go with their file', async () => {
  const [fair, elsewhere] = [await openFair(), await openFair()]
  expect(
    await addDocument(services, city, fair, formOf({ key: crypto.randomUUID(), title: '方案' })),
  ).toMatchObject({
    errors: { file: 'no-file' },
  })
  expect(await addDocument(services, city, fair, fairPaper())).toBeNull()
  const [kept] = await listDocuments(services, fair)
  expect(kept).toMatchObject({ title: '展位布置方案', recordedBy: city.staff.name })
  expect(kept!.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(await findDocument(services, elsewhere, kept!.id)).toBeNull()
  const { fileKey } = (await findDocument(services, fair, kept!.id))!
  await removeDocument(services, city, elsewhere, kept!.id)
  expect(await findPrivatePhoto(dataDir, fileKey)).not.toBeNull()
  await removeDocument(services, city, fair, kept!.id)
  expect(await findPrivatePhoto(dataDir, fileKey)).toBeNull()
})

test('a form sent thrice at once adds one line of coverage, and keeps one paper', async () => {
  const fair = await openFair()
  const report = { key: crypto.randomUUID(), outlet: '演示日报', title: '进京', publishedOn: '2026-11-24' }
  const before = await keptFiles(dataDir)
  const paper = fairPaper()
  const answers = await Promise.all(
    [1, 2, 3].flatMap(() => [
      addCoverage(services, city, fair, formOf(report)),
      addDocument(services, city, fair, paper),
    ]),
  )
  expect(answers).toEqual(Array(6).fill(null))
  expect((await listCoverage(services, fair, null)).items).toHaveLength(1)
  expect(await listDocuments(services, fair)).toHaveLength(1)
  expect(await keptFiles(dataDir)).toHaveLength(before.length + 1)
  const audits = await db.auditEntry.findMany({ where: { subjectId: fair.slug }, orderBy: { action: 'asc' } })
  expect(audits.map(({ action }) => action)).toEqual(['add-coverage', 'add-fair-document'])
})

test('a document’s name is kept without path, NUL and marks that turn it (T66)', async () => {
  const fair = await openFair()
  const form = fairPaper()
  const paper = form.get('file') as File
  form.set('file', new File([paper], '../../a\0\u202efdp.pdf'))
  expect(await addDocument(services, city, fair, form)).toBeNull()
  const [kept] = await listDocuments(services, fair)
  expect(kept?.fileName).toBe('afdp.pdf')
})
