import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import type { DocumentKind } from './document.ts'
import { type CodeRefusal, whyCodeIsTaken } from './why-code-is-taken.server.ts'

type Draft = { status: string; creditCode: string; foodLicence: string | null }
export type SubmitRefusal =
  | Failure<'not-editable' | 'business-licence-missing' | 'food-licence-missing'>
  | CodeRefusal

/** To the reviewer of its division. From then on the applicant only reads. */
export async function submitApplication(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  id: string,
): Promise<Result<null, SubmitRefusal>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const [draft] = await tx.$queryRaw<Array<Draft>>`
      SELECT status, credit_code AS "creditCode", food_licence AS "foodLicence" FROM enterprise_application
      WHERE id = ${id}::uuid FOR UPDATE`
    if (draft?.status !== 'draft' && draft?.status !== 'returned') return failure('not-editable')
    const refusal = (await whatIsMissing(tx, id, draft)) ?? (await whyCodeIsTaken(tx, id, draft.creditCode))
    if (refusal) return refusal
    await tx.$executeRaw`
      UPDATE enterprise_application SET status = 'submitted', submitted_at = ${now}, version = version + 1
      WHERE id = ${id}::uuid`
    return success(null)
  })
}

async function whatIsMissing(tx: Sql, id: string, { foodLicence }: Draft): Promise<SubmitRefusal | null> {
  const rows = await tx.$queryRaw<Array<{ kind: DocumentKind }>>`
    SELECT DISTINCT kind FROM enterprise_document WHERE application_id = ${id}::uuid`
  const has = (kind: DocumentKind) => rows.some((row) => row.kind === kind)
  if (!has('business-licence')) return failure('business-licence-missing')
  return foodLicence !== null && !has('food-licence') ? failure('food-licence-missing') : null
}
