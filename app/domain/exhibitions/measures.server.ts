import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { day } from '#app/kernel/clock.ts'
import type { FormState } from '#app/kernel/form.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { type MeasureKind, measuresOf } from './exhibition.ts'
import { type Changing, changeFair } from './fair-change.server.ts'
import type { FairRecord } from './fair-record.server.ts'

export type Measure = { day: string; kind: MeasureKind; value: number; recordedBy: string }
type CountedFair = Pick<FairRecord, 'id' | 'slug' | 'kind' | 'startsOn' | 'endsOn'>

/** What was counted so far, by Shanghai day. */
export async function readMeasures(
  { pool }: Pick<Services, 'pool'>,
  fair: Pick<FairRecord, 'id'>,
): Promise<Array<Measure>> {
  return await sqlOn(pool).$queryRaw<Array<Measure>>`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, kind, value, recorded_by AS "recordedBy" FROM exhibition_measure
    WHERE exhibition_id = ${fair.id} ORDER BY day, kind LIMIT 1200`
}

/** The days of a fair, first to last. */
export function daysOf({ startsOn, endsOn }: Pick<FairRecord, 'startsOn' | 'endsOn'>): Array<string> {
  const count = Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / day) + 1
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(startsOn) + index * day).toISOString().slice(0, 10),
  )
}

type Counted = FormState | 'saved' | 'changed-meanwhile' | 'not-found'
const mostCounted = 10_000_000

/**
 * A day's counts; an empty field takes one back. `was` is what the form showed: whoever counts second is told.
 */
export async function recordMeasures(
  changing: Changing,
  scope: OrganizerScope,
  fair: CountedFair,
  { day: on, values }: { day: string; values: Record<string, string> },
): Promise<Counted> {
  if (!daysOf(fair).includes(on)) return 'not-found'
  const counts = measuresOf[fair.kind].map((kind) => ({
    kind,
    value: readCount(values[kind]),
    was: readCount(values[`was.${kind}`]),
  }))
  const wrong = counts.filter(({ value }) => value === undefined)
  if (wrong.length > 0)
    return { values, errors: Object.fromEntries(wrong.map(({ kind }) => [kind, 'invalid-count'])) }
  return await changeFair<Counted>(changing, scope, fair, async (tx, now) => {
    // Locked like any change of the fair: two who count the same day come one after the other.
    await tx.$executeRaw`SELECT FROM exhibition WHERE id = ${fair.id} FOR UPDATE`
    const before = await tx.$queryRaw<Array<{ kind: string; value: number }>>`
      SELECT kind, value FROM exhibition_measure WHERE exhibition_id = ${fair.id} AND day = ${on}::date`
    const standing = (kind: string) => before.find((each) => each.kind === kind)?.value ?? null
    if (counts.some(({ kind, was }) => standing(kind) !== was))
      return { answer: 'changed-meanwhile', record: null }
    await tx.$executeRaw`DELETE FROM exhibition_measure WHERE exhibition_id = ${fair.id} AND day = ${on}::date`
    for (const { kind, value } of counts)
      if (value !== null)
        await tx.$executeRaw`
          INSERT INTO exhibition_measure (exhibition_id, day, kind, value, recorded_by, recorded_at)
          VALUES (${fair.id}, ${on}::date, ${kind}, ${value}, ${scope.staff.name}, ${now})`
    const after = Object.fromEntries(counts.map(({ kind, value }) => [kind, value]))
    const was = Object.fromEntries(before.map(({ kind, value }) => [kind, value]))
    return {
      answer: 'saved',
      record: {
        action: 'record-fair-measures',
        before: { day: on, ...was },
        after: { day: on, ...after },
      },
    }
  })
}

/** Null for nothing, undefined for what is no count. */
function readCount(typed = ''): number | null | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '')
  if (plain === '') return null
  const count = Number(plain)
  return /^\d+$/.test(plain) && count <= mostCounted ? count : undefined
}
