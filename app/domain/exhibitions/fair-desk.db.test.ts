import { describe, expect, test } from 'vitest'
import { createPool } from '#app/platform/db.server.ts'
import { syntheticCreditCode } from '#prisma/seed/plan/codes.ts'
import { useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { createFair as insertFair } from '#tests/support/fairs.ts'
import { formOf } from '#tests/support/forms.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { assignBooth, findCandidates, listFairBooths, removeBooth } from './booths.server.ts'
import { submitFair, submitNewFair } from './fair-forms.server.ts'
import { listFairs } from './fair-list.server.ts'
import { findFair } from './fair-record.server.ts'
import { findExhibition } from './find-exhibition.server.ts'
import { importBooths } from './import-booths.server.ts'
import { readMeasures, recordMeasures } from './measures.server.ts'
import { chooseProducts, findShownChoice } from './shown-products.server.ts'
import { readTargets, saveTargets } from './targets.server.ts'

const database = await useDatabase({ poolSize: 20 })
const { db, pool } = database
const clock = movableClock()
const services = { pool, clock }
const city = await createOrganizer(db)
const goods = await createVariant(db)
const other = await createVariant(db)
const [enterprise, neighbour] = await Promise.all(
  [goods, other].map(({ enterpriseId: id, slug }) =>
    db.enterprise.update({
      where: { id },
      data: { creditCode: syntheticCreditCode(slug, 'cooperative', '150430') },
    }),
  ),
)

const facts = {
  name: '赤峰好物进朝阳',
  kind: 'trade-fair',
  city: '北京市',
  startsOn: '2026-12-01',
  endsOn: '2026-12-03',
  isPublished: 'on',
}

async function openFair() {
  const { slug } = await insertFair(db)
  return (await findFair(services, slug))!
}

const auditOf = (slug: string) =>
  db.auditEntry.findMany({ where: { subjectKind: 'fair', subjectId: slug }, orderBy: { id: 'asc' } })

describe('a fair', () => {
  test('is created with its days in Shanghai, once, and is on the record', async () => {
    const form = formOf({ ...facts, slug: 'chaoyang-2026' })
    expect(await submitNewFair(services, city, form)).toEqual({ ok: true, slug: 'chaoyang-2026' })
    expect(await submitNewFair(services, city, form)).toMatchObject({
      ok: false,
      state: { errors: { slug: 'fair-slug-taken' }, values: { name: facts.name } },
    })
    const row = await db.exhibition.findUniqueOrThrow({ where: { slug: 'chaoyang-2026' } })
    expect([row.startsAt.toISOString(), row.endsAt.toISOString()]).toEqual([
      '2026-11-30T16:00:00.000Z',
      '2026-12-03T16:00:00.000Z',
    ])
    expect(row).toMatchObject({ isPublished: true, hasPublicFigure: false, version: 1 })
    expect(await auditOf('chaoyang-2026')).toMatchObject([
      { action: 'create-fair', staffId: city.staff.staffId, after: { name: facts.name } },
    ])
  })

  test('is refused with the mend for each field, and keeps what was typed', async () => {
    const wrong = formOf({ ...facts, slug: 'New Fair', name: '' })
    const refused = await submitNewFair(services, city, wrong)
    expect(refused).toMatchObject({ ok: false, state: { values: { city: facts.city } } })
    expect(refused).toHaveProperty('state.errors', {
      slug: 'invalid-fair-slug',
      name: 'fair-name-needed',
    })
    const backwards = formOf({ ...facts, slug: 'backwards', endsOn: '2026-11-30' })
    expect(await submitNewFair(services, city, backwards)).toHaveProperty('state.errors', {
      endsOn: 'ends-before-start',
    })
    expect(await submitNewFair(services, city, formOf({ ...facts, slug: 'new' }))).toMatchObject({
      ok: false,
    })
  })

  test('that two edit at once is told to the second, with what the first saved; nothing is lost', async () => {
    const { slug, version } = await openFair()
    const edit = (name: string, seen: number) =>
      submitFair(services, city, slug, formOf({ ...facts, name, version: seen }))
    const answers = await Promise.all([edit('第一个', version), edit('第二个', version)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const stands = (await findFair(services, slug))!
    const [told] = answers.flatMap((answer) => (answer.ok ? [] : [answer]))
    expect(told!.overtaken).toEqual({
      version: version + 1,
      theirs: [{ field: 'name', value: stands.name }],
    })
    expect(told!.state.values.name).not.toBe(stands.name)
    expect(await edit('第三个', told!.overtaken!.version)).toEqual({ ok: true })
    expect((await auditOf(slug)).at(-1)).toMatchObject({
      action: 'edit-fair',
      before: { name: stands.name },
      after: { name: '第三个' },
    })
  })

  test('negative control: without the version in the SQL the second overwrites the first', async () => {
    const { slug, version } = await openFair()
    const unguarded = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 4 })
    const unmet = editSql(unguarded, [['AND version = $', 'OR version = $']])
    const edit = (name: string) =>
      submitFair({ pool: unguarded, clock }, city, slug, formOf({ ...facts, name, version }))
    const answers = [await edit('第一个'), await edit('第二个')]
    await unguarded.end()
    expect(unmet).toEqual(new Set())
    expect(answers).toEqual([{ ok: true }, { ok: true }])
  })

  test('is listed by its stage, the latest first, page by page', async () => {
    await db.exhibition.updateMany({ where: {}, data: { startsAt: new Date(0), endsAt: new Date(1) } })
    for (let index = 0; index < 31; index += 1) await openFair()
    const first = await listFairs(services, { state: 'running', after: null })
    const second = await listFairs(services, { state: 'running', after: first.next })
    expect([first.items.length, second.items.length, second.next]).toEqual([30, 1, null])
    const all = [...first.items, ...second.items]
    expect(new Set(all.map(({ slug }) => slug)).size).toBe(31)
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['running']))
    expect((await listFairs(services, { state: 'coming', after: null })).items).toEqual([])
  })
})

