import { expect, test } from 'vitest'
import { appendEntries, correctEntries } from '#app/domain/sales/append-entries.server.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { boothEntry, createFair } from '#tests/support/fairs.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { listReplays } from './list-replays.server.ts'
import { readSnapshot } from './read-snapshot.server.ts'
import { createRehearsals } from './rehearse.server.ts'
import { type InternalSnapshot, internalSnapshot } from './snapshot.ts'

const { db, pool } = await useDatabase()
const shop = { pool, clock: movableClock(new Date('2026-11-28T09:00:00Z')) }
await db.district.create({ data: { code: '110108', name: '海淀区', nameEn: 'Haidian', sort: 1 } })

/** Three sellers, six minutes in three days, sales and a correction. */
async function holdFair() {
  const fair = await createFair(db)
  const goods = await Promise.all([1, 2, 3].map(() => createVariant(db)))
  const entries = Array.from({ length: 240 }, (_, index) => {
    const { enterpriseId, id } = goods[index % 3]!
    const dayStart = Date.UTC(2026, 10, 23 + Math.floor(index / 80), 2)
    return boothEntry(
      { exhibitionId: fair.id, enterpriseId, variantId: id },
      {
        channel: index % 4 ? 'onsite' : 'online',
        amountFen: 1_000 + index,
        occurredAt: new Date(dayStart + (index % 80) * 1_500),
        beijingDistrictCode: index % 2 ? '110108' : null,
      },
    )
  })
  await withTransaction(pool, async (tx) => {
    const [first] = await appendEntries(tx, shop.clock.now(), entries, 'payment')
    await correctEntries(tx, shop.clock.now(), [first!.id], { by: 'test', note: null })
  })
  return fair
}

/** Every byte of the books. */
async function hashBooks(): Promise<unknown> {
  const { rows } = await pool.query(`
    SELECT (SELECT md5(string_agg(e::text, '|' ORDER BY id)) FROM sale_entry e) AS ledger,
      (SELECT md5(string_agg(v::text, '|' ORDER BY id)) FROM sale_verification v) AS verifications,
      (SELECT md5(string_agg(r::text, '|' ORDER BY r::text)) FROM sale_rollup r) AS sums`)
  return rows
}

test('a rehearsal ends with the very figures of the fair, and not a byte of the books is another', async () => {
  const fair = await holdFair()
  const before = await hashBooks()
  const stream = await createRehearsals(shop).open(fair.id, 1_000, null)
  if (stream === null || stream === 'busy') throw new Error('no rehearsal')
  const told: Array<InternalSnapshot> = []
  const real = await readSnapshot(shop, fair.id, 'internal')
  for await (const bytes of stream) {
    const [, data] = /data: (.*)\n/.exec(String(bytes)) ?? []
    if (data) told.push(internalSnapshot.parse(JSON.parse(data)))
    if (told.at(-1)?.figures.totalFen === real?.figures.totalFen) break
  }
  const last = told.at(-1)
  for (const part of [
    'figures',
    'channels',
    'divisions',
    'enterprises',
    'products',
    'districts',
    'flows',
    'categories',
  ] as const)
    expect(last?.[part], part).toEqual(real?.[part])
  expect(told.length).toBeGreaterThan(2)
  expect(told.every(({ isRehearsal }) => isRehearsal)).toBe(true)
  const instants = told.map(({ asOf }) => asOf)
  expect(instants).toEqual([...instants].sort())
  expect(await hashBooks()).toEqual(before)

  // Who lost it goes on where they were.
  const again = await createRehearsals(shop).open(fair.id, 1, told.at(-2)?.id ?? null)
  if (again === null || again === 'busy') throw new Error('no rehearsal')
  for await (const bytes of again) {
    const [, data] = /data: (.*)\n/.exec(String(bytes)) ?? []
    if (!data) continue
    expect(JSON.parse(data).asOf >= told.at(-2)!.asOf).toBe(true)
    break
  }
})

test('a rehearsal says when it is over, and of a fair at which nothing was sold at once', async () => {
  const empty = await createFair(db)
  const full = await holdFair()
  const lastOf = async (exhibitionId: number) => {
    const stream = await createRehearsals(shop).open(exhibitionId, 1_000, null)
    if (stream === null || stream === 'busy') throw new Error('no rehearsal')
    const told: Array<InternalSnapshot> = []
    for await (const bytes of stream) {
      const [, data] = /data: (.*)\n/.exec(String(bytes)) ?? []
      if (data) told.push(internalSnapshot.parse(JSON.parse(data)))
      if (told.at(-1)?.isOver) break
    }
    return told
  }
  const [only] = await lastOf(empty.id)
  expect(only).toMatchObject({ isOver: true, lastSales: [], asOf: shop.clock.now().toISOString() })
  const told = await lastOf(full.id)
  const real = await readSnapshot(shop, full.id, 'internal')
  expect(told.at(-1)?.figures).toEqual(real?.figures)
  // On the day of its last sale, whose hours are seen, and not past midnight.
  const [last] = await db.saleEntry.findMany({
    where: { exhibitionId: full.id },
    orderBy: { occurredAt: 'desc' },
    take: 1,
  })
  expect(told.at(-1)).toMatchObject({
    asOf: last?.occurredAt.toISOString(),
    hours: { day: last && shanghaiDay(last.occurredAt) },
  })
  expect(told.at(-1)?.hours.amountFen.some((amount) => amount !== 0)).toBe(true)
  expect(told.slice(0, -1).every(({ isOver }) => !isOver)).toBe(true)
  expect(await listReplays(shop, 'zh')).toContainEqual({ key: full.slug, title: full.name })
  expect((await listReplays(shop, 'zh')).map(({ key }) => key)).not.toContain(empty.slug)
})

test('so many at once, and no more', async () => {
  const fair = await holdFair()
  const rehearsals = createRehearsals(shop)
  expect(await rehearsals.open(0, 1, null)).toBeNull()
  const open = async () => {
    const stream = await rehearsals.open(fair.id, 1, null)
    if (stream === null || stream === 'busy') throw new Error(String(stream))
    return stream
  }
  const streams = [await open(), await open(), await open(), await open()]
  expect(await rehearsals.open(fair.id, 1, null)).toBe('busy')
  const closed = new Promise((resolve) => streams[0]!.once('close', resolve))
  streams[0]!.destroy()
  await closed
  streams.push(await open())
  for (const stream of streams) stream.destroy()
})
