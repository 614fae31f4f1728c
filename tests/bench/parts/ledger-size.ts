import type { Pool } from 'pg'
import { readSnapshot } from '#app/domain/live/read-snapshot.server.ts'
import { breakdowns } from '#app/domain/reports/breakdown.ts'
import { findRollupDifferences } from '#app/domain/sales/check-rollups.server.ts'
import { rebuildRollups } from '#app/domain/sales/rebuild-rollups.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { createPool } from '#app/platform/db.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { Part } from '../support/context.ts'
import { withClient } from '../support/databases.ts'
import { download } from '../support/download.ts'
import { type Fair, fillLedger, findFair } from '../support/fill-ledger.ts'
import { growthWhile } from '../support/memory.ts'
import { figureRow, type Row, ratioRow } from '../support/sample.ts'
import { type RunningServer, startShop } from '../support/servers.ts'
import { openOrganizerDesk } from '../support/staff-desk.ts'

const [few, many] = [1_000, 1_000_000]
const asksARound = 20
type Headers = Record<string, string>
/** Milliseconds of each round, by what was asked for. */
type Times = Map<string, Array<number>>

/** A fair with a thousand lines in the ledger, and with a million: its figures are read from sums, its file is a stream. */
export const ledgerSize: Part = ({ databases, rounds, sizes }) =>
  databases.useCopy(sizes[0] ?? 1_000, async ({ url, ownerUrl }) => {
    const pool = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: 1 })
    const headers = await openOrganizerDesk(url)
    const shop = await startShop({ databaseUrl: url, dataDir: databases.dataDir })
    try {
      const fair = await findFair(pool)
      const fill = (lines: number) => withClient(ownerUrl, (owner) => fillLedger(owner, fair.id, lines))
      const settle = () => withClient(ownerUrl, (owner) => owner.query('VACUUM ANALYZE'))
      const measure = () => timeFair(pool, shop, headers, fair, rounds)

      await fill(few)
      await rebuildRollups({ pool, clock: systemClock })
      await settle()
      const small = await measure()

      await fill(many)
      await settle()
      const rebuilds = await rebuildOften(pool, rounds)
      await settle()
      const large = await measure()
      return [...hold(large, small), ...rebuilds, ...(await exportLines(shop, headers, fair, rounds))]
    } finally {
      await shop.stop()
      await pool.end()
    }
  })

async function timeFair(
  pool: Pool,
  shop: RunningServer,
  headers: Headers,
  fair: Fair,
  rounds: number,
): Promise<Times> {
  const desk = `${shop.url}/organizer/exhibitions/${fair.slug}`
  const get = (address: string) => async () => {
    const response = await fetch(address, { headers })
    await response.arrayBuffer()
    if (response.status !== 200) throw new Error(`${response.status} of ${address}`)
  }
  const asks: Record<string, Array<() => Promise<unknown>>> = {
    'live figures': (['public', 'internal'] as const).map(
      (audience) => () => readSnapshot({ pool, clock: systemClock }, fair.id, audience),
    ),
    dashboard: [get(desk)],
    breakdowns: breakdowns.map((by) => get(`${desk}/analysis?by=${by}`)),
    'entries behind a figure': ['', '?channel=onsite', '?division=150430', '?state=claimed'].map((query) =>
      get(`${desk}/entries${query}`),
    ),
  }
  const times: Times = new Map()
  for (const [name, views] of Object.entries(asks)) times.set(name, await timeRounds(views, rounds))
  return times
}

/** Of one view, on the average. */
async function timeRounds(
  views: ReadonlyArray<() => Promise<unknown>>,
  rounds: number,
): Promise<Array<number>> {
  const times: Array<number> = []
  for (let round = 0; round <= rounds; round += 1) {
    const from = performance.now()
    for (let ask = 0; ask < asksARound; ask += 1) for (const view of views) await view()
    times.push((performance.now() - from) / asksARound / views.length)
  }
  // The first warms up.
  return times.slice(1)
}

function hold(large: Times, small: Times): Array<Row> {
  return [...large].map(([name, times]) =>
    ratioRow(
      times.map((ours, round) => ({ ours, theirs: small.get(name)?.[round] ?? Number.NaN })),
      { name: `${name}: 1,000,000 lines`, against: '1,000 lines', unit: 'ms' },
      { atMost: 1.5 },
    ),
  )
}

/** The sums once more from the ledger, and what then differs from it (T75). */
async function rebuildOften(pool: Pool, rounds: number): Promise<Array<Row>> {
  const seconds: Array<number> = []
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now()
    await rebuildRollups({ pool, clock: systemClock })
    seconds.push((performance.now() - from) / 1_000)
  }
  const differences = [(await findRollupDifferences(sqlOn(pool))).length]
  const name = 'sums of 1,000,000 lines'
  return [
    figureRow(seconds, { name: `${name} rebuilt`, unit: 's' }, { atMost: 60 }),
    figureRow(differences, { name: `${name}: differences from the ledger`, unit: '' }, { atMost: 0 }),
  ]
}

async function exportLines(
  shop: RunningServer,
  headers: Headers,
  fair: Fair,
  rounds: number,
): Promise<Array<Row>> {
  const file = `${shop.url}/organizer/exhibitions/${fair.slug}/entries/entries.csv`
  const firstBytes: Array<number> = []
  const growths: Array<number> = []
  for (let round = 0; round < rounds; round += 1)
    growths.push(
      await growthWhile(shop.child.pid, async () => {
        firstBytes.push(await download(file, { headers }, many))
      }),
    )
  const name = 'export of 1,000,000 lines'
  return [
    figureRow(firstBytes, { name: `${name}: first byte`, unit: 'ms' }, { atMost: 1_000 }),
    figureRow(growths, { name: `${name}: memory grows by`, unit: 'MB' }, { atMost: 100 }),
  ]
}
