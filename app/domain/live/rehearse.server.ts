import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, minute, second } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { readSnapshot } from './read-snapshot.server.ts'
import { emptied, type PastEntry, Tally } from './rehearsal.ts'

export type Rehearsals = {
  /**
   * A past fair once more, as a stream of snapshots; null where there is none, `busy` when enough of them are under way.
   * `lastId` goes on where the browser lost us.
   */
  open(exhibitionId: number, speed: number, lastId: string | null): Promise<Readable | 'busy' | null>
}

const mostAtOnce = 4
const tick = second / 4
/** Nights and empty hours are passed over: nobody waits longer than this for the next sale. */
const longestPause = 10 * second
/** Then the browser comes back, and its session is looked at again. */
const longestLife = 10 * minute
const batchSize = 1_000

export function createRehearsals(services: Pick<Services, 'pool' | 'clock'>): Rehearsals {
  let underway = 0
  return {
    async open(exhibitionId, speed, lastId) {
      if (underway >= mostAtOnce) return 'busy'
      const base = await readSnapshot(services, exhibitionId, 'internal')
      if (!base || base.counts === 'verified') return null
      underway += 1
      const stream = Readable.from(
        replay(services, exhibitionId, new Tally(emptied(base)), speed, instantOf(lastId)),
      )
      return stream.once('close', () => {
        underway -= 1
      })
    },
  }
}

/** The instant in the id of a rehearsal's snapshot. */
function instantOf(id: string | null): Date {
  return new Date(Number(/^rehearsal-(\d{1,14})-/.exec(id ?? '')?.[1] ?? 0))
}

/** The entries in the order in which they happened; nothing is locked, and nothing written. */
async function* replay(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  exhibitionId: number,
  tally: Tally,
  speed: number,
  from: Date,
): AsyncGenerator<Buffer> {
  const entries = readEntries(pool, exhibitionId)
  const ends = performance.now() + longestLife
  let next = await entries.next()
  // Nothing to replay is over at once, now.
  let now = next.done ? clock.now() : from
  if (!next.done && now < next.value.occurredAt) now = next.value.occurredAt
  yield Buffer.from('retry: 1000\n\n')
  let lastBeat = performance.now()
  let lastSale = now
  while (!next.done && performance.now() < ends) {
    // A night: go on a moment before its end.
    if (+next.value.occurredAt - +now > speed * longestPause)
      now = after(next.value.occurredAt, -speed * second)
    let hasSold = false
    while (!next.done && next.value.occurredAt <= now) {
      tally.add(next.value)
      lastSale = next.value.occurredAt
      hasSold = true
      next = await entries.next()
    }
    // It ends with the last sale, on the day of that one.
    if (next.done) now = lastSale
    if (hasSold || performance.now() - lastBeat > 4 * second) {
      lastBeat = performance.now()
      yield encode(tally, now)
    }
    const before = performance.now()
    await sleep(tick)
    now = after(now, speed * (performance.now() - before))
  }
  if (!next.done) return
  // Its last figures stay on the screen, which says that it is over.
  while (performance.now() < ends) {
    yield encode(tally, lastSale, true)
    await sleep(5 * second, undefined, { ref: false })
  }
}

function encode(tally: Tally, now: Date, isOver = false): Buffer {
  const snapshot = tally.snapshot(now, isOver)
  return Buffer.from(`id: ${snapshot.id}\ndata: ${JSON.stringify(snapshot)}\n\n`)
}

async function* readEntries(
  pool: Services['pool'],
  exhibitionId: number,
): AsyncGenerator<PastEntry, undefined> {
  let last = { occurredAt: new Date(0), id: '0' }
  for (;;) {
    const rows: Array<PastEntry> = await sqlOn(pool).$queryRaw<Array<PastEntry>>`
      SELECT s.id::text AS id, s.occurred_at AS "occurredAt", s.channel, s.kind, s.amount_fen::float8 AS "amountFen",
        v.entry_id IS NOT NULL AS "isVerified", s.is_shipping AS "isShipping", s.division_code AS "divisionCode",
        json_build_object('slug', e.slug, 'name', e.name, 'nameEn', e.name_en) AS enterprise,
        CASE WHEN p.id IS NOT NULL THEN json_build_object('slug', p.slug, 'name', p.title, 'nameEn', p.title_en) END AS product,
        CASE WHEN c.code IS NOT NULL THEN json_build_object('code', c.code, 'name', c.name, 'nameEn', c.name_en) END AS category,
        CASE WHEN b.code IS NOT NULL THEN json_build_object('code', b.code, 'name', b.name, 'nameEn', b.name_en) END AS district,
        b.code IS NOT NULL AND d.pair_code IS NOT DISTINCT FROM b.code AS "isPaired"
      FROM (
        SELECT *, is_shipping(sale_entry) AS is_shipping FROM sale_entry WHERE exhibition_id = ${exhibitionId}
          AND (occurred_at, id) > (${last.occurredAt}::timestamptz, ${last.id}::bigint)
        ORDER BY occurred_at, id LIMIT ${batchSize}
      ) s
      JOIN enterprise e ON e.id = s.enterprise_id JOIN division d ON d.code = s.division_code
      LEFT JOIN sale_verification v ON v.entry_id = s.id LEFT JOIN product p ON p.id = s.product_id
      LEFT JOIN category c ON c.code = s.category_code LEFT JOIN district b ON b.code = s.beijing_district_code
      ORDER BY s.occurred_at, s.id`
    yield* rows
    const end = rows.at(-1)
    if (!end || rows.length < batchSize) return
    last = end
  }
}
