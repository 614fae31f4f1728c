import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sheet, writeWorkbook } from '#app/platform/sheets/write-sheet.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { columns } from './columns.ts'
import { sheetColumns } from './export-listings.server.ts'
import { listCategoryWords } from './import-context.server.ts'
import { readImportJob } from './import-job.server.ts'
import { listFaultyRows } from './import-views.server.ts'
import type { RowProblem } from './read-rows.ts'

const mostRows = 10_000

/**
 * The rows that were not imported, to be mended and imported: what was probably meant is filled in already, the cells
 * are coloured, and the last column says what is wrong. Null for no job of the enterprise.
 */
export async function correctedFile(
  { pool }: Pick<Services, 'pool'>,
  { enterpriseId }: EnterpriseScope,
  id: string,
  locale: Locale,
  say: { heading: string; problem: (problem: RowProblem) => string },
): Promise<Uint8Array | null> {
  const sql = sqlOn(pool)
  if (!(await readImportJob(sql, enterpriseId, id))) return null
  const rows = await listFaultyRows(sql, id, 0, mostRows)
  const marked: Array<readonly [number, number]> = []
  const written = rows.map(({ cells, problems }, index) => {
    const fixes = new Map(problems.map(({ column, fix }) => [column, fix]))
    const row = columns.map(({ key }, position) => {
      if (fixes.has(key)) marked.push([index, position])
      return fixes.get(key) ?? cells[key] ?? null
    })
    return [...row, problems.map(say.problem).join('\n')]
  })
  const sheet: Sheet = {
    name: say.heading,
    columns: [...sheetColumns(await listCategoryWords(sql), locale), { heading: say.heading, width: 60 }],
    rows: written,
    marked,
  }
  return await writeWorkbook(sheet)
}
