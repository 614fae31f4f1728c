import { expect, test } from 'vitest'
import { withTransaction } from '#app/platform/sql.server.ts'
import { useDatabase, withOwner } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { readAll } from '#tests/support/read-all.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { type AuditRecord, writeAudit } from './audit.server.ts'
import { type AuditFilter, readAuditFilter } from './audit-filter.ts'
import { searchAudit } from './audit-views.server.ts'

const { db, pool, ownerUrl } = await useDatabase()
const { enterpriseId } = await createVariant(db)
const owner = await createMember(db, enterpriseId)
const city = await createOrganizer(db)

const nothing = readAuditFilter(new URLSearchParams())
const search = (filter: Partial<AuditFilter> = {}, after: string | null = null) =>
  searchAudit({ pool }, city, 'zh', { ...nothing, ...filter }, after)
const found = async (filter: Partial<AuditFilter>) =>
  (await search(filter)).items.map(({ subjectId }) => subjectId)

async function write(
  at: string,
  actor: Parameters<typeof writeAudit>[2],
  record: AuditRecord,
): Promise<void> {
  await withTransaction(pool, (tx) => writeAudit(tx, new Date(at), actor, record))
}

await write('2026-11-20T15:59:59.999Z', owner, {
  action: 'change-price',
  subject: ['variant', 'S-1'],
  before: { priceFen: 1900, label: '500 g' },
  after: { priceFen: 2100, label: '500 g' },
})
await write('2026-11-20T16:00:00Z', owner, { action: 'take-down-listing', subject: ['listing', 'L-1'] })
await write('2026-11-21T16:00:00Z', city, {
  action: 'disable-staff',
  subject: ['staff', 'P-1'],
  reason: '已离职',
  divisionCode: '150430',
})
await write('2026-11-22T01:00:00Z', 'system', {
  action: 'escalate-after-sale',
  subject: ['after-sale', 'A-1'],
})

test('a row says who, when, what and why, and of what changed only what is different', async () => {
  const { items } = await search()
  expect(items.map(({ subjectId }) => subjectId)).toEqual(['A-1', 'P-1', 'L-1', 'S-1'])
  expect(items[1]).toMatchObject({ actor: city.staff.name, login: city.staff.login, reason: '已离职' })
  expect(items[3]).toMatchObject({
    place: owner.name,
    changes: [{ path: 'priceFen', before: '1900', after: '2100' }],
  })
  expect(items[0]).toMatchObject({ actor: 'system', login: null, changes: [] })
})

test('each filter finds its own, alone and with others', async () => {
  expect(await found({ who: owner.staff.login.toUpperCase() })).toEqual(['L-1', 'S-1'])
  expect(await found({ who: 'system' })).toEqual(['A-1'])
  expect(await found({ who: '没有这个人' })).toEqual([])
  expect(await found({ action: 'change-price' })).toEqual(['S-1'])
  expect(await found({ kind: 'staff' })).toEqual(['P-1'])
  expect(await found({ kind: 'listing', subject: 'L-1' })).toEqual(['L-1'])
  expect(await found({ enterprise: owner.slug })).toEqual(['L-1', 'S-1'])
  expect(await found({ enterprise: owner.name, action: 'change-price' })).toEqual(['S-1'])
  expect(await found({ enterprise: 'no-such-enterprise' })).toEqual([])
  expect(await found({ division: '150430', kind: 'staff' })).toEqual(['P-1'])
})

test('a day is a day in Shanghai, from its first to its last millisecond', async () => {
  expect(await found({ from: '2026-11-20', to: '2026-11-20' })).toEqual(['S-1'])
  expect(await found({ from: '2026-11-21', to: '2026-11-21' })).toEqual(['L-1'])
  expect(await found({ from: '2026-11-22' })).toEqual(['A-1', 'P-1'])
  expect(readAuditFilter(new URLSearchParams('from=2026-02-30&to=today')).from).toBe('')
})

/** How PostgreSQL would read the log, with a hundred thousand rows in it. */
test('pages follow each other without gaps, and each filter is read by an index in the order of the page', async () => {
  await withOwner(ownerUrl, async (client) => {
    await client.query(`
      ALTER TABLE audit_entry DISABLE TRIGGER USER;
      INSERT INTO audit_entry (id, at, staff_id, actor, action, subject_kind, subject_id, enterprise_id, division_code, previous_hash, hash)
      SELECT 1000000 + n, timestamptz '2026-01-01' + n / 3 * interval '1 minute', gen_random_uuid(), 'x',
        CASE WHEN n % 1000 = 0 THEN 'disable-staff' ELSE 'save-listing' END, CASE WHEN n % 1000 = 0 THEN 'staff' ELSE 'listing' END,
        n::text, n % 183, (150400 + n % 12)::text, '', ''
      FROM generate_series(1, 100000) n;
      ALTER TABLE audit_entry ENABLE TRIGGER USER; ANALYZE audit_entry`)
  })
  const found = await readAll((after) => search({ action: 'disable-staff' }, after))
  const seen = found.map(({ id }) => id)
  expect(seen.length).toBe(101)
  expect(new Set(seen).size).toBe(101)
  const questions: Array<Partial<AuditFilter>> = [
    {},
    { who: owner.staff.login },
    { who: 'system' },
    { action: 'save-listing' },
    { kind: 'listing' },
    { enterprise: owner.slug },
    { division: '150401' },
    { from: '2026-01-03', to: '2026-01-03' },
    { kind: 'listing', subject: '77' },
    { division: '150401', action: 'disable-staff' },
  ]
  for (const question of questions)
    expect(await rowsRead(question), JSON.stringify(question)).toBeLessThan(1_000)
})

/** Of the log, whatever the plan: rows kept and rows thrown away. */
async function rowsRead(question: Partial<AuditFilter>): Promise<number> {
  const before = await readSoFar()
  await search(question)
  return (await readSoFar()) - before
}

async function readSoFar(): Promise<number> {
  await pool.query('SELECT pg_stat_force_next_flush()')
  const { rows } = await pool.query<{ read: string }>(`
    SELECT seq_tup_read + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = 'audit_entry') AS read
    FROM pg_stat_user_tables WHERE relname = 'audit_entry'`)
  return Number(rows[0]?.read)
}
