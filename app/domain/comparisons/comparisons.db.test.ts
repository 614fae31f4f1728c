import { expect, test } from 'vitest'
import { appendEntries } from '#app/domain/sales/append-entries.server.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { boothEntry, createFair } from '#tests/support/fairs.ts'
import { createVariant } from '#tests/support/goods.ts'
import { rowsOf } from '#tests/support/workbooks.ts'
import { compareFairs } from './compare-fairs.server.ts'
import type { ComparedRow } from './comparison.ts'
import { writeComparison } from './comparison-file.server.ts'

const { db, pool } = await useDatabase({ seeded: true })
const services = { pool }

const columnSum = (rows: ReadonlyArray<ComparedRow>, column: number) =>
  rows.reduce((sum, { amounts }) => sum + (amounts[column] ?? 0), 0)

test('the parts of each fair come to its own ledger: channels, divisions, days', async () => {
  const slugs = ['beijing-2026', 'beijing-2023-demo']
  const { fairs, channels, divisions, days } = await compareFairs(services, 'zh', slugs)
  expect(fairs.map(({ slug }) => slug)).toEqual(slugs)
  for (const [column, fair] of fairs.entries()) {
    const { rows } = await pool.query(
      'SELECT sum(s.amount_fen)::float8 AS sum FROM sale_entry s JOIN exhibition x ON x.id = s.exhibition_id WHERE x.slug = $1',
      [fair.slug],
    )
    expect(fair.figures?.totalFen).toBe(rows[0].sum)
    for (const part of [channels, divisions, days]) expect(columnSum(part, column)).toBe(rows[0].sum)
  }
})

test('days are counted from each fair’s own first', async () => {
  const goods = await createVariant(db)
  const where = { enterpriseId: goods.enterpriseId, variantId: goods.id }
  const [one, other] = [await createFair(db), await createFair(db)]
  await db.exhibition.update({
    where: { id: other.id },
    data: { startsAt: new Date('2026-11-23T16:00:00Z') },
  })
  // Both at noon of the 24th: the second day of the one, the first of the other.
  for (const { id } of [one, other])
    await withTransaction(pool, (tx) =>
      appendEntries(tx, new Date(), [boothEntry({ ...where, exhibitionId: id })]),
    )
  const { days } = await compareFairs(services, 'zh', [one.slug, other.slug])
  expect(days.map(({ key, amounts }) => [key, amounts])).toEqual([
    ['1', [0, 2_000]],
    ['2', [2_000, 0]],
  ])
})

test('a fair before the ledger shows what was printed, and no amount of its own', async () => {
  const { fairs, channels } = await compareFairs(services, 'zh', ['beijing-2023', 'beijing-2023-demo'])
  expect(fairs[0]).toMatchObject({ figures: null, isDemonstration: false })
  expect(fairs[0]?.printed.map(({ text }) => text)).toContain('7300余万元')
  expect(fairs[1]?.isDemonstration).toBe(true)
  for (const { amounts } of channels) expect(amounts[0]).toBeNull()
})

test('a fair that is not there is left out, one that is named twice stands once, and five are four', async () => {
  const of = async (...slugs: Array<string>) =>
    (await compareFairs(services, 'zh', slugs)).fairs.map(({ slug }) => slug)
  expect(await of('nowhere', 'beijing-2026', 'beijing-2026')).toEqual(['beijing-2026'])
  const five = ['beijing-2026', 'beijing-2023', 'tsinghua-2023', 'chongqing-2023', 'nongzhanguan-2023']
  expect(await of(...five)).toEqual(five.slice(0, 4))
})

test('the file has the page’s amounts as numbers, and what was printed as it was printed (T67)', async () => {
  const slugs = ['beijing-2023', 'beijing-2023-demo']
  const comparison = await compareFairs(services, 'zh', slugs)
  const rows = await rowsOf(await writeComparison(comparison, messagesFor('zh'), 'xlsx'))
  const total = rows.find(([, name]) => name === '合计')
  expect(total?.slice(2)).toEqual([null, Number(comparison.fairs[1]?.figures?.totalFen) / 100])
  const channels = rows.filter(([part]) => part === '按渠道')
  expect(channels.map(([, name]) => name)).toEqual(['现场', '签约', '直播', '线上'])
  const sum = channels.reduce((all, row) => all + Math.round(Number(row[3]) * 100), 0)
  expect(sum).toBe(comparison.fairs[1]?.figures?.totalFen)
  expect(String(rows.find(([part]) => part === '当年公布')?.[2])).toContain('7300余万元')
})
