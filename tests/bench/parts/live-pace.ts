import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { appendEntries } from '#app/domain/sales/append-entries.server.ts'
import { createPool } from '#app/platform/db.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { boothEntry } from '#tests/support/fairs.ts'
import type { Part } from '../support/context.ts'
import { findFair } from '../support/fill-ledger.ts'
import { memoryOf } from '../support/memory.ts'
import { figureRow, percentile } from '../support/sample.ts'
import { startShop } from '../support/servers.ts'
import { type Watchers, watchFrom } from '../support/watchers.ts'

const salesASecond = 10
const watcherCount = 1_000
const shortest = 60

/** Ten sales a second before a thousand watchers, for a minute, or for `--seconds 3600` (T78). */
export const livePace: Part = ({ databases, seconds, sizes }) =>
  databases.useCopy(sizes[0] ?? 1_000, async ({ url }) => {
    // More than the sales need: one that stalls is measured, and does not end the hour.
    const pool = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: 40 })
    const fair = await findFair(pool)
    const shop = await startShop({ databaseUrl: url, dataDir: databases.dataDir })
    const watchers = watchFrom({ url: `${shop.url}/live/exhibitions/${fair.slug}`, count: watcherCount })
    try {
      while ((await watchers.ask()).told.includes(null)) await sleep(200)
      const duration = Math.max(shortest, seconds)
      const pace = await sellAtPace(pool, fair.id, watchers, duration, () => memoryOf(shop.child.pid))
      const against = `${salesASecond}/s, ${watcherCount} watchers, ${duration} s`
      const row = (name: string, value: number, unit: string, atMost: number) =>
        figureRow([value], { name, against, unit }, { atMost })
      return [
        row('a sale is written, p99', percentile(pace.writes, 0.99), 'ms', 200),
        row('a sale is on a watcher, p99', percentile(pace.lags, 0.99), 'ms', 2_000),
        row('memory of the process grows by, a minute', slopeOf(pace.memories), 'MB', 1),
      ]
    } finally {
      watchers.close()
      await shop.stop()
      await pool.end()
    }
  })

type Pace = {
  writes: Array<number>
  lags: Array<number>
  memories: Array<[minute: number, megabytes: number]>
}

async function sellAtPace(
  pool: Pool,
  exhibitionId: number,
  watchers: Watchers,
  duration: number,
  memory: () => Promise<number>,
): Promise<Pace> {
  const goods = await findGoods(pool)
  const pace: Pace = { writes: [], lags: [], memories: [] }
  const before = (await watchers.ask()).told[0]?.[0] ?? 0
  const begun = performance.now()
  // Instants, as the other process tells them.
  const commits: Array<number> = []
  const sell = async () => {
    const from = performance.now()
    const entry = boothEntry({ exhibitionId, ...goods }, { amountFen: 1, occurredAt: new Date() })
    await withTransaction(pool, (tx) => appendEntries(tx, new Date(), [entry], 'payment'))
    commits.push(performance.timeOrigin + performance.now())
    pace.writes.push(performance.now() - from)
  }
  /** How old is what each watcher has not been told yet, or was told last? */
  const listen = async () => {
    const { at, told } = await watchers.ask()
    for (const [totalFen, heardAt] of told.filter((each) => each !== null)) {
      const committed = commits[totalFen - before - 1]
      const oldestUntold = commits[totalFen - before]
      if (oldestUntold !== undefined) pace.lags.push(Math.max(0, at - oldestUntold))
      else if (committed !== undefined) pace.lags.push(Math.max(0, heardAt - committed))
    }
  }
  const writing: Array<Promise<void>> = []
  let listening = Promise.resolve()
  for (let sale = 0; sale < duration * salesASecond; sale += 1) {
    await sleep(Math.max(0, begun + (sale * 1_000) / salesASecond - performance.now()))
    writing.push(sell())
    // One question after the other: watchers that are behind answer late.
    if (sale % salesASecond === 0) listening = listening.then(listen)
    if (sale % (10 * salesASecond) === 0)
      pace.memories.push([(performance.now() - begun) / 60_000, await memory()])
  }
  await Promise.all([...writing, listening])
  return pace
}

async function findGoods(pool: Pool): Promise<{ enterpriseId: number; variantId: number }> {
  const { rows } = await pool.query<{ enterpriseId: number; variantId: number }>(
    `SELECT p.enterprise_id AS "enterpriseId", v.id AS "variantId" FROM variant v JOIN product p ON p.id = v.product_id
     ORDER BY v.id LIMIT 1`,
  )
  if (!rows[0]) throw new Error('no goods')
  return rows[0]
}

/** Megabytes a minute, by least squares; the first half is warming up. */
function slopeOf(memories: ReadonlyArray<[number, number]>): number {
  const late = memories.slice(Math.floor(memories.length / 2))
  const mean = (index: 0 | 1) => late.reduce((sum, point) => sum + point[index], 0) / late.length
  const [x, y] = [mean(0), mean(1)]
  const above = late.reduce((sum, [minute, size]) => sum + (minute - x) * (size - y), 0)
  return above / late.reduce((sum, [minute]) => sum + (minute - x) ** 2, 0)
}
