import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { appendEntries, correctEntries, verifyEntries } from '#app/domain/sales/append-entries.server.ts'
import type { NewEntry } from '#app/domain/sales/sale-entry.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { boothEntry, createFair } from '#tests/support/fairs.ts'
import { formOf } from '#tests/support/forms.ts'
import { createVariant } from '#tests/support/goods.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { rowsOf } from '#tests/support/workbooks.ts'
import { differencesFile, figureLinesFile, writeFigure } from './figure-file.server.ts'
import { findFigure, listFigures, recheckFigure } from './figure-views.server.ts'
import { freezeFigure } from './freeze-figure.server.ts'

const { db, pool, ownerUrl } = await useDatabase()
const goods = await createVariant(db)
const city = await createOrganizer(db)
let now = new Date('2026-11-24T10:00:00Z')
const services = { pool, clock: { now: () => now } }
const shown = { after: null, locale: 'zh' as const }

const sell = (exhibitionId: number, changes: Partial<NewEntry> = {}, isVerified = true) =>
  withTransaction(pool, (tx) =>
    appendEntries(
      tx,
      now,
      [boothEntry({ exhibitionId, enterpriseId: goods.enterpriseId, variantId: goods.id }, changes)],
      isVerified ? 'platform-export' : undefined,
    ),
  )

async function freeze(
  fair: { id: number; slug: string },
  changes: Record<string, string> = {},
): Promise<string> {
  const facts = { key: timeOrderedId(now), label: '第二天晚报', cutOff: '2026-11-24T18:00', ...changes }
  const frozen = await freezeFigure(services, city, fair, formOf(facts))
  if (!frozen.ok) throw new Error(JSON.stringify(frozen.detail.errors))
  return frozen.value.id
}

test('a frozen figure never changes; what comes later is a restatement with its list of differences (T77)', async () => {
  const fair = await createFair(db)
  await sell(fair.id, { amountFen: 50_000 })
  const [wrong] = await sell(fair.id, { amountFen: 7_000, channel: 'livestream', source: 'import' })
  const [claimed] = await sell(fair.id, { amountFen: 900 }, false)
  await sell(fair.id, { amountFen: 10_000, occurredAt: new Date('2026-11-24T10:00:01Z') })
  const id = await freeze(fair)
  const [before] = await listFigures(services, fair.id)
  expect(before).toMatchObject({ lines: 2, salesFen: 57_000, signedFen: 0 })

  now = new Date('2026-11-25T02:00:00Z')
  await withTransaction(pool, async (tx) => {
    await correctEntries(tx, now, [wrong!.id], { by: 'test', note: 'typed twice' })
    await verifyEntries(tx, now, [claimed!.id], { rule: 'day-close', by: 'test' })
  })
  await sell(fair.id, { amountFen: -50_000, kind: 'refund', occurredAt: now })
  const figure = await findFigure(services, fair.id, id, shown)
  expect(figure).toMatchObject(before!)
  expect(figure?.today).toMatchObject({ lines: 4, salesFen: 50_900 })
  const differences = figure?.differences.items.map(({ kind, amountFen }) => [kind, amountFen])
  // A refund is of its own day; a correction of the day of what it corrects.
  expect(differences).toEqual([
    ['correction', -7_000],
    ['sale', 900],
  ])
  expect(await recheckFigure(services, fair.id, id)).toBe(true)

  const restated = await freeze(fair, { label: '更正', restates: id })
  const all = await listFigures(services, fair.id)
  expect(all.map(({ label, salesFen, restates }) => [label, salesFen, restates])).toEqual([
    ['更正', 50_900, '第二天晚报'],
    ['第二天晚报', 57_000, null],
  ])
  expect((await findFigure(services, fair.id, restated, shown))?.differences.items).toEqual([])
})

test('the hash tells that a line was changed behind the shop’s back', async () => {
  const fair = await createFair(db)
  const [entry] = await sell(fair.id, { amountFen: 50_000 })
  const id = await freeze(fair)
  expect(await recheckFigure(services, fair.id, id)).toBe(true)
  const { Client } = await import('pg')
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('UPDATE sale_entry SET beijing_district_code = $1 WHERE id = $2', ['110108', entry!.id])
  expect(await recheckFigure(services, fair.id, id)).toBe(false)
  await owner.query('UPDATE sale_entry SET beijing_district_code = NULL WHERE id = $1', [entry!.id])
  await owner.end()
  expect(await recheckFigure(services, fair.id, id)).toBe(true)
})

