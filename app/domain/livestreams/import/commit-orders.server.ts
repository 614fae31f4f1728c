import { after } from '#app/kernel/clock.ts'
import { leaseTime } from '#app/platform/leased-jobs.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { readProducts } from '../platform-products.server.ts'
import { postPlatformOrders } from '../post-platform-orders.server.ts'
import { readRows, removeRows } from './kept-rows.server.ts'
import type { PlatformImport } from './platform-import.server.ts'
import type { PlatformRow, RowProblem } from './platform-row.ts'
import { writeOrders } from './write-orders.server.ts'

export type Importing = Pick<Services, 'pool' | 'clock'> & { env: Pick<Services['env'], 'DATA_DIR'> }

/** Rows that are written, posted and counted together or not at all. */
const batchSize = 250
/** Of the rows that could not be read, so many are shown. */
export const mostProblems = 200

/** Goes on from the row that was done last, whoever did it: it can die anywhere, and be begun again by anybody (T31). */
export async function commitOrders(
  services: Importing,
  job: PlatformImport,
  stopping?: AbortSignal,
): Promise<void> {
  const { pool, clock, env } = services
  const sql = sqlOn(pool)
  // The rows are gone when only the last word was missing.
  const rows = job.doneRows < job.totalRows ? await readRows(env.DATA_DIR, job.fileKey) : []
  for (let start = job.doneRows; start < rows.length; start += batchSize) {
    if (stopping?.aborted) return await release(sql, job)
    const batch = rows.slice(start, start + batchSize)
    const isOurs = await withTransaction(pool, (tx) => commitBatch(tx, clock.now(), job, start, batch))
    if (!isOurs) return
  }
  await removeRows(env.DATA_DIR, job.fileKey)
  await sql.$executeRaw`
    UPDATE platform_import SET status = 'done', finished_at = ${clock.now()}, leased_until = NULL
    WHERE id = ${job.id}::uuid AND status = 'running' AND done_rows = total_rows`
}

/** False when somebody else has gone on meanwhile. */
async function commitBatch(
  tx: Sql,
  now: Date,
  job: PlatformImport,
  start: number,
  rows: ReadonlyArray<PlatformRow>,
): Promise<boolean> {
  const taken = await tx.$executeRaw`
    UPDATE platform_import SET done_rows = ${start + rows.length}::int, leased_until = ${after(now, leaseTime)}
    WHERE id = ${job.id}::uuid AND status = 'running' AND done_rows = ${start}::int`
  if (taken === 0) return false
  await readProducts(tx)
  const { newRows, changedRows, problems } = await writeOrders(tx, now, job, rows)
  const unmatched = await postPlatformOrders(
    tx,
    now,
    job.staffId,
    rows.map(({ subOrder }) => subOrder),
  )
  await note(tx, job, { newRows, changedRows, unmatched, problems })
  return true
}

type Outcome = {
  newRows: number
  changedRows: number
  unmatched: number
  problems: ReadonlyArray<RowProblem>
}

async function note(tx: Sql, { id }: PlatformImport, { newRows, changedRows, unmatched, problems }: Outcome) {
  await tx.$executeRaw`
    UPDATE platform_import SET new_rows = new_rows + ${newRows}::int, changed_rows = changed_rows + ${changedRows}::int,
      unmatched_rows = unmatched_rows + ${unmatched}::int,
      problems = CASE WHEN jsonb_array_length(problems) < ${mostProblems} THEN problems || ${JSON.stringify(problems)}::jsonb
        ELSE problems END
    WHERE id = ${id}::uuid`
}

/** For another process to go on at once. */
async function release(sql: Sql, { id }: PlatformImport): Promise<void> {
  await sql.$executeRaw`UPDATE platform_import SET leased_until = NULL WHERE id = ${id}::uuid`
}
