import { expect, test } from 'vitest'
import { raiseAlarm } from '#app/domain/notifications/alarms.server.ts'
import { createBus } from '#app/platform/bus.server.ts'
import { createPool } from '#app/platform/db.server.ts'
import { sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { log } from '#tests/support/checkout.ts'
import { useDatabase, withOwner } from '#tests/support/database.ts'
import { hearTags } from '#tests/support/dropped-tags.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { boothEntry, createFair } from '#tests/support/fairs.ts'
import { createVariant } from '#tests/support/goods.ts'
import { appendEntries } from './append-entries.server.ts'
import { salesChannel } from './bump-rollups.server.ts'
import { checkRollups, findRollupDifferences } from './check-rollups.server.ts'
import { mendRollups, rebuildRollups } from './rebuild-rollups.server.ts'

const database = await useDatabase({ poolSize: 20, checksBooks: false })
const { db, pool, url } = database
const now = new Date('2026-11-24T05:00:00Z')
const shop = { pool, clock: { now: () => now } }
const goods = await createVariant(db)
const fair = await createFair(db)
const takeTags = await hearTags(database)

const asOwner = (text: string) => withOwner(database.ownerUrl, (owner) => owner.query(text))

const sell = (where = fair.id) =>
  withTransaction(pool, (tx) =>
    appendEntries(tx, now, [
      boothEntry({ exhibitionId: where, enterpriseId: goods.enterpriseId, variantId: goods.id }),
    ]),
  )

test('sums that were wrong, missing or made up are those of the ledger again; it is noted, and all who watch are told', async () => {
  await sell()
  const right = await db.saleRollup.findMany({ orderBy: { key: 'asc' } })
  const where = { dimension: 'enterprise', grain: 'total' }
  await db.saleRollup.updateMany({ where, data: { amountFen: { increment: 1 } } })
  await db.saleRollup.deleteMany({ where: { dimension: 'category', grain: 'total' } })
  const [some] = await db.saleRollup.findMany({ where: { dimension: 'all', grain: 'total' } })
  await db.saleRollup.create({ data: { ...some!, channel: 'contract' } })
  await takeTags()
  const rung: Array<string> = []
  const bus = createBus({ DATABASE_URL: url }, log)
  bus.subscribe(salesChannel, (payload) => rung.push(payload))
  await bus.start()

  const { sums, differences } = await rebuildRollups(shop)
  expect(sums).toBe(right.length)
  expect(differences).toMatchObject([
    { channel: 'contract', dimension: 'all', ledger: null, rollup: '1 1 2000 0 0' },
    { dimension: 'category', ledger: '1 1 2000 0 0', rollup: null },
    { dimension: 'enterprise', ledger: '1 1 2000 0 0', rollup: '1 1 2001 0 0' },
  ])
  expect(await db.saleRollup.findMany({ orderBy: { key: 'asc' } })).toHaveLength(right.length)
  expect(await findRollupDifferences(sqlOn(pool))).toEqual([])
  const noted = await db.auditEntry.findMany({ where: { action: 'rebuild-sums' } })
  expect(noted).toMatchObject([{ actor: 'system', at: now, after: { sums, differences: 3 } }])
  expect(await takeTags()).toEqual(new Set(['exhibitions']))
  await expect.poll(() => rung).toEqual(expect.arrayContaining(['0', String(fair.id)]))
  await bus.stop()
})

test('only fairs whose sums differ are made anew, and nothing is noted where all are right', async () => {
  const other = await createFair(db)
  await sell(other.id)
  expect(await mendRollups(shop)).toEqual({ sums: 0, differences: [], alarms: 0 })
  const before = await db.auditEntry.count({ where: { action: 'rebuild-sums' } })
  await db.saleRollup.updateMany({
    where: { exhibitionId: other.id, dimension: 'all', grain: 'total' },
    data: { amountFen: { increment: 7 } },
  })
  const { sums, differences } = await mendRollups(shop)
  expect(differences.map(({ exhibitionId }) => exhibitionId)).toEqual([other.id])
  expect(sums).toBe(await db.saleRollup.count({ where: { exhibitionId: other.id } }))
  expect(await db.auditEntry.count({ where: { action: 'rebuild-sums' } })).toBe(before + 1)
  expect(await findRollupDifferences(sqlOn(pool))).toEqual([])
})

test('the alarms of what is mended are settled, with a row each; what was raised since stays open', async () => {
  const other = await createFair(db)
  await sell(other.id)
  await db.saleRollup.updateMany({
    where: { exhibitionId: other.id, dimension: 'all', grain: 'total' },
    data: { amountFen: { increment: 7 } },
  })
  expect(await checkRollups(shop)).toBe(1)
  const later = { kind: 'rollup-difference' as const, reference: 'later' }
  await raiseAlarm(sqlOn(pool), new Date(now.getTime() + 1), later)
  expect(await mendRollups(shop)).toMatchObject({ alarms: 1 })
  expect(await db.alarm.findMany({ where: { resolvedAt: null } })).toMatchObject([later])
  const reference = `rollup-difference ${other.id}:onsite:all:all:total:1970-01-01 00:00:00+00`
  expect(await db.auditEntry.findMany({ where: { action: 'settle-alarm' } })).toMatchObject([
    { actor: 'system', at: now, subjectKind: 'alarm', subjectId: reference },
  ])
})

test('what differs again as soon as it is made anew keeps its alarms', async () => {
  const other = await createFair(db)
  await sell(other.id)
  await asOwner(`
    CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.quantity = NEW.quantity + 1; RETURN NEW; END $$;
    CREATE TRIGGER spoil BEFORE INSERT ON sale_rollup FOR EACH ROW EXECUTE FUNCTION spoil()`)
  await db.saleRollup.deleteMany({ where: { exhibitionId: other.id, dimension: 'all', grain: 'total' } })
  expect(await checkRollups(shop)).toBe(1)
  expect(await mendRollups(shop)).toMatchObject({ alarms: 0 })
  await asOwner('DROP FUNCTION spoil CASCADE')
  expect((await mendRollups(shop)).alarms).toBe(1)
})

/** Sums that differ, and sales and rebuilds that failed, when both come over and over. */
async function rebuildAmongSales(rebuilding: typeof pool): Promise<number> {
  const { id } = await createFair(db)
  let isOver = false
  let failures = 0
  const sellers = Array.from({ length: 6 }, async () => {
    while (!isOver) await sell(id).catch(() => (failures += 1))
  })
  for (let round = 0; round < 15; round += 1)
    await rebuildRollups({ ...shop, pool: rebuilding }).catch(() => (failures += 1))
  isOver = true
  await Promise.all(sellers)
  return failures + (await findRollupDifferences(sqlOn(pool))).length
}

test('sales that are recorded meanwhile are in the sums, each once', async () => {
  expect(await rebuildAmongSales(pool)).toBe(0)
})

test('negative control: without the closed ledger sums differ, or one fails of the other', async () => {
  const unguarded = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: 1 })
  const unmet = editSql(unguarded, [
    ["pg_advisory_xact_lock(hashtext('ledger'), 0)", "pg_advisory_xact_lock(hashtext('nothing'), 0)"],
  ])
  const wrong = await rebuildAmongSales(unguarded)
  await unguarded.end()
  expect(unmet).toEqual(new Set())
  expect(wrong).toBeGreaterThan(0)
})
