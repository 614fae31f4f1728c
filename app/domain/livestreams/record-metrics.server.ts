import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import type { FormState } from '#app/kernel/form.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { readSheet, type SheetRefusal } from '#app/platform/sheets/read-sheet.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { findMetrics, type LiveMetrics, liveMetrics, metricFields, readMetric } from './metrics.ts'

type Writing = Pick<Services, 'pool' | 'clock'>
export type MetricsRefusal = Failure<'changed-meanwhile' | 'no-file' | 'no-metrics'> | SheetRefusal

/** What was typed; a field left empty is not known. */
export function readMetricsForm(
  values: Record<string, string>,
): { metrics: LiveMetrics } | { state: FormState } {
  const metrics: LiveMetrics = {}
  const errors: Record<string, string> = {}
  for (const { key, kind } of metricFields) {
    const typed = values[key]?.trim() ?? ''
    if (typed === '') continue
    const value = readMetric(key, typed)
    if (value === null) errors[key] = kind === 'yuan' ? 'not-an-amount' : 'not-a-count'
    else metrics[key] = value
  }
  return Object.keys(errors).length > 0 ? { state: { values, errors } } : { metrics }
}

/** The figures that a table of the platform has; others stay as they are. */
export async function importMetrics(
  services: Writing,
  scope: OrganizerScope,
  slug: string,
  file: File | undefined,
): Promise<Result<null, MetricsRefusal>> {
  if (!file) return failure('no-file')
  const rows = await readSheet(new Uint8Array(await file.arrayBuffer()))
  if (!rows.ok) return rows
  const found = findMetrics(rows.value.map(({ cells }) => cells))
  if (Object.keys(found).length === 0) return failure('no-metrics')
  return await recordMetrics(services, scope, slug, found, 'added')
}

/** @param how `whole`: fields that are missing are not known; `added`: they stay */
export async function recordMetrics(
  { pool, clock }: Writing,
  scope: OrganizerScope,
  slug: string,
  metrics: LiveMetrics,
  how: 'whole' | 'added',
): Promise<Result<null, Failure<'changed-meanwhile'>>> {
  const json = JSON.stringify(liveMetrics.parse(metrics))
  return await withTransaction(pool, async (tx): Promise<Result<null, Failure<'changed-meanwhile'>>> => {
    const [row] = await tx.$queryRaw<Array<{ before: object | null; after: object }>>`
      UPDATE livestream SET metrics = CASE WHEN ${how === 'added'} THEN COALESCE(metrics, '{}') ELSE '{}' END || ${json}::jsonb
      WHERE slug = ${slug} RETURNING old.metrics AS before, metrics AS after`
    if (!row) return failure('changed-meanwhile')
    await writeAudit(tx, clock.now(), scope, {
      action: 'record-metrics',
      subject: ['livestream', slug],
      ...(row.before && { before: row.before }),
      after: row.after,
    })
    return success(null)
  })
}
