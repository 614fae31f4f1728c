import { afterEach, expect, test } from 'vitest'
import { sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { log } from '#tests/support/checkout.ts'
import { useDatabase, withOwner } from '#tests/support/database.ts'
import { movableClock } from '#tests/support/people.ts'
import { createStaff } from '#tests/support/staff.ts'
import { writeAudit } from './audit.server.ts'
import { checkAudit, findLastCheck } from './audit-chain.server.ts'

const { db, pool, ownerUrl } = await useDatabase()
const clock = movableClock()
const services = { db, pool, clock, log }
const person = await createStaff(db, 'city-organizer')

const write = (n: number) =>
  withTransaction(pool, (tx) =>
    writeAudit(tx, clock.now(), person, { action: 'change-role', subject: ['membership', n], after: { n } }),
  )
await Promise.all(Array.from({ length: 20 }, (_, n) => write(n)))
const ids = (await db.auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)
const middle = ids[9]!
const last = ids.at(-1)!

/** What the owner of the database does, whom no right stops; put back after each test. */
async function tamper(...statements: ReadonlyArray<string>): Promise<void> {
  await withOwner(ownerUrl, async (owner) => {
    await owner.query(
      'CREATE TABLE kept AS SELECT * FROM audit_entry; CREATE TABLE kept_head AS SELECT * FROM audit_head',
    )
    for (const statement of statements) await owner.query(statement)
  })
}

afterEach(async () => {
  await withOwner(ownerUrl, async (owner) => {
    const { rowCount } = await owner.query(`SELECT FROM pg_class WHERE relname = 'kept'`)
    if (!rowCount) return
    await owner.query(`
      ALTER TABLE audit_entry DISABLE TRIGGER USER;
      DELETE FROM audit_entry; INSERT INTO audit_entry SELECT * FROM kept; ALTER TABLE audit_entry ENABLE TRIGGER USER;
      DELETE FROM audit_head; INSERT INTO audit_head SELECT * FROM kept_head; DROP TABLE kept, kept_head;
      DELETE FROM alarm; DELETE FROM audit_check`)
  })
  expect((await checkAudit(services)).broken, 'put back').toBeNull()
})

const found = async () => (await checkAudit(services)).broken
const alarms = async () => (await db.alarm.findMany()).map(({ kind, reference }) => [kind, reference])

test('rows written at the same time are one chain, which the shop itself can neither change nor end elsewhere', async () => {
  expect(await found()).toBeNull()
  expect(await findLastCheck(services)).toEqual({ at: clock.now(), entries: '20', broken: null })
  for (const statement of [
    `UPDATE audit_entry SET actor = 'somebody else'`,
    'DELETE FROM audit_entry',
    `UPDATE audit_head SET hash = ''`,
    'DELETE FROM audit_check',
  ])
    await expect(pool.query(statement)).rejects.toThrow(/permission/)
})

test.each([
  ['in the middle', middle],
  ['at the beginning', ids[0]!],
  ['at the end', last],
])('a row that was changed %s is found, and raises an alarm once (T106)', async (_where, id) => {
  await tamper(`UPDATE audit_entry SET after = '{"n": 99}' WHERE id = ${id}`)
  expect(await found()).toEqual({ entryId: String(id), problem: 'changed' })
  await checkAudit(services)
  expect(await alarms()).toEqual([['audit-tampered', String(id)]])
  expect((await findLastCheck(services))?.broken).toEqual({ entryId: String(id), problem: 'changed' })
})

test.each([
  'at = at + interval $$1 ms$$',
  'staff_id = NULL',
  `actor = 'x'`,
  `action = 'x'`,
  `subject_kind = 'x'`,
  `subject_id = 'x'`,
  'enterprise_id = 7',
  `division_code = 'x'`,
  `before = '{}'`,
  `reason = 'x'`,
  `previous_hash = 'x'`,
  `hash = 'x'`,
])('no column of a row can be changed: %s', async (change) => {
  await tamper(`UPDATE audit_entry SET ${change} WHERE id = ${middle}`)
  expect(await found()).toMatchObject({ entryId: String(middle), problem: 'changed' })
})

test('a row that is missing in the middle is found by the next one (T106)', async () => {
  await tamper(`DELETE FROM audit_entry WHERE id = ${middle}`)
  expect(await found()).toEqual({ entryId: String(ids[10]), problem: 'missing' })
})

test('a missing last row is found, though nothing follows it, and also when something does (T106)', async () => {
  await tamper('DELETE FROM audit_check', `DELETE FROM audit_entry WHERE id = ${last}`)
  expect(await found()).toEqual({ entryId: String(last), problem: 'end-missing' })
  await write(20)
  expect(await found()).toMatchObject({ problem: 'missing' })
})

test('a log that was written anew from one row on, hashes and head too, does not hold the end that a check saw', async () => {
  await checkAudit(services)
  await tamper(
    `DELETE FROM audit_entry WHERE id = ${last}`,
    `UPDATE audit_head SET entry_id = ${ids.at(-2)}, hash = (SELECT hash FROM audit_entry WHERE id = ${ids.at(-2)})`,
  )
  await write(21)
  expect(await found()).toEqual({ entryId: String(last), problem: 'rewritten' })
})

test('the end that a check saw is still there when others write meanwhile', async () => {
  const checks = Array.from({ length: 5 }, (_, n) => Promise.all([write(30 + n), found()]))
  expect((await Promise.all(checks)).map(([, broken]) => broken)).toEqual([null, null, null, null, null])
  expect(await sqlOn(pool).$queryRaw`SELECT count(*)::int FROM audit_head`).toEqual([{ count: 1 }])
})