test('while booths are selling, each frozen figure is the sum of its own lines, and none is lost between two', async () => {
  const fair = await createFair(db)
  let isSelling = true
  const selling = Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let sale = 0; isSelling && sale < 60; sale += 1) await sell(fair.id, { amountFen: 100 + sale })
    }),
  )
  const ids: Array<string> = []
  for (let round = 0; round < 5; round += 1) ids.push(await freeze(fair, { label: `${round}` }))
  await selling
  isSelling = false
  const last = await freeze(fair)
  const total = (await findFigure(services, fair.id, last, shown))?.salesFen
  for (const id of ids) {
    const figure = await findFigure(services, fair.id, id, shown)
    expect(await recheckFigure(services, fair.id, id)).toBe(true)
    expect(figure?.today.salesFen).toBe(total)
  }
})

test('nothing is frozen of a moment that has not come, and a form sent twice freezes once', async () => {
  const fair = await createFair(db)
  const key = timeOrderedId(now)
  await expect(freeze(fair, { cutOff: '2026-11-26T18:00' })).rejects.toThrow(/not-yet/)
  await Promise.all([freeze(fair, { key }), freeze(fair, { key })])
  expect(await listFigures(services, fair.id)).toHaveLength(1)
  expect(await db.auditEntry.count({ where: { subjectId: key } })).toBe(1)
})

test('a typed minute counts to its end, the last of a fair too; who restates a figure means its very instant', async () => {
  const fair = await createFair(db)
  const at = (time: string) => new Date(`2026-11-24T${time}+08:00`)
  now = at('23:59:20')
  await sell(fair.id, { amountFen: 100, occurredAt: at('23:58:59.999') })
  await sell(fair.id, { amountFen: 20, occurredAt: at('23:59:00') })
  await sell(fair.id, { amountFen: 3, occurredAt: at('23:59:59.999') })
  const minuteBefore = await freeze(fair, { cutOff: '2026-11-24T23:58' })
  const running = await freeze(fair, { cutOff: '2026-11-24T23:59' })
  now = new Date('2026-11-24T17:00:00Z')
  await sell(fair.id, { amountFen: 4_000, occurredAt: new Date('2026-11-24T16:00:00Z') })
  const ended = await freeze(fair, { cutOff: '2026-11-24T23:59' })
  const restated = await freeze(fair, { cutOff: '2026-11-24T23:59', restates: running })
  const figures = await listFigures(services, fair.id)
  const sums = [minuteBefore, running, ended, restated].map(
    (id) => figures.find((figure) => figure.id === id)?.salesFen,
  )
  expect(sums).toEqual([100, 120, 123, 120])
})

test('the files of a figure: what was frozen beside today’s, and every line of the hash; to the fen (T67)', async () => {
  now = new Date('2026-11-24T10:00:00Z')
  const fair = await createFair(db)
  await sell(fair.id, { amountFen: 353_700_000_012, channel: 'livestream', source: 'import' })
  await sell(fair.id, { amountFen: 50_001 })
  const id = await freeze(fair, { label: '=1+1' })
  await sell(fair.id, { amountFen: -1, kind: 'refund' })
  const figure = await findFigure(services, fair.id, id, shown)
  const { reports } = messagesFor('zh')
  const rows = await rowsOf(await writeFigure(figure!, reports, 'xlsx'))
  expect(rows[0]).toEqual(["'=1+1", '冻结时', '同一截止时间，今天的账', '相差'])
  const amounts = (name: string) => rows.find(([first]) => first === name)?.slice(1)
  expect(amounts('合计')).toEqual([3_537_000_500.13, 3_537_000_500.12, -0.01])
  expect(amounts('直播')).toEqual([3_537_000_000.12, 3_537_000_000.12, 0])
  expect(amounts('签约')).toEqual([0, 0, 0])
  expect(amounts('现场')).toEqual([500.01, 500, -0.01])
  expect(rows.at(-1)?.[0]).toBe(`SHA-256 ${figure?.sha256}`)
  const csv = new TextDecoder().decode(await writeFigure(figure!, reports, 'csv'))
  expect(csv.split('\r\n')[0]).toMatch(/^'=1\+1,/)
  const lines = await figureLinesFile(services, fair.id, id, reports, 'xlsx')
  const [headings, ...entries] = await rowsOf(await buffer(lines!))
  expect(headings?.[7]).toBe('金额（分）')
  expect(entries.map((row) => row[7])).toEqual([353_700_000_012, 50_001])
  // What people read has names and yuan, in their language; what is hashed has slugs and fen.
  const { name, nameEn } = await db.enterprise.findUniqueOrThrow({ where: { id: goods.enterpriseId } })
  for (const [locale, enterprise] of [
    ['zh', name],
    ['en', nameEn],
  ] as const) {
    const words = messagesFor(locale).reports
    const file = await differencesFile(services, fair.id, id, locale, words, 'xlsx')
    const [, ...since] = await rowsOf(await buffer(file!))
    expect(since.map((row) => [row[4], row[7]])).toEqual([[enterprise, -0.01]])
    const page = await findFigure(services, fair.id, id, { after: null, locale })
    expect(page?.differences.items.map((line) => line.enterprise)).toEqual([enterprise])
  }
})
