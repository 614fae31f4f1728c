import { channels } from '#app/domain/sales/sale-entry.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import type { FormState } from '#app/kernel/form.ts'
import { fen } from '#app/kernel/money.ts'
import { parseLargeYuan } from '#app/kernel/yuan-input.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { type Changing, changeFair, type Fair } from './fair-change.server.ts'
import { type Target, targetField } from './targets.ts'

/** Of the whole, of channels, of divisions; what has none is not there. */
export async function readTargets({ pool }: Pick<Services, 'pool'>, fair: Fair): Promise<Array<Target>> {
  const rows = await sqlOn(pool).$queryRaw<Array<Omit<Target, 'amountFen'> & { amountFen: number }>>`
    SELECT dimension, key, amount_fen::float8 AS "amountFen" FROM exhibition_target
    WHERE exhibition_id = ${fair.id} ORDER BY dimension, key`
  return rows.map((row) => ({ ...row, amountFen: fen(row.amountFen) }))
}

type Saved = FormState | 'saved' | 'changed-meanwhile'

/** @param seen the fair's version that the form was opened at */
export async function saveTargets(
  changing: Changing,
  scope: OrganizerScope,
  fair: Fair,
  { seen, values }: { seen: number; values: Record<string, string> },
): Promise<Saved> {
  const divisions = await sqlOn(changing.pool).$queryRaw<Array<{ code: string }>>`SELECT code FROM division`
  const read = readFields(
    values,
    divisions.map(({ code }) => code),
  )
  if (Object.keys(read.errors).length > 0) return { values, errors: read.errors }
  const before = await readTargets(changing, fair)
  return await changeFair<Saved>(changing, scope, fair, async (tx) => {
    const claimed = await tx.$executeRaw`
      UPDATE exhibition SET version = version + 1 WHERE id = ${fair.id} AND version = ${seen}`
    if (claimed === 0) return { answer: 'changed-meanwhile', record: null }
    await tx.$executeRaw`DELETE FROM exhibition_target WHERE exhibition_id = ${fair.id}`
    await tx.$executeRaw`
      INSERT INTO exhibition_target (exhibition_id, dimension, key, amount_fen)
      SELECT ${fair.id}, dimension, key, "amountFen"
      FROM jsonb_to_recordset(${JSON.stringify(read.targets)}::jsonb) AS t (dimension text, key text, "amountFen" bigint)`
    return {
      answer: 'saved',
      record: { action: 'set-fair-targets', before: asRecord(before), after: asRecord(read.targets) },
    }
  })
}

function readFields(values: Record<string, string>, divisions: ReadonlyArray<string>) {
  const targets: Array<Target> = []
  const errors: Record<string, string> = {}
  const wanted = [
    { dimension: 'all' as const, key: 'all' },
    ...channels.map((key) => ({ dimension: 'channel' as const, key })),
    ...divisions.map((key) => ({ dimension: 'division' as const, key })),
  ]
  for (const target of wanted) {
    const typed = values[targetField(target)]?.trim() ?? ''
    const amountFen = typed === '' ? null : parseLargeYuan(typed)
    if (amountFen) targets.push({ ...target, amountFen })
    else if (typed !== '') errors[targetField(target)] = 'invalid-amount'
  }
  return { targets, errors }
}

function asRecord(targets: ReadonlyArray<Target>): Record<string, number> {
  return Object.fromEntries(targets.map((target) => [targetField(target), target.amountFen]))
}
