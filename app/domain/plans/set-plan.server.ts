import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { isInstant } from '#app/kernel/clock.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { type SalesPlan, salesPlanForm } from './sales-plan.ts'

type Before = Pick<SalesPlan, 'baseYear' | 'baseFen' | 'targetFen'>

/** The form of a year's plan; whoever saves second is told what the first has changed. */
export async function setSalesPlan(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  form: FormData,
): Promise<{ year: number } | { state: FormState; isOvertaken: boolean }> {
  const parsed = parseForm(salesPlanForm, form)
  if (!parsed.ok) return { state: parsed, isOvertaken: false }
  const { year, baseYear, base, target } = parsed.value
  const seen = isInstant(parsed.value.seen) ? parsed.value.seen : null
  const now = clock.now()
  const isSaved = await withTransaction(pool, async (tx) => {
    const [before] = await tx.$queryRaw<Array<Before>>`
      SELECT base_year AS "baseYear", base_fen::float8 AS "baseFen", target_fen::float8 AS "targetFen"
      FROM sales_plan WHERE year = ${year} FOR UPDATE`
    const saved = await tx.$executeRaw`
      INSERT INTO sales_plan AS p (year, base_year, base_fen, target_fen, updated_by, updated_at)
      VALUES (${year}, ${baseYear}, ${base}, ${target}, ${scope.staff.name}, ${now})
      ON CONFLICT (year) DO UPDATE SET base_year = excluded.base_year, base_fen = excluded.base_fen,
        target_fen = excluded.target_fen, updated_by = excluded.updated_by, updated_at = excluded.updated_at
      WHERE p.updated_at = ${seen}::timestamptz`
    if (saved === 0) return false
    await writeAudit(tx, now, scope, {
      action: 'set-sales-plan',
      subject: ['sales-plan', year],
      ...(before ? { before } : {}),
      after: { baseYear, baseFen: base, targetFen: target },
    })
    return true
  })
  if (isSaved) return { year }
  // Without what was seen: the form begins from what holds now.
  const { seen: _, ...values } = parsed.values
  return { state: { values, errors: { year: 'changed-meanwhile' } }, isOvertaken: true }
}
