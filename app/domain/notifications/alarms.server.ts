import type { Sql } from '#app/platform/sql.server.ts'
import type { AlarmKind } from './alarm.ts'

/** Something that a person must look at: once per kind and reference, opened again if it was settled before. */
export async function raiseAlarm(
  sql: Sql,
  now: Date,
  alarm: { kind: AlarmKind; reference: string; detail?: object },
): Promise<void> {
  await sql.$executeRaw`
    INSERT INTO alarm AS a (kind, reference, detail, raised_at)
    VALUES (${alarm.kind}, ${alarm.reference}, ${JSON.stringify(alarm.detail ?? {})}::jsonb, ${now})
    ON CONFLICT (kind, reference) DO UPDATE SET detail = excluded.detail, raised_at = excluded.raised_at, resolved_at = NULL
    WHERE a.resolved_at IS NOT NULL`
}