describe('booths', () => {
  test('are assigned, shared, moved and removed; whoever moves one second is told', async () => {
    const fair = await openFair()
    const assign = (slug: string, booth: string, was: string | null = null) =>
      assignBooth(services, city, fair, { enterprise: slug, booth, was })
    expect(await assign(enterprise!.slug, ' ａ０１ ')).toBe('assigned')
    expect(await assign(neighbour!.slug, 'A01')).toBe('assigned')
    expect((await listFairBooths(services, fair, null)).items.map(({ booth }) => booth)).toEqual([
      'A01',
      'A01',
    ])
    expect(await assign(enterprise!.slug, 'B02', 'A01')).toBe('assigned')
    expect(await assign(enterprise!.slug, 'C03', 'A01')).toBe('changed-meanwhile')
    expect(await assign(enterprise!.slug, '展位 #1', 'B02')).toBe('booth-invalid')
    expect(await assign('nobody', 'A01')).toBe('not-found')
    const [candidate] = await findCandidates(services, fair, enterprise!.creditCode)
    expect(candidate).toMatchObject({ slug: enterprise!.slug, booth: 'B02' })
    const remove = { enterprise: enterprise!.slug, was: 'B02' }
    expect(await removeBooth(services, city, fair, remove)).toBe('removed')
    expect(await removeBooth(services, city, fair, remove)).toBe('changed-meanwhile')
    expect((await auditOf(fair.slug)).map(({ action }) => action)).toEqual([
      'assign-booth',
      'assign-booth',
      'assign-booth',
      'remove-booth',
    ])
  })

  test('come from a list by name or credit code; what is wrong says its row and its mend, twice changes nothing', async () => {
    const fair = await openFair()
    const rows = [
      `${enterprise!.name}\tA01`,
      `${neighbour!.name.slice(0, -1)}\tA02`,
      `\tA03`,
      `${neighbour!.name}\t`,
      '9.11504E+17\tA05',
      `${enterprise!.name}\tA06`,
    ]
    const load = (pasted: string) => importBooths(services, city, fair, { file: undefined, pasted })
    expect(await load(rows.join('\n'))).toEqual({
      ok: true,
      value: {
        assigned: 1,
        repeated: 0,
        faults: [
          { row: 2, value: neighbour!.name.slice(0, -1), code: 'enterprise-unknown', fix: neighbour!.name },
          { row: 3, value: 'A03', code: 'enterprise-needed' },
          { row: 4, value: neighbour!.name, code: 'booth-needed' },
          { row: 5, value: '9.11504E+17', code: 'code-rounded' },
          { row: 6, value: enterprise!.name, code: 'enterprise-twice', fix: 'A01' },
        ],
      },
    })
    const once = `${enterprise!.name}，A01`
    expect(await load(once)).toMatchObject({ value: { assigned: 0, repeated: 1, faults: [] } })
    const csv = new File([`展位号,统一社会信用代码\nB9,${neighbour!.creditCode}\n`], 'list.csv')
    expect(await importBooths(services, city, fair, { file: csv, pasted: '' })).toMatchObject({
      value: { assigned: 1, faults: [] },
    })
    expect(await load('')).toEqual({ ok: false, code: 'no-file' })
    expect((await auditOf(fair.slug)).map(({ action }) => action)).toEqual(['import-booths', 'import-booths'])
  })
})

