import type { RollupDifference } from '#app/domain/sales/check-rollups.server.ts'
import { rebuildRollups } from '#app/domain/sales/rebuild-rollups.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { createPool } from '#app/platform/db.server.ts'
import { readSettings } from '#app/platform/env.server.ts'
import { openDatabase } from '../steps/database.ts'

/** The sums of all fairs anew from the ledger, with the shop open: says what was wrong with them. */
export async function main(): Promise<void> {
  const database = await openDatabase(readSettings())
  const pool = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 1 })
  try {
    const from = performance.now()
    const { sums, differences } = await rebuildRollups({ pool, clock: systemClock })
    const seconds = ((performance.now() - from) / 1_000).toFixed(1)
    console.log(`\n${sums} sums made anew from the ledger in ${seconds} s; ${worded(differences.length)}`)
    for (const difference of differences) console.log(lineOf(difference))
  } finally {
    await pool.end()
    await database.stop()
  }
}

function worded(count: number): string {
  if (count === 0) return 'they were right'
  return `${count === 100 ? 'at least 100' : count} of them ${count === 1 ? 'was' : 'were'} wrong:`
}

function lineOf({ exhibitionId, channel, dimension, key, grain, bucket, ledger, rollup }: RollupDifference) {
  const place = [`fair ${exhibitionId}`, channel, dimension, key, grain, bucket].join(' · ')
  return `  ${place}: was ${rollup ?? 'missing'}, is ${ledger ?? 'none'}`
}
