import type { RollupDifference } from '#app/domain/sales/check-rollups.server.ts'
import { mendRollups } from '#app/domain/sales/rebuild-rollups.server.ts'
import { mendLines } from '#app/domain/settlements/rebuild-lines.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { createPool } from '#app/platform/db.server.ts'
import { readSettings } from '#app/platform/env.server.ts'
import { openDatabase } from '../steps/database.ts'
import type { Supervisor } from '../steps/supervisor.ts'

/** What of the kept sums differs from the ledger is made anew from it, with the shop open: says what was wrong. */
export async function main(supervisor: Supervisor): Promise<void> {
  const database = await openDatabase(readSettings(), supervisor)
  const pool = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 1 })
  supervisor.onStop(() => pool.end())
  const services = { pool, clock: systemClock }
  const from = performance.now()
  const { sums, differences, alarms } = await mendRollups(services)
  const statements = await mendLines(services)
  const seconds = ((performance.now() - from) / 1_000).toFixed(1)
  console.log(
    `\n${sums} sums and ${statements.lines} lines of statements made anew from the ledger in ${seconds} s`,
  )
  console.log(`of the sums ${worded(differences.length)}`)
  for (const difference of differences) console.log(lineOf(difference))
  for (const { enterpriseId, ledgerFen, settledFen } of statements.differences)
    console.log(`  statements of enterprise ${enterpriseId}: ${settledFen} fen, the ledger has ${ledgerFen}`)
  console.log(`${alarms + statements.alarms} alarms about them settled`)
}

function worded(count: number): string {
  if (count === 0) return 'none was wrong'
  return `${count === 1 ? 'one was' : `${count} were`} wrong:`
}

function lineOf({ exhibitionId, channel, dimension, key, grain, bucket, ledger, rollup }: RollupDifference) {
  const place = [`fair ${exhibitionId}`, channel, dimension, key, grain, bucket].join(' · ')
  return `  ${place}: was ${rollup ?? 'missing'}, is ${ledger ?? 'none'}`
}
