import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { readSheet, type SheetRefusal, type SheetRow } from '#app/platform/sheets/read-sheet.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import { type BoothFault, type BoothRow, readBoothRows } from './booth-sheet.ts'
import { type Changing, changeFair, type Fair } from './fair-change.server.ts'

export type ImportedBooths = {
  assigned: number
  /** Had that booth already: the same list twice changes nothing. */
  repeated: number
  faults: Array<BoothFault>
}
export type ImportRefusal = SheetRefusal | Failure<'no-file'>

const mostRows = 2_000

/** A list of enterprises, by name or credit code, and booths: what is right is assigned, what is wrong is told by row. */
export async function importBooths(
  changing: Changing,
  scope: OrganizerScope,
  fair: Fair,
  { file, pasted }: { file: File | undefined; pasted: string },
): Promise<Result<ImportedBooths, ImportRefusal>> {
  const sheet = file ? await readSheet(new Uint8Array(await file.arrayBuffer())) : await readPasted(pasted)
  if (!sheet.ok) return sheet
  if (sheet.value.length > mostRows) return failure('too-many-rows')
  const { rows, faults } = readBoothRows(sheet.value)
  const { known, unknown } = await matchRows(changing, rows)
  const assigned = await assignAll(changing, scope, fair, known)
  const all = [...faults, ...unknown].sort((one, other) => one.row - other.row)
  return success({ assigned, repeated: known.length - assigned, faults: all })
}

/** One line is a list, too: a sheet wants a heading above it, which is not one of its rows. */
async function readPasted(pasted: string): Promise<Result<Array<SheetRow>, ImportRefusal>> {
  if (pasted.trim() === '') return failure('no-file')
  const mark = ['\t', ',', ';'].find((each) => pasted.includes(each)) ?? ','
  const lines = pasted.replaceAll('，', mark).replaceAll('；', mark)
  const sheet = await readSheet(new TextEncoder().encode(`企业${mark}展位\n${lines}`))
  return sheet.ok ? success(sheet.value.map(({ row, cells }) => ({ row: row - 1, cells }))) : sheet
}

type Known = BoothRow & { id: number }
type Named = { id: number; name: string; creditCode: string; isActive: boolean }

async function matchRows(
  { pool }: Changing,
  rows: ReadonlyArray<BoothRow>,
): Promise<{ known: Array<Known>; unknown: Array<BoothFault> }> {
  const { rows: found } = await pool.query<Named>(
    `SELECT id, name, credit_code AS "creditCode", status = 'active' AS "isActive" FROM enterprise
     WHERE name = ANY($1::text[]) OR credit_code = ANY($2::text[])`,
    [rows.map(({ enterprise }) => enterprise), rows.map(({ creditCode }) => creditCode ?? '')],
  )
  const named = new Map(
    found.flatMap((each) => [[each.name, each] as const, [each.creditCode, each] as const]),
  )
  const known: Array<Known> = []
  const unknown: Array<BoothFault> = []
  for (const row of rows) {
    const match = named.get(row.creditCode ?? row.enterprise)
    if (match?.isActive) known.push({ ...row, id: match.id })
    else
      unknown.push({
        row: row.row,
        value: row.enterprise,
        code: match ? 'enterprise-suspended' : 'enterprise-unknown',
      })
  }
  return { known, unknown: await suggestNames(pool, unknown) }
}

/** For the first of those whom nobody knows the name that is most like theirs. */
async function suggestNames(pool: Changing['pool'], faults: Array<BoothFault>): Promise<Array<BoothFault>> {
  const asked = faults.filter(({ code }) => code === 'enterprise-unknown').slice(0, 50)
  const { rows } = await pool.query<{ value: string; name: string }>(
    `SELECT asked.value, like_it.name FROM unnest($1::text[]) AS asked (value)
     CROSS JOIN LATERAL (
       SELECT name FROM enterprise WHERE status = 'active' AND similarity(name, asked.value) > 0.25
       ORDER BY similarity(name, asked.value) DESC, id LIMIT 1
     ) AS like_it`,
    [asked.map(({ value }) => value)],
  )
  const fixes = new Map(rows.map(({ value, name }) => [value, name]))
  return faults.map((fault) => {
    const fix = fixes.get(fault.value)
    return fix && fault.code === 'enterprise-unknown' ? { ...fault, fix } : fault
  })
}

async function assignAll(
  changing: Changing,
  scope: OrganizerScope,
  fair: Fair,
  rows: ReadonlyArray<Known>,
): Promise<number> {
  return await changeFair<number>(changing, scope, fair, async (tx) => {
    const assigned = await writeBooths(tx, fair, rows)
    const booths = Object.fromEntries(assigned.map(({ name, booth }) => [name, booth]))
    return {
      answer: assigned.length,
      record: assigned.length > 0 ? { action: 'import-booths', after: booths } : null,
    }
  })
}

async function writeBooths(
  tx: Sql,
  fair: Fair,
  rows: ReadonlyArray<Known>,
): Promise<Array<{ name: string; booth: string }>> {
  return await tx.$queryRaw<Array<{ name: string; booth: string }>>`
    WITH written AS (
      INSERT INTO exhibition_booth AS b (exhibition_id, enterprise_id, booth)
      SELECT DISTINCT ON (id) ${fair.id}::int, id, booth
      FROM unnest(${rows.map(({ id }) => id)}::int[], ${rows.map(({ booth }) => booth)}::text[]) AS row (id, booth)
      ORDER BY id
      ON CONFLICT (exhibition_id, enterprise_id) DO UPDATE SET booth = excluded.booth WHERE b.booth <> excluded.booth
      RETURNING enterprise_id, booth
    )
    SELECT e.name, w.booth FROM written w JOIN enterprise e ON e.id = w.enterprise_id ORDER BY w.booth, e.id`
}
