import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPool } from '#app/platform/db.server.ts'
import { sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { boothEntry, createFair } from '#tests/support/fairs.ts'
import { createVariant } from '#tests/support/goods.ts'
import { appendEntries, correctEntries, verifyEntries } from './append-entries.server.ts'
import { findRollupDifferences } from './check-rollups.server.ts'
import { rebuildRollups } from './rebuild-rollups.server.ts'

const database = await useDatabase({ poolSize: 20, checksBooks: false })
const { db, pool } = database
const now = new Date('2026-11-24T05:00:00Z')
const goods = await createVariant(db)
const other = await createVariant(db)
const fair = await createFair(db)
const at = { exhibitionId: fair.id, enterpriseId: goods.enterpriseId, variantId: goods.id }

const append = (entries: Parameters<typeof appendEntries>[2], rule?: 'platform-export') =>
  withTransaction(pool, (tx) => appendEntries(tx, now, entries, rule))
const verify = (ids: Array<bigint>) =>
  withTransaction(pool, (tx) => verifyEntries(tx, now, ids, { rule: 'day-close', by: 'test' }))
const correct = (ids: Array<bigint>) =>
  withTransaction(pool, (tx) => correctEntries(tx, now, ids, { by: 'test', note: null }))

/** Claimed and verified together, and the verified alone, in fen. */
async function readTotal(exhibitionId: number) {
  const [total] = await sqlOn(pool).$queryRaw<Array<{ all: number; verified: number }>>`
    SELECT sum(amount_fen)::float8 AS all, sum(verified_fen)::float8 AS verified FROM sale_rollup
    WHERE exhibition_id = ${exhibitionId} AND dimension = 'all' AND grain = 'total'`
  return total
}

describe('the ledger', () => {
  test('takes a batch any number of times, at once too, and counts it once (T72)', async () => {
    const { id } = await createFair(db)
    const batch = Array.from({ length: 50 }, () => boothEntry({ ...at, exhibitionId: id }))
    const answers = await Promise.all(Array.from({ length: 8 }, () => append(batch)))
    expect(answers.flat()).toHaveLength(50)
    expect(await append(batch)).toEqual([])
    expect(await readTotal(id)).toEqual({ all: 100_000, verified: 0 })
  })

  test('verifies a claimed entry once; a correction follows what it corrects, and comes once', async () => {
    const { id } = await createFair(db)
    const [entry] = await append([boothEntry({ ...at, exhibitionId: id })])
    expect(await verify([entry!.id])).toBe(1)
    expect(await verify([entry!.id])).toBe(0)
    expect(await readTotal(id)).toEqual({ all: 2_000, verified: 2_000 })
    const corrections = await Promise.all([1, 2, 3].map(() => correct([entry!.id])))
    expect(corrections.flat()).toHaveLength(1)
    expect(await readTotal(id)).toEqual({ all: 0, verified: 0 })
    // Nor is a correction corrected: what it took back is sold again.
    expect(await correct([corrections.flat()[0]!.id])).toEqual([])
  })

  test('is never edited: the application’s role may not (T74)', async () => {
    for (const statement of [
      'UPDATE sale_entry SET amount_fen = 1',
      'DELETE FROM sale_entry',
      'UPDATE sale_verification SET rule = rule',
      'DELETE FROM sale_verification',
      'TRUNCATE sale_entry CASCADE',
    ])
      await expect(pool.query(statement)).rejects.toThrow(/permission denied/)
  })
})

describe('corrected and verified at once', () => {
  const race = async (racing: typeof pool) => {
    const { id } = await createFair(db)
    const entries = await append(Array.from({ length: 30 }, () => boothEntry({ ...at, exhibitionId: id })))
    const ids = entries.map((entry) => entry.id)
    await Promise.all([
      ...ids.map((one) =>
        withTransaction(racing, (tx) => correctEntries(tx, now, [one], { by: 'test', note: null })),
      ),
      ...ids.map((one) =>
        withTransaction(racing, (tx) => verifyEntries(tx, now, [one], { rule: 'day-close', by: 'test' })),
      ),
    ])
    return await readTotal(id)
  }

  test('an entry and its correction are both verified, whoever comes first', async () => {
    expect(await race(pool)).toEqual({ all: 0, verified: 0 })
  })

  test('negative control: without the lock some sales stay verified that were taken back', async () => {
    const unguarded = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 20 })
    const unmet = editSql(unguarded, [["hashtext('verification'), fair)", '(random() * 1e9)::int, fair)']])
    const totals: Array<unknown> = []
    for (let round = 0; round < 10; round += 1) totals.push(await race(unguarded))
    await unguarded.end()
    expect(unmet).toEqual(new Set())
    expect(totals).not.toEqual(totals.map(() => ({ all: 0, verified: 0 })))
  })
})

test('after any history the sums are those of the ledger, and a rebuild makes the same (T75)', async () => {
  const event = fc.record({
    act: fc.constantFrom('sell', 'sell', 'sell', 'export', 'verify', 'correct'),
    amountFen: fc.integer({ min: 1, max: 10_000_000 }),
    quantity: fc.integer({ min: 1, max: 50 }),
    minutes: fc.integer({ min: 0, max: 7_200 }),
    isOther: fc.boolean(),
    district: fc.constantFrom('110108', '110102', null),
    isOfFair: fc.boolean(),
    pick: fc.nat(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 25 }), async (history) => {
      const ids: Array<bigint> = []
      for (const { act, pick, minutes, isOther, district, isOfFair, ...figures } of history) {
        const picked = ids[pick % Math.max(1, ids.length)]
        if (act === 'verify' && picked) await verify([picked])
        else if (act === 'correct' && picked) await correct([picked])
        else {
          const seller = isOther ? other : goods
          const where = { exhibitionId: isOfFair ? fair.id : null, enterpriseId: seller.enterpriseId }
          const entry = boothEntry(
            { ...where, variantId: seller.id },
            {
              ...figures,
              occurredAt: new Date(fair.startsAt.getTime() + minutes * 60_000),
              beijingDistrictCode: district,
            },
          )
          ids.push(
            ...(await append([entry], act === 'export' ? 'platform-export' : undefined)).map(({ id }) => id),
          )
        }
      }
      expect(await findRollupDifferences(sqlOn(pool))).toEqual([])
    }),
    { numRuns: 20 },
  )
  const { rows } = await pool.query('SELECT * FROM sale_rollup ORDER BY 1, 2, 3, 4, 5, 6')
  expect(await rebuildRollups({ pool, clock: { now: () => now } })).toMatchObject({ differences: [] })
  const rebuilt = await pool.query('SELECT * FROM sale_rollup ORDER BY 1, 2, 3, 4, 5, 6')
  expect(rebuilt.rows).toEqual(rows)
})