test('an exhibitor shows its own published goods, all of them while none is chosen', async () => {
  const fair = await openFair()
  const choose = (products: Array<string>) =>
    chooseProducts(services, city, fair, { enterprise: enterprise!.slug, products })
  expect(await choose([goods.slug])).toBe(false)
  await assignBooth(services, city, fair, { enterprise: enterprise!.slug, booth: 'A1', was: null })
  expect(await choose([goods.slug, other.slug])).toBe(true)
  const choice = await findShownChoice(services, fair, enterprise!.slug)
  expect(choice?.goods).toMatchObject([{ slug: goods.slug, isShown: true }])
  expect(await db.exhibitionProduct.count({ where: { exhibitionId: fair.id } })).toBe(1)
  expect(await choose([])).toBe(true)
  expect(await db.exhibitionProduct.count({ where: { exhibitionId: fair.id } })).toBe(0)
})

test('targets are of the whole, of channels and divisions; the second to save is told', async () => {
  const fair = await openFair()
  const values = {
    'all.all': '8000万',
    'channel.onsite': '1,200,000',
    'division.150430': '',
    'division.1': '5',
  }
  const save = (seen: number, more = {}) =>
    saveTargets(services, city, fair, { seen, values: { ...values, ...more } })
  expect(await save(fair.version, { 'channel.online': 'viel' })).toMatchObject({
    errors: { 'channel.online': 'invalid-amount' },
  })
  expect(await save(fair.version)).toBe('saved')
  expect(await save(fair.version)).toBe('changed-meanwhile')
  expect(await readTargets(services, fair)).toEqual([
    { dimension: 'all', key: 'all', amountFen: 8_000_000_000 },
    { dimension: 'channel', key: 'onsite', amountFen: 120_000_000 },
  ])
})

test('a day’s counts are those of the fair’s kind and days; the second to count is told', async () => {
  const { slug } = await insertFair(db)
  await db.exhibition.update({ where: { slug }, data: { kind: 'match-making' } })
  const fair = (await findFair(services, slug))!
  const count = (day: string, values: Record<string, string>) =>
    recordMeasures(services, city, fair, { day, values })
  expect(await count('2026-11-23', { visitors: '1,200', inquiries: '', headcount: '9' })).toBe('saved')
  expect(await readMeasures(services, fair)).toMatchObject([{ kind: 'visitors', value: 1_200 }])
  expect(await count('2026-11-23', { visitors: '1300' })).toBe('changed-meanwhile')
  expect(await count('2026-11-23', { visitors: '1300', 'was.visitors': '1200' })).toBe('saved')
  expect(await count('2026-11-24', { visitors: '-3' })).toMatchObject({
    errors: { visitors: 'invalid-count' },
  })
  expect(await count('2026-11-28', { visitors: '3' })).toBe('not-found')
})

test('a fair leaves shoppers’ pages when it is taken back, with everything that it showed', async () => {
  const fair = await openFair()
  const edit = (isPublished: string) =>
    submitFair(services, city, fair.slug, formOf({ ...facts, isPublished, version: fair.version }))
  expect(await findExhibition(services, fair.slug, 'zh')).not.toBeNull()
  expect(await edit('')).toEqual({ ok: true })
  expect(await findExhibition(services, fair.slug, 'zh')).toBeNull()
})
