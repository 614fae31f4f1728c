import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import { readSheet } from '#app/platform/sheets/read-sheet.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import type { FindPhoto } from './apply-values.ts'
import { getImportContext } from './import-context.server.ts'
import { listPhotos, photoName, readSheetFile } from './import-files.server.ts'
import type { ImportJob } from './import-job.server.ts'
import { findKnownGoods } from './known-goods.server.ts'
import { type PlannedGroup, planGroups } from './plan-groups.server.ts'
import {
  articleNumberOf,
  findDuplicates,
  groupRows,
  type ImportedRow,
  mapRows,
  type RowGroup,
  type RowProblem,
} from './read-rows.ts'

export type ImportServices = Pick<Services, 'pool' | 'clock'> & { env: Pick<Services['env'], 'DATA_DIR'> }
type Checked = {
  row: number
  value: ImportedRow['cells']
  problems: Array<RowProblem>
  outcome: PlannedGroup['expected'] | 'faulty'
}

/** The dry run: what would become of each row. Nothing but the job and its rows is written. */
export async function checkImport(
  { pool, clock, env }: ImportServices,
  scope: EnterpriseScope,
  job: ImportJob,
): Promise<void> {
  const sheet = await readSheet(await readSheetFile(env.DATA_DIR, job.id))
  // It was read when it came; only a disk that lost it lets this fail.
  if (!sheet.ok) throw new Error(`the sheet of import ${job.id} is ${sheet.code}`)
  const rows = mapRows(sheet.value, job.columns.mapping)
  const photos = await listPhotos(env.DATA_DIR, job.id)
  const checked = await checkRows(sqlOn(pool), scope, clock.now(), rows, (name) =>
    photos.has(photoName(name)) ? 'undrawn' : 'picture-missing',
  )
  await withTransaction(pool, (tx) => writeChecked(tx, job, checked))
}

async function checkRows(
  sql: Sql,
  scope: EnterpriseScope,
  now: Date,
  rows: ReadonlyArray<ImportedRow>,
  findPhoto: FindPhoto,
): Promise<Array<Checked>> {
  const context = await getImportContext(sql, scope, now)
  const known = await findKnownGoods(sql, scope, rows.map(articleNumberOf))
  const groups = groupRows(rows, (number) => known.listings.get(number))
  const planned = await planGroups(sql, scope, groups, known, { ...context, findPhoto })
  const duplicates = findDuplicates(rows)
  return planned.flatMap(({ group, plan, expected }) =>
    checkedRows(group, [...plan.problems, ...duplicateProblems(group, duplicates)], expected),
  )
}

/** A product is imported whole or not at all: the sound rows beside a faulty one say which one they wait for. */
export function checkedRows<Outcome extends string>(
  { rows }: RowGroup,
  problems: ReadonlyArray<RowProblem>,
  outcome: Outcome,
) {
  const faulty = [...new Set(problems.map(({ row }) => row))]
  return rows.map(({ row, cells: value }) => {
    const own = problems.filter((problem) => problem.row === row)
    const heldBack = { row, column: 'variant.sku', code: 'held-back', value: faulty.join('、') }
    const said = own.length === 0 && faulty.length > 0 ? [heldBack] : own
    return { row, value, problems: said, outcome: said.length > 0 ? ('faulty' as const) : outcome }
  })
}

function duplicateProblems({ rows }: RowGroup, duplicates: ReadonlyMap<number, number>): Array<RowProblem> {
  return rows.flatMap((row) =>
    duplicates.has(row.row)
      ? [{ row: row.row, column: 'variant.sku', code: 'duplicate-sku', value: articleNumberOf(row) }]
      : [],
  )
}

const batchSize = 500

/** Also where the job was checked before: its photos or its mapping have changed. */
async function writeChecked(tx: Sql, job: ImportJob, checked: ReadonlyArray<Checked>): Promise<void> {
  await tx.$executeRaw`DELETE FROM import_row WHERE job_id = ${job.id}::uuid`
  for (let start = 0; start < checked.length; start += batchSize) {
    const batch = checked.slice(start, start + batchSize).map(({ outcome, ...row }) => ({
      ...row,
      outcome: outcome === 'faulty' ? outcome : 'waiting',
    }))
    await tx.$executeRaw`
      INSERT INTO import_row (job_id, row, value, problems, outcome)
      SELECT ${job.id}::uuid, row, value, problems, outcome FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
        AS d (row int, value jsonb, problems jsonb, outcome text)`
  }
  const count = (outcome: Checked['outcome']) => checked.filter((row) => row.outcome === outcome).length
  const preview = { created: count('created'), changed: count('changed'), unchanged: count('unchanged') }
  await tx.$executeRaw`
    UPDATE import_job SET status = 'checked', total_rows = ${checked.length}, faulty_rows = ${count('faulty')}, done_rows = 0,
      columns = ${JSON.stringify({ ...job.columns, preview })}::jsonb, leased_until = NULL, failure = NULL
    WHERE id = ${job.id}::uuid AND status = 'checking'`
}
